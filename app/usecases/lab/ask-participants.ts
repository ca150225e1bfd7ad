import { instant, milliseconds } from "~/domain/shared/time";
import { variantAt } from "~/domain/usability/assign";
import { insertParticipant, readParticipant, readParticipants, writeLink } from "~db/queries/participants";
import { holdStudy, readStudyVersion } from "~db/queries/studies";
import type { Onedoor } from "../context";
import { hashOfCode } from "../invite-colleague";
import { noteStudy, type Researcher } from "./keep-study";

/** The most that are asked at once: a page of links to print. */
export const MOST_AT_ONCE = 30;
/** The most that are asked in one study. */
export const MOST_PARTICIPANTS = 300;
/** Who was asked and has not begun by then is deleted by itself. */
const NOT_BEGUN_DAYS = 30;
const DAY_MS = 86_400_000;

/** What somebody is asked by: their code, and a link that is told here and never again. */
export interface AskedBy {
  readonly participantId: string;
  readonly link: string;
}

export type Asked =
  | { readonly kind: "asked"; readonly by: readonly AskedBy[] }
  | { readonly kind: "not-found" }
  /** Nobody is asked into a draft, or into a study that is closed. */
  | { readonly kind: "not-open" }
  | { readonly kind: "too-many" };

/** Asks so many more to take part in the open version of a study; who gets which variant follows from the order in which they are asked. */
export async function askParticipants(
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  { studyId, many }: { readonly studyId: string; readonly many: number },
): Promise<Asked> {
  return onedoor.db.write(async (tx) => {
    // Of two who ask at once, nobody gets the other's places.
    const held = await holdStudy(tx, brandId, studyId);
    if (held === undefined) return { kind: "not-found" };
    if (held.state !== "open") return { kind: "not-open" };
    const { version } = held;
    const study = await readStudyVersion(tx, brandId, studyId, version);
    if (study === undefined) throw new Error(`${studyId} is open without its version ${version}`);
    const now = onedoor.clock();
    const before = await readParticipants(tx, brandId, studyId);
    const first = (before.at(-1)?.place ?? -1) + 1;
    if (first + many > MOST_PARTICIPANTS) return { kind: "too-many" };
    const asked: AskedBy[] = [];
    for (let place = first; place < first + many; place += 1) {
      let id = newCode(onedoor);
      while ((await readParticipant(tx, brandId, id)) !== undefined) id = newCode(onedoor);
      const link = onedoor.newId();
      await insertParticipant(
        tx,
        brandId,
        {
          id,
          studyId,
          version,
          place,
          variant: variantAt(
            study.variants.map((variant) => variant.id),
            study.seed,
            place,
          ),
          state: "asked",
          madeAt: now,
          deleteAfter: instant(milliseconds(now) + NOT_BEGUN_DAYS * DAY_MS),
        },
        hashOfCode(link),
      );
      asked.push({ participantId: id, link });
    }
    await noteStudy(tx, brandId, by, "participants-asked", now, { id: studyId, many });
    return { kind: "asked", by: asked };
  });
}

/** "K7PM": half of a reference, short enough to be said. */
const newCode = ({ newReference }: Onedoor): string => newReference().slice(-4);

/** Gives somebody another link, in place of one that was lost. Who is done needs none. */
export async function askAgain(
  onedoor: Onedoor,
  brandId: string,
  participantId: string,
): Promise<({ readonly kind: "asked" } & AskedBy) | { readonly kind: "not-found" | "over" }> {
  return onedoor.db.write(async (tx) => {
    const participant = await readParticipant(tx, brandId, participantId);
    if (participant === undefined) return { kind: "not-found" };
    if (participant.state === "over") return { kind: "over" };
    const link = onedoor.newId();
    await writeLink(tx, brandId, participantId, hashOfCode(link));
    return { kind: "asked", participantId, link };
  });
}

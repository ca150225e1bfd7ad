import { createHash } from "node:crypto";
import { instant, milliseconds } from "~/domain/shared/time";
import { variantAt } from "~/domain/usability/assign";
import type { Tx } from "~db/connect";
import { insertCommand, readCommand } from "~db/queries/commands";
import {
  holdParticipant,
  insertParticipant,
  participantBy,
  readParticipant,
  readParticipants,
  writeLink,
} from "~db/queries/participants";
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

/** What somebody is asked by: their code, and a link that is told to whoever sent the form, and to nobody else. */
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

/**
 * Asks so many more to take part in the open version of a study; who gets which variant follows from the order in which they are
 * asked. Under one key it is done once: a form that is sent again is told the same links, but for those that have been replaced
 * since.
 */
export async function askParticipants(
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  { studyId, many, key }: { readonly studyId: string; readonly many: number; readonly key: string },
): Promise<Asked> {
  const links = Array.from({ length: many }, (_, place) => linkOf(key, `${studyId} ${many} ${place}`));
  return onedoor.db.write(async (tx) => {
    // Of two who ask at once, nobody gets the other's places.
    const held = await holdStudy(tx, brandId, studyId);
    if (held === undefined) return { kind: "not-found" };
    const sent = keptUnder(key, `ask ${studyId} ${many}`);
    if ((await readCommand(tx, brandId, sent)) !== undefined)
      return { kind: "asked", by: await stillOpened(tx, brandId, links) };
    if (held.state !== "open") return { kind: "not-open" };
    const { version } = held;
    const study = await readStudyVersion(tx, brandId, studyId, version);
    if (study === undefined) throw new Error(`${studyId} is open without its version ${version}`);
    const now = onedoor.clock();
    const before = await readParticipants(tx, brandId, studyId);
    const next = (before.at(-1)?.place ?? -1) + 1;
    // Of a version that is new the first block of variants is whole, whatever is left of the last one's.
    const block = before.some((each) => each.version === version) ? 1 : study.variants.length;
    const first = Math.ceil(next / block) * block;
    if (first + many > MOST_PARTICIPANTS) return { kind: "too-many" };
    const asked: AskedBy[] = [];
    for (const [place, link] of links.entries()) {
      let id = newCode(onedoor);
      while ((await readParticipant(tx, brandId, id)) !== undefined) id = newCode(onedoor);
      await insertParticipant(
        tx,
        brandId,
        {
          id,
          studyId,
          version,
          place: first + place,
          variant: variantAt(
            study.variants.map((variant) => variant.id),
            study.seed,
            first + place,
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
    await insertCommand(tx, brandId, { ...sentOnce(sent, studyId), at: now });
    return { kind: "asked", by: asked };
  });
}

/** "K7PM": half of a reference, short enough to be said. */
const newCode = ({ newReference }: Onedoor): string => newReference().slice(-4);

/**
 * Gives somebody another link, in place of one that was lost; under one key once, as above. Who is done needs none, and a form that
 * is sent again after another link was made is told none.
 */
export async function askAgain(
  onedoor: Onedoor,
  brandId: string,
  { participantId, key }: { readonly participantId: string; readonly key: string },
): Promise<
  ({ readonly kind: "asked" } & AskedBy) | { readonly kind: "not-found" | "over" | "another-since" }
> {
  const link = linkOf(key, participantId);
  return onedoor.db.write(async (tx) => {
    const participant = await holdParticipant(tx, brandId, participantId);
    if (participant === undefined) return { kind: "not-found" };
    if (participant.state === "over") return { kind: "over" };
    const sent = keptUnder(key, `link ${participantId}`);
    if ((await readCommand(tx, brandId, sent)) === undefined) {
      await writeLink(tx, brandId, participantId, hashOfCode(link));
      await insertCommand(tx, brandId, { ...sentOnce(sent, participant.studyId), at: onedoor.clock() });
      return { kind: "asked", participantId, link };
    }
    const [still] = await stillOpened(tx, brandId, [link]);
    return still === undefined ? { kind: "another-since" } : { kind: "asked", ...still };
  });
}

/**
 * A link that follows from the key of the form that asks for it. Nobody can tell it without the key, of which nothing is kept but a
 * hash of another kind. It is written as every link of ours.
 */
function linkOf(key: string, of: string): string {
  const bytes = createHash("sha256").update(`link ${key} ${of}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Under what it is kept that a form was sent, while anybody of its study is there. It names nobody, and no link follows from it. */
const keptUnder = (key: string, name: string): string => `lab.${hashOfCode(`sent ${key} ${name}`)}`;
const sentOnce = (key: string, studyId: string) => ({ key, digest: studyId, requestId: null, answer: "{}" });

/** Whom each of these links still leads to. */
async function stillOpened(tx: Tx, brandId: string, links: readonly string[]): Promise<readonly AskedBy[]> {
  const found: AskedBy[] = [];
  for (const link of links) {
    const participant = await participantBy(tx, brandId, "link_hash", hashOfCode(link));
    if (participant !== undefined) found.push({ participantId: participant.id, link });
  }
  return found;
}

import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import { Study } from "~/domain/usability/study";
import type { Tx } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import { insertStudy, readStudies, readStudy, type StudyRecord, writeDraft } from "~db/queries/studies";
import type { Onedoor } from "../context";

/** Somebody of the lab, as the audit trail names them. */
export interface Researcher {
  readonly accountId: string;
  readonly name: string;
}

/** The most studies that a brand keeps. */
export const MOST_STUDIES = 100;

/** What is wrong with a study, and where in it. */
export interface StudyFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type StudyKept =
  | { readonly kind: "kept"; readonly edition: number }
  | { readonly kind: "not-found" }
  /** Somebody else changed it since the page was opened. */
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "faulty"; readonly faults: readonly StudyFault[] };

export type StudyMade = { readonly kind: "made"; readonly id: string } | { readonly kind: "too-many" };

/** Keeps a new study, as a draft. A form that is sent twice, with the `id` that it came with, makes one. */
export async function makeStudy(
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  { id, study }: { readonly id: string; readonly study: Study },
): Promise<StudyMade> {
  const draft = Study.parse(study);
  return onedoor.db.write(async (tx) => {
    const studies = await readStudies(tx, brandId);
    if (studies.some((each) => each.id === id)) return { kind: "made", id };
    if (studies.length >= MOST_STUDIES) return { kind: "too-many" };
    const now = onedoor.clock();
    await insertStudy(tx, brandId, {
      id,
      state: "draft",
      version: 0,
      edition: 1,
      draft,
      madeBy: by.accountId,
      madeAt: now,
      changedAt: now,
    });
    await noteStudy(tx, brandId, by, "study-made", now, { id, name: draft.name, edition: 1 });
    return { kind: "made", id };
  });
}

/**
 * Changes what is being written of a study, as of the edition that somebody saw. What was opened before stays as it is. A
 * study that would not be whole is `faulty`, and nothing is written.
 */
export async function keepDraft(
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  { id, seen }: { readonly id: string; readonly seen: number },
  make: (draft: Study) => unknown,
): Promise<StudyKept> {
  return onedoor.db.write(async (tx) => {
    const study = await readStudy(tx, brandId, id);
    if (study === undefined) return { kind: "not-found" };
    if (study.edition !== seen) return { kind: "changed-meanwhile" };
    const read = Study.safeParse(make(study.draft));
    if (!read.success) return { kind: "faulty", faults: read.error.issues.map(toFault) };
    const now = onedoor.clock();
    const written = await writeDraft(tx, brandId, id, { draft: read.data, was: seen, now });
    if (!written) return { kind: "changed-meanwhile" };
    const edition = seen + 1;
    await noteStudy(tx, brandId, by, "study-changed", now, { id, name: read.data.name, edition });
    return { kind: "kept", edition };
  });
}

const toFault = ({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): StudyFault => ({
  path: path.map((each) => (typeof each === "symbol" ? String(each) : each)),
  message,
});

/** Puts on record what somebody did with a study; of who takes part nothing is said there, for it would stay. */
export async function noteStudy(
  tx: Tx,
  brandId: string,
  by: Researcher,
  action: string,
  at: Instant,
  { id, ...detail }: Pick<StudyRecord, "id"> & Readonly<Record<string, string | number>>,
): Promise<void> {
  const actor = toJson({ kind: "lab", accountId: by.accountId, name: by.name });
  await insertAudit(tx, brandId, [{ at, actor, action, subject: id, body: toJson(detail) }]);
}

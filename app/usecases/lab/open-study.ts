import { toJson } from "~/domain/shared/json";
import { misfits } from "~/domain/usability/fits-town";
import { readPeopleWhoSignIn } from "~db/queries/people";
import { holdStudy, insertStudyVersion, readStudyVersion, setStudyState } from "~db/queries/studies";
import type { Onedoor } from "../context";
import { noteStudy, type Researcher } from "./keep-study";

/** A made-up town has no more people who can sign in. */
export const MOST_PEOPLE = 200;

export type StudyOpened =
  | { readonly kind: "open"; readonly version: number }
  | { readonly kind: "not-found" }
  | { readonly kind: "changed-meanwhile" }
  /** Something of it is not there in this town. */
  | { readonly kind: "misfits"; readonly reasons: readonly string[] };

interface Seen {
  readonly id: string;
  /** The edition that the page showed. */
  readonly seen: number;
}

/**
 * Opens what was written as the study's next version, which from then on nobody can change; who was asked before stays with
 * theirs. When nothing was written since the last one, that is the one that is open: of two who open at once, both open it.
 */
export async function openStudy(
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  { id, seen }: Seen,
): Promise<StudyOpened> {
  const directory = await onedoor.directories.current(brandId);
  return onedoor.db.write(async (tx) => {
    const study = await holdStudy(tx, brandId, id);
    if (study === undefined) return { kind: "not-found" };
    if (study.edition !== seen) return { kind: "changed-meanwhile" };
    const people = await readPeopleWhoSignIn(tx, brandId, MOST_PEOPLE);
    const reasons = misfits(study.draft, directory, new Set(people.map((each) => each.id)));
    if (reasons.length > 0) return { kind: "misfits", reasons };
    const now = onedoor.clock();
    const last = await readStudyVersion(tx, brandId, id, study.version);
    const isSame = last !== undefined && toJson(last) === toJson(study.draft);
    const version = isSame ? study.version : study.version + 1;
    if (!isSame) await insertStudyVersion(tx, brandId, { studyId: id, version, study: study.draft, now });
    await setStudyState(tx, brandId, id, { state: "open", version, now });
    await noteStudy(tx, brandId, by, "study-opened", now, { id, version });
    return { kind: "open", version };
  });
}

/** Closes a study: nobody more is asked. Who takes part goes on, and what was recorded stays. */
export async function closeStudy(
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  { id, seen }: Seen,
): Promise<{ readonly kind: "closed" | "not-found" | "not-open" | "changed-meanwhile" }> {
  return onedoor.db.write(async (tx) => {
    const study = await holdStudy(tx, brandId, id);
    if (study === undefined) return { kind: "not-found" };
    if (study.edition !== seen) return { kind: "changed-meanwhile" };
    if (study.state !== "open") return { kind: "not-open" };
    const now = onedoor.clock();
    await setStudyState(tx, brandId, id, { state: "closed", version: study.version, now });
    await noteStudy(tx, brandId, by, "study-closed", now, { id, version: study.version });
    return { kind: "closed" };
  });
}

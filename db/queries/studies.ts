import type { Selectable } from "kysely";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import { Study, type StudyState } from "~/domain/usability/study";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** A study as its researchers have it: what is being written, and which version sessions are of. */
export interface StudyRecord {
  readonly id: string;
  readonly state: StudyState;
  /** 0 before the first was opened. */
  readonly version: number;
  /** Another one each time that the draft is written. */
  readonly edition: number;
  readonly draft: Study;
  /** The account that made it. */
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
}

const toStudy = (row: Selectable<Tables["studies"]>): StudyRecord => ({
  id: row.id,
  state: row.state as StudyState,
  version: row.version,
  edition: row.edition,
  draft: Study.parse(JSON.parse(row.draft)),
  madeBy: row.made_by,
  madeAt: row.made_at,
  changedAt: row.changed_at,
});

export async function readStudy(
  reader: Reader,
  brandId: string,
  id: string,
): Promise<StudyRecord | undefined> {
  const row = await reader
    .selectFrom("studies")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toStudy(row);
}

/** A brand's studies, the one that was changed last first. */
export async function readStudies(reader: Reader, brandId: string): Promise<StudyRecord[]> {
  const rows = await reader
    .selectFrom("studies")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toStudy);
}

export async function insertStudy(
  tx: Tx,
  brandId: string,
  { id, state, version, edition, draft, madeBy, madeAt, changedAt }: StudyRecord,
): Promise<void> {
  await tx
    .insertInto("studies")
    .values({
      brand_id: brandId,
      id,
      state,
      version,
      edition,
      draft: toJson(draft),
      made_by: madeBy,
      made_at: madeAt,
      changed_at: changedAt,
    })
    .execute();
}

/** Writes what is being written; false when somebody else did since it was of this edition. */
export async function writeDraft(
  tx: Tx,
  brandId: string,
  id: string,
  { draft, was, now }: { readonly draft: Study; readonly was: number; readonly now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("studies")
    .set({ draft: toJson(draft), edition: was + 1, changed_at: now })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .where("edition", "=", was)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Opens the draft as the next version, or closes or opens the study as it is. */
export async function setStudyState(
  tx: Tx,
  brandId: string,
  id: string,
  { state, version, now }: { readonly state: StudyState; readonly version: number; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable("studies")
    .set({ state, version, changed_at: now })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .execute();
}

export async function insertStudyVersion(
  tx: Tx,
  brandId: string,
  {
    studyId,
    version,
    study,
    now,
  }: { readonly studyId: string; readonly version: number; readonly study: Study; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("study_versions")
    .values({ brand_id: brandId, study_id: studyId, version, opened_at: now, body: toJson(study) })
    .execute();
}

/** One version of a study, as it was opened. */
export async function readStudyVersion(
  reader: Reader,
  brandId: string,
  studyId: string,
  version: number,
): Promise<Study | undefined> {
  const row = await reader
    .selectFrom("study_versions")
    .select("body")
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && opened(row.body);
}

/** Versions that were read, by what stands in their rows, which are never written again: each is parsed once. */
const parsed = new Map<string, Study>();
const MOST_PARSED = 50;

function opened(body: string): Study {
  const study = parsed.get(body) ?? Study.parse(JSON.parse(body));
  // The one that was asked for longest ago goes first.
  parsed.delete(body);
  parsed.set(body, study);
  const [oldest] = parsed.keys();
  if (parsed.size > MOST_PARSED && oldest !== undefined) parsed.delete(oldest);
  return study;
}

/**
 * A study, whose row is the transaction's own until it ends: of two that do something about it, one does it after the other.
 */
export async function holdStudy(tx: Tx, brandId: string, id: string): Promise<StudyRecord | undefined> {
  const row = await tx
    .updateTable("studies")
    .set(({ ref }) => ({ edition: ref("edition") }))
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  return row && toStudy(row);
}

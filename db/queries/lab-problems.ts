import type { Instant } from "~/domain/shared/time";
import type { Problem } from "~/domain/usability/results/problems";
import type { Reader, Tx } from "../connect";

/** The problems that a study found, in the order in which they were made, with their moments. */
export async function readProblems(reader: Reader, brandId: string, studyId: string): Promise<Problem[]> {
  const [problems, moments] = await Promise.all([
    reader
      .selectFrom("lab_problems")
      .select(["id", "title", "severity"])
      .where("brand_id", "=", brandId)
      .where("study_id", "=", studyId)
      .orderBy("made_at")
      .orderBy("id")
      .execute(),
    reader
      .selectFrom("lab_problem_moments")
      .select(["problem_id", "participant_id", "event_id"])
      .where("brand_id", "=", brandId)
      .where("study_id", "=", studyId)
      .orderBy("participant_id")
      .orderBy("event_id")
      .execute(),
  ]);
  return problems.map(({ id, title, severity }) => ({
    id,
    title,
    severity,
    moments: moments
      .filter(({ problem_id }) => problem_id === id)
      .map(({ participant_id, event_id }) => ({ code: participant_id, event: event_id })),
  }));
}

export async function insertProblem(
  tx: Tx,
  brandId: string,
  studyId: string,
  { id, title, severity }: Pick<Problem, "id" | "title" | "severity">,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("lab_problems")
    .values({ brand_id: brandId, study_id: studyId, id, title, severity, made_at: now })
    .execute();
}

/** Gives a problem another name or severity. */
export async function updateProblem(
  tx: Tx,
  brandId: string,
  studyId: string,
  { id, title, severity }: Pick<Problem, "id" | "title" | "severity">,
): Promise<void> {
  await tx
    .updateTable("lab_problems")
    .set({ title, severity })
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("id", "=", id)
    .execute();
}

/** Takes a problem away, with its moments; they stay what they are in the record. */
export async function deleteProblem(tx: Tx, brandId: string, studyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("lab_problems")
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Takes away the problems that only one participant's moments show. */
export async function deleteProblemsOnlyOf(
  tx: Tx,
  brandId: string,
  { id: participantId, studyId }: { readonly id: string; readonly studyId: string },
): Promise<void> {
  const shownBy = (is: "=" | "!=") =>
    tx
      .selectFrom("lab_problem_moments")
      .select("problem_id")
      .where("brand_id", "=", brandId)
      .where("study_id", "=", studyId)
      .where("participant_id", is, participantId);
  await tx
    .deleteFrom("lab_problems")
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("id", "in", shownBy("="))
    .where("id", "not in", shownBy("!="))
    .execute();
}

/** Notes that a problem was named from moments of these participants. */
export async function insertProblemWords(
  tx: Tx,
  brandId: string,
  studyId: string,
  problemId: string,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  await tx
    .insertInto("lab_problem_words")
    .values(
      codes.map((code) => ({
        brand_id: brandId,
        study_id: studyId,
        problem_id: problemId,
        participant_id: code,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["brand_id", "study_id", "problem_id", "participant_id"]).doNothing(),
    )
    .execute();
}

/** Takes away the titles of the problems that were named from a participant's moments, among others' or alone. */
export async function deleteTitlesFrom(
  tx: Tx,
  brandId: string,
  { id: participantId, studyId }: { readonly id: string; readonly studyId: string },
): Promise<void> {
  const named = await tx
    .selectFrom("lab_problem_words")
    .select("problem_id")
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("participant_id", "=", participantId)
    .execute();
  const ids = named.map(({ problem_id }) => problem_id);
  if (ids.length === 0) return;
  await tx
    .updateTable("lab_problems")
    .set({ title: "" })
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("id", "in", ids)
    .execute();
  await tx
    .deleteFrom("lab_problem_words")
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("problem_id", "in", ids)
    .execute();
}

/** Adds moments to a problem; one that is there already stays. */
export async function insertProblemMoments(
  tx: Tx,
  brandId: string,
  studyId: string,
  problemId: string,
  moments: Problem["moments"],
): Promise<void> {
  if (moments.length === 0) return;
  await tx
    .insertInto("lab_problem_moments")
    .values(
      moments.map(({ code, event }) => ({
        brand_id: brandId,
        study_id: studyId,
        problem_id: problemId,
        participant_id: code,
        event_id: event,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["brand_id", "study_id", "problem_id", "participant_id", "event_id"]).doNothing(),
    )
    .execute();
}

/** Takes one moment from a problem. */
export async function deleteProblemMoment(
  tx: Tx,
  brandId: string,
  studyId: string,
  problemId: string,
  { code, event }: Problem["moments"][number],
): Promise<void> {
  await tx
    .deleteFrom("lab_problem_moments")
    .where("brand_id", "=", brandId)
    .where("study_id", "=", studyId)
    .where("problem_id", "=", problemId)
    .where("participant_id", "=", code)
    .where("event_id", "=", event)
    .execute();
}

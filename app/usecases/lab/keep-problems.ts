import { toJson } from "~/domain/shared/json";
import type { Problem } from "~/domain/usability/results/problems";
import type { Tx } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import { wantPictures } from "~db/queries/lab-pictures";
import {
  deleteProblem,
  deleteProblemMoment,
  insertProblem,
  insertProblemMoments,
  insertProblemWords,
  readProblems,
  updateProblem,
} from "~db/queries/lab-problems";
import { readLabRecord } from "~db/queries/lab-record";
import { holdParticipant } from "~db/queries/participants";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";

/** A researcher, as the audit trail names them. */
export interface Researcher {
  readonly accountId: string;
  readonly name: string;
}

/** The most problems that a study has: a list that is worked off has an end. */
export const MOST_PROBLEMS = 200;

type Moments = Problem["moments"];
type Words = Pick<Problem, "title" | "severity">;

export type ProblemKept =
  | { readonly kind: "kept"; readonly id: string }
  /** There is no such problem, or a moment is not of somebody who takes part in this study. */
  | { readonly kind: "not-found" }
  | { readonly kind: "too-many" };

/** Makes a problem of what was seen, with the moments that show it. A form that is sent twice, with its `id`, makes one. */
export async function makeProblem(
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  studyId: string,
  { id, title, severity, moments }: Words & { readonly id: string; readonly moments: Moments },
): Promise<ProblemKept> {
  return onedoor.db.write(async (tx) => {
    const problems = await readProblems(tx, brandId, studyId);
    if (problems.some((problem) => problem.id === id)) return { kind: "kept", id };
    if (problems.length >= MOST_PROBLEMS) return { kind: "too-many" };
    if (!(await areOf(tx, brandId, studyId, moments))) return { kind: "not-found" };
    const now = onedoor.clock();
    await insertProblem(tx, brandId, studyId, { id, title, severity }, now);
    await showBy(onedoor, tx, brandId, studyId, id, moments);
    await insertProblemWords(tx, brandId, studyId, id, codesOf(moments));
    await audit(onedoor, tx, brandId, by, studyId, "lab-problem-made", { id, severity });
    return { kind: "kept", id };
  });
}

/**
 * Gives a problem another title or severity. `was` is its title, and `moments` are those that showed it, as the researcher saw
 * them: a title that is written from what is deleted meanwhile is not kept.
 */
export const rewordProblem = (
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  studyId: string,
  {
    was,
    moments,
    ...problem
  }: Words & { readonly id: string; readonly was: string; readonly moments: Moments },
): Promise<ProblemKept> =>
  onedoor.db.write(async (tx) => {
    if (!(await areOf(tx, brandId, studyId, moments))) return { kind: "not-found" };
    const now = (await readProblems(tx, brandId, studyId)).find(({ id }) => id === problem.id);
    if (now?.title !== was) return { kind: "not-found" };
    await updateProblem(tx, brandId, studyId, problem);
    if (problem.title !== was) await insertProblemWords(tx, brandId, studyId, problem.id, codesOf(moments));
    await audit(onedoor, tx, brandId, by, studyId, "lab-problem-changed", {
      id: problem.id,
      severity: problem.severity,
    });
    return { kind: "kept", id: problem.id };
  });

/** Adds moments to a problem that show it too. */
export const addMoments = (
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  studyId: string,
  { id, moments }: { readonly id: string; readonly moments: Moments },
): Promise<ProblemKept> =>
  onedoor.db.write(async (tx) => {
    const known = (await readProblems(tx, brandId, studyId)).some((problem) => problem.id === id);
    if (!known || !(await areOf(tx, brandId, studyId, moments))) return { kind: "not-found" };
    await showBy(onedoor, tx, brandId, studyId, id, moments);
    await audit(onedoor, tx, brandId, by, studyId, "lab-problem-shown", { id });
    return { kind: "kept", id };
  });

/** Takes a moment from a problem: it shows something else. */
export const takeMoment = (
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  studyId: string,
  { id, moment }: { readonly id: string; readonly moment: Moments[number] },
): Promise<ProblemKept> =>
  onedoor.db.write(async (tx) => {
    await deleteProblemMoment(tx, brandId, studyId, id, moment);
    await audit(onedoor, tx, brandId, by, studyId, "lab-problem-changed", { id });
    return { kind: "kept", id };
  });

/** Takes a problem away for good. Its moments stay in the record. */
export const removeProblem = (
  onedoor: Onedoor,
  brandId: string,
  by: Researcher,
  studyId: string,
  id: string,
): Promise<ProblemKept> =>
  onedoor.db.write(async (tx) => {
    if (!(await deleteProblem(tx, brandId, studyId, id))) return { kind: "not-found" };
    await audit(onedoor, tx, brandId, by, studyId, "lab-problem-removed", { id });
    return { kind: "kept", id };
  });

/** Lets moments show a problem, with pictures of the pages that were open in them. */
async function showBy(
  { clock }: Onedoor,
  tx: Tx,
  brandId: string,
  studyId: string,
  problemId: string,
  moments: Moments,
): Promise<void> {
  await insertProblemMoments(tx, brandId, studyId, problemId, moments);
  for (const code of codesOf(moments)) {
    const events = moments.flatMap((moment) => (moment.code === code ? [moment.event] : []));
    await wantPictures(tx, brandId, code, events, { as: "evidence", at: clock() });
  }
}

const codesOf = (moments: Moments): readonly string[] => [...new Set(moments.map(({ code }) => code))].sort();

/**
 * Whether all of them are tagged moments of people who take part in the study. Whose they are is held, each in the order of
 * their codes: nobody is deleted while words are kept that may be theirs.
 */
async function areOf(tx: Tx, brandId: string, studyId: string, moments: Moments): Promise<boolean> {
  for (const code of codesOf(moments)) {
    const participant = await holdParticipant(tx, brandId, code);
    if (participant?.studyId !== studyId) return false;
    const record = await readLabRecord(tx, brandId, code);
    const tagged = new Set(record.flatMap(({ id, event }) => (event.kind === "tagged" ? [id] : [])));
    if (moments.some((moment) => moment.code === code && !tagged.has(moment.event))) return false;
  }
  return true;
}

/** Its title is not said there, for it would stay: it may quote somebody, and goes with them. */
async function audit(
  onedoor: Onedoor,
  tx: Tx,
  brandId: string,
  { accountId, name }: Researcher,
  studyId: string,
  action: string,
  detail: { readonly id: string; readonly severity?: number },
): Promise<void> {
  const actor = toJson({ kind: "lab", accountId, name });
  const at = await brandNow(onedoor, brandId, tx);
  await insertAudit(tx, brandId, [{ at, actor, action, subject: studyId, body: toJson(detail) }]);
}

import type { AppLoadContext } from "@remix-run/node";
import type { HeadOfStudy } from "~/components/lab/lab-head";
import { PROBLEMS } from "~/content/lab/problems";
import type { Instant } from "~/domain/shared/time";
import { type Results, resultsOf } from "~/domain/usability/results";
import { permittedSession, type SessionRecord } from "~/domain/usability/results/permitted";
import { type Problem, problemsOf } from "~/domain/usability/results/problems";
import { type TaggedMoment, taggedIn } from "~/domain/usability/results/tagged";
import type { Study } from "~/domain/usability/study";
import type { LabViewer } from "~/server/app-context";
import { readProblems } from "~db/queries/lab-problems";
import { readStudyVersion, type StudyRecord } from "~db/queries/studies";
import { readStudyRecords } from "~db/queries/study-records";
import { notFound } from "../partner/partner-access";
import { inLab } from "./lab-access";
import { headOf, studyAt } from "./study-here";

/** What a version of a study has shown, with all that it was reckoned from. */
export interface ResultsHere {
  readonly viewer: LabViewer;
  readonly record: StudyRecord;
  readonly head: HeadOfStudy;
  /** 0 where the study was never opened: then nothing below it is there. */
  readonly version: number;
  readonly study: Study;
  readonly sessions: readonly SessionRecord[];
  /** Of every version: a moment of this one may show a problem that was found in another. */
  readonly problems: readonly Problem[];
  readonly results: Results;
  /** The moment that the results are of, in real time. */
  readonly now: Instant;
  readonly moments: readonly TaggedMoment[];
}

/** Of the version that the address asks for, or of the one that sessions are of now. Not found when there was no such version. */
export async function resultsHere(
  context: AppLoadContext,
  request: Request,
  studyId: string | undefined,
): Promise<ResultsHere> {
  const viewer = inLab(context, request, "see-results");
  const record = await studyAt(context, studyId);
  const asked = new URL(request.url).searchParams.get("version") ?? "";
  if (!/^(|[1-9]\d{0,3})$/.test(asked)) throw notFound();
  const version = asked === "" ? record.version : Number(asked);
  if (version > record.version) throw notFound();
  const { kysely } = context.onedoor.db;
  const brandId = context.brand.id;
  const [study, sessions, kept] = await Promise.all([
    version === 0 ? record.draft : readStudyVersion(kysely, brandId, record.id, version),
    readStudyRecords(kysely, brandId, record.id, version),
    readProblems(kysely, brandId, record.id),
  ]);
  if (study === undefined) throw notFound();
  const problems = kept.map((problem) => ({ ...problem, title: problem.title || PROBLEMS.unnamed }));
  const now = context.onedoor.clock();
  const results = resultsOf(study, sessions, now, problemsOf(problems, sessions));
  const moments = sessions.flatMap((session) => taggedIn(permittedSession(study, session)));
  return {
    viewer,
    record,
    head: headOf(record, viewer),
    version,
    study,
    sessions,
    problems,
    results,
    now,
    moments,
  };
}

/** The version as an address names it: nothing where it is the one of now. */
export const versionQuery = ({ version, record }: Pick<ResultsHere, "version" | "record">) =>
  version === record.version ? {} : { version: String(version) };

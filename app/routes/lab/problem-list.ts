import type { AppLoadContext } from "@remix-run/node";
import type { MomentShown } from "~/components/lab/results/moment-line";
import type { ProblemShown } from "~/components/lab/results/one-problem";
import { PICTURES } from "~/content/lab/pictures";
import { PROBLEMS } from "~/content/lab/problems";
import { RESULTS, secondsInWords, shareInWords } from "~/content/lab/results";
import type { ProblemSeen } from "~/domain/usability/results/problems";
import { type Row, rowsOf } from "~/domain/usability/results/rows";
import type { TaggedMoment } from "~/domain/usability/results/tagged";
import type { PicturesHere } from "./pictures-of";
import type { ResultsHere } from "./results-of";
import { taskName } from "./results-tables";

/** Where the page that was open in a moment is found, as a picture and as it was sent; null where there is none. */
export type MomentFiles = (moment: TaggedMoment) => {
  readonly picture: string | null;
  readonly html: string | null;
};

/** By the addresses of this server. */
export const filesByAddress =
  ({ paths }: AppLoadContext, pictures: PicturesHere): MomentFiles =>
  ({ code, page }) => ({
    picture: pictures.of(code, page?.snapshot, "")?.src ?? null,
    html: page?.snapshot == null ? null : paths.labPageAsSent(code, page.snapshot),
  });

/** The problems for a program. */
export const problemsAsJson = (context: AppLoadContext, here: ResultsHere, files: MomentFiles) => ({
  format: "onedoor-study-problems-1",
  study: { id: here.record.id, name: here.study.name, version: here.version },
  problems: problemList(context, here, files),
});

/** The problems as a list to work off, each with what shows it. */
const problemList = (context: AppLoadContext, { results }: ResultsHere, files: MomentFiles) =>
  results.problems.map(({ id, title, severity, people, moments }, place) => ({
    rank: place + 1,
    id,
    title,
    severity,
    people,
    evidence: moments.map((moment) => ({
      participant: moment.code,
      variant: moment.variant,
      task: moment.task,
      page: moment.page?.pattern ?? null,
      title: moment.page?.title ?? null,
      at: moment.at,
      intoSession: secondsInWords(moment.sinceMs / 1_000),
      note: moment.note,
      ...files(moment),
      session: context.paths.labReplay(moment.code, { moment: moment.id }),
    })),
  }));

/** The same for a spreadsheet: a line for each moment, and one for a problem that nothing shows any more. */
export function problemRows(
  context: AppLoadContext,
  here: ResultsHere,
  files: MomentFiles,
): readonly (readonly string[])[] {
  const lines = problemList(context, here, files).flatMap(({ rank, title, severity, people, evidence }) => {
    const problem: Row<"problems"> = {
      rank,
      problem: title,
      severity,
      people: people?.count ?? 0,
      of: people?.of ?? 0,
      share: people?.share ?? null,
      share_low: people?.low ?? null,
      share_high: people?.high ?? null,
    };
    const shown = evidence.map(({ title: name, intoSession: _, ...moment }) => ({
      ...problem,
      ...moment,
      page_title: name,
    }));
    return shown.length === 0 ? [problem] : shown;
  });
  return rowsOf("problems", lines);
}

/** A moment as a list shows it: what was noted, and who, where and when it was. */
export function momentShown(
  context: AppLoadContext,
  { study }: ResultsHere,
  pictures: PicturesHere,
  moment: TaggedMoment,
): MomentShown {
  const place = study.tasks.findIndex(({ id }) => id === moment.task);
  const task = place === -1 ? PROBLEMS.noTask : taskName(place, study.tasks[place]?.words ?? "");
  const who = PROBLEMS.moment(moment.code, task, secondsInWords(moment.sinceMs / 1_000));
  const of = moment.page === null ? who : `${who}, ${moment.page.title}`;
  const snapshot = moment.page?.snapshot;
  return {
    code: moment.code,
    event: moment.id,
    note: moment.note,
    of,
    page: snapshot == null ? null : context.paths.labPage(moment.code, snapshot),
    picture: pictures.of(moment.code, snapshot, PICTURES.of(of)),
    replay: context.paths.labReplay(moment.code, { moment: moment.id }),
  };
}

export const problemShown = (
  context: AppLoadContext,
  here: ResultsHere,
  pictures: PicturesHere,
  { id, title, severity, people, moments }: ProblemSeen,
): ProblemShown => ({
  id,
  title,
  severity,
  words: `${PROBLEMS.severities[severity] ?? ""}. ${RESULTS.met}: ${shareInWords(people)}.`,
  moments: moments.map((moment) => momentShown(context, here, pictures, moment)),
});

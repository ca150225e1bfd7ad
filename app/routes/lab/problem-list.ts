import type { AppLoadContext } from "@remix-run/node";
import type { MomentShown } from "~/components/lab/results/moment-line";
import type { ProblemShown } from "~/components/lab/results/one-problem";
import { PROBLEM_FILE, PROBLEMS, RESULTS, secondsInWords, shareInWords } from "~/content/lab/results";
import type { ProblemSeen } from "~/domain/usability/results/problems";
import type { TaggedMoment } from "~/domain/usability/results/tagged";
import type { ResultsHere } from "./results-of";
import { taskName } from "./results-tables";

/** Where the page as it was in a moment can be looked at; null where it was not kept. */
export const pictureHref = ({ paths }: AppLoadContext, { code, page }: TaggedMoment): string | null =>
  page?.snapshot == null ? null : paths.labPage(code, page.snapshot);

/** The problems as a list to work off, each with what shows it. */
export const problemList = (context: AppLoadContext, { results }: ResultsHere) =>
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
      picture: pictureHref(context, moment),
      session: context.paths.labReplay(moment.code),
    })),
  }));

/** The same for a spreadsheet: a line for each moment, and one for a problem that nothing shows any more. */
export function problemRows(context: AppLoadContext, here: ResultsHere): readonly (readonly string[])[] {
  const lines = problemList(context, here).flatMap(({ rank, title, severity, people, evidence }) => {
    const problem = [
      rank,
      title,
      severity,
      people?.count ?? 0,
      people?.of ?? 0,
      people?.share ?? "",
      people?.low ?? "",
      people?.high ?? "",
    ].map(String);
    const shown = evidence.map(
      ({ participant, variant, task, page, title: name, at, note, picture, session }) => [
        ...problem,
        ...[participant, variant, task, page, name, at, note, picture, session].map((cell) => cell ?? ""),
      ],
    );
    return shown.length === 0 ? [[...problem, ...Array.from({ length: 9 }, () => "")]] : shown;
  });
  return [PROBLEM_FILE, ...lines];
}

/** A moment as a list shows it: what was noted, and who, where and when it was. */
export function momentShown(
  context: AppLoadContext,
  { study }: ResultsHere,
  moment: TaggedMoment,
): MomentShown {
  const place = study.tasks.findIndex(({ id }) => id === moment.task);
  const task = place === -1 ? PROBLEMS.noTask : taskName(place, study.tasks[place]?.words ?? "");
  const of = PROBLEMS.moment(moment.code, task, secondsInWords(moment.sinceMs / 1_000));
  return {
    code: moment.code,
    event: moment.id,
    note: moment.note,
    of: moment.page === null ? of : `${of}, ${moment.page.title}`,
    picture: pictureHref(context, moment),
    replay: context.paths.labReplay(moment.code),
  };
}

export const problemShown = (
  context: AppLoadContext,
  here: ResultsHere,
  { id, title, severity, people, moments }: ProblemSeen,
): ProblemShown => ({
  id,
  title,
  severity,
  words: `${PROBLEMS.severities[severity] ?? ""}. ${RESULTS.met}: ${shareInWords(people)}.`,
  moments: moments.map((moment) => momentShown(context, here, moment)),
});

import { SEQ, SUS_ITEMS, susId, TASK_ENDS, type TaskEnd } from "../log";
import type { Answer, Session } from "../session";
import { LOST } from "../statistics/lostness";
import { geometricMeanOf, type Mean, meanOf } from "../statistics/mean";
import { type Share, shareOf } from "../statistics/share";
import { type SusGrade, susGrade, susScore } from "../statistics/sus";
import type { Study, Task } from "../study";
import { figuresOfQuestions, type QuestionFigures } from "./answers";
import type { Attempt, Way } from "./attempts";
import { mostOf, type PatternCount } from "./counts";
import { pathOf, type TaskPath } from "./path";

/** How a task went for some people. Every share and mean has its own number of people. */
export interface TaskFigures {
  /** Who began it and came to an end. */
  readonly attempts: number;
  /** Of whom nobody has judged yet whether they did it: they are in no share. */
  readonly notJudged: number;
  readonly completion: Share | null;
  readonly ended: Readonly<Record<TaskEnd, number>>;
  /** Seconds, of those who did it: geometric mean. */
  readonly seconds: Mean | null;
  readonly ease: Mean | null;
  /** Of those who allowed their pages to be followed, as is all that is below. */
  readonly errors: {
    /** Fields put right, or not, per participant. */
    readonly mean: Mean | null;
    readonly some: Share | null;
    readonly fields: readonly { readonly pattern: string; readonly field: string; readonly people: number }[];
  };
  readonly lostness: { readonly mean: Mean | null; readonly lost: Share | null };
  /** The page after the first: whether it was the next of the shortest way, and what it was. */
  readonly firstPage: { readonly right: Share | null; readonly counts: readonly PatternCount[] };
  /** What was clicked on first; of those who had scripts on. */
  readonly firstClick: readonly { readonly on: string; readonly people: number }[];
  readonly questions: readonly QuestionFigures[];
  readonly path: TaskPath;
}

const SEQ_ENDS = { low: 1, high: 7 };

export function taskFigures(study: Study, task: Task, attempts: readonly Attempt[]): TaskFigures {
  const judged = attempts.filter(({ outcome }) => outcome !== "not-judged");
  const done = attempts.filter(({ outcome }) => outcome === "success");
  const ways = attempts.flatMap(({ way }) => way ?? []);
  const lost = ways.flatMap((way) => way.lostness ?? []);
  const moved = ways.flatMap(({ firstPage }) => firstPage ?? []);
  return {
    attempts: attempts.length,
    notJudged: attempts.length - judged.length,
    completion: shareOf(done.length, judged.length),
    ended: Object.fromEntries(
      TASK_ENDS.map((end) => [end, attempts.filter(({ how }) => how === end).length]),
    ) as Record<TaskEnd, number>,
    seconds: geometricMeanOf(secondsOf(done)),
    ease: meanOf(
      attempts.flatMap(({ answers }) => numberIn(answers, SEQ)),
      SEQ_ENDS,
    ),
    errors: {
      mean: meanOf(
        ways.map(({ errors }) => errors.length),
        { low: 0, high: Infinity },
      ),
      some: shareOf(ways.filter(({ errors }) => errors.length > 0).length, ways.length),
      fields: wrongFields(ways),
    },
    lostness: {
      mean: meanOf(lost, { low: 0, high: Infinity }),
      lost: shareOf(lost.filter((each) => each > LOST).length, lost.length),
    },
    firstPage: {
      right: task.optimalPath.length < 2 ? null : shareOf(rightFirst(task, moved), moved.length),
      counts: mostOf(moved),
    },
    firstClick: mostOf(ways.flatMap(({ firstClick }) => firstClick ?? [])).map(({ pattern, people }) => ({
      on: pattern,
      people,
    })),
    questions: figuresOfQuestions(
      study,
      task.questions,
      attempts.map(({ answers }) => answers),
    ),
    path: pathOf(task.optimalPath, attempts),
  };
}

/** The times of attempts, in seconds. A time of nothing at all, which has no logarithm, counts as a thousandth. */
export const secondsOf = (attempts: readonly Attempt[]): readonly number[] =>
  attempts.map(({ seconds }) => Math.max(0.001, seconds));

const rightFirst = ({ optimalPath }: Task, moved: readonly string[]): number =>
  moved.filter((pattern) => pattern === optimalPath[1]).length;

function wrongFields(ways: readonly Way[]) {
  const once = ways.flatMap(({ errors }) => [
    ...new Set(errors.map(({ pattern, field }) => `${pattern} ${field}`)),
  ]);
  return mostOf(once).map(({ pattern: both, people }) => {
    const gap = both.lastIndexOf(" ");
    return { pattern: both.slice(0, gap), field: both.slice(gap + 1), people };
  });
}

const numberIn = (answers: ReadonlyMap<string, Answer>, id: string): readonly number[] => {
  const value = answers.get(id)?.value;
  return typeof value === "number" ? [value] : [];
};

/** What some people said at the end, and how much of it all they did. */
export interface EndFigures {
  readonly people: number;
  /** The share of their tasks that each did, 0 to 1, of those that have an outcome. */
  readonly done: Mean | null;
  readonly sus: {
    readonly score: Mean;
    readonly grade: SusGrade;
    /** The grades of the interval's ends. */
    readonly grades: { readonly low: SusGrade; readonly high: SusGrade } | null;
  } | null;
  readonly questions: readonly QuestionFigures[];
}

/** The score of a session; null where it was not answered whole. */
export const susOf = ({ answers }: Session): number | null =>
  susScore(Array.from({ length: SUS_ITEMS }, (_, item) => numberIn(answers, susId(item + 1))[0]));

export function endFigures(
  study: Study,
  sessions: readonly { readonly session: Session; readonly attempts: readonly Attempt[] }[],
): EndFigures {
  const score = meanOf(
    sessions.flatMap(({ session }) => susOf(session) ?? []),
    { low: 0, high: 100 },
  );
  const done = sessions.flatMap(({ attempts }) => {
    const judged = attempts.filter(({ outcome }) => outcome !== "not-judged");
    return judged.length === 0
      ? []
      : [judged.filter(({ outcome }) => outcome === "success").length / judged.length];
  });
  return {
    people: sessions.length,
    done: meanOf(done, { low: 0, high: 1 }),
    sus: score && {
      score,
      grade: susGrade(score.mean),
      grades: score.interval && { low: susGrade(score.interval.low), high: susGrade(score.interval.high) },
    },
    questions: figuresOfQuestions(
      study,
      study.atEnd,
      sessions.map(({ session }) => session.answers),
    ),
  };
}

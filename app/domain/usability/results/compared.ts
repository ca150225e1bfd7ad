import type { Answer } from "../session";
import { fisherExact } from "../statistics/fisher";
import { holm } from "../statistics/holm";
import { geometricMeanOf, type Mean } from "../statistics/mean";
import { type Share, type ShareDifference, shareDifference, shareOf } from "../statistics/share";
import { compareTimes, type TimesCompared } from "../statistics/times-compared";
import type { Study } from "../study";
import { isRight } from "./answers";
import type { Attempt } from "./attempts";
import { secondsOf } from "./figures";

interface OfComparison {
  /** Null at the end of the session. */
  readonly task: string | null;
  /** Two variants' ids; `to` is set against `from`. */
  readonly from: string;
  readonly to: string;
  /** How likely luck alone is to bring as much: of this comparison by itself, and corrected for there being others. */
  readonly p: number;
  readonly corrected: number;
}

/** Two variants set against each other, in one thing. */
export type Comparison =
  | (OfComparison & {
      /** Who did the task, or who said what is true. */
      readonly of: "completion" | "comprehension";
      /** Of comprehension. */
      readonly question: string | null;
      readonly shares: { readonly from: Share; readonly to: Share };
      readonly effect: ShareDifference;
    })
  | (OfComparison & {
      readonly of: "time";
      /** Seconds, of those who did the task. */
      readonly times: { readonly from: Mean; readonly to: Mean };
      readonly effect: TimesCompared;
    });

type Uncorrected = Comparison extends infer Each
  ? Each extends Comparison
    ? Omit<Each, "corrected">
    : never
  : never;

/** One participant's answers, wherever they were asked. */
export interface AnswersAt {
  readonly variant: string;
  readonly task: string | null;
  readonly answers: ReadonlyMap<string, Answer>;
}

/**
 * Every two variants, in every task and every question that has a right answer: shares by Fisher's exact test, times of
 * those who did it by Welch's t on logarithms; all of them corrected together by Holm. What cannot be told apart because
 * nobody is there, or too few, is left out.
 */
export function compareVariants(
  study: Study,
  attempts: readonly Attempt[],
  answered: readonly AnswersAt[],
): readonly Comparison[] {
  const asked = [
    ...study.tasks.flatMap(({ id, questions }) => questions.map((question) => ({ task: id, question }))),
    ...study.atEnd.map((question) => ({ task: null, question })),
  ].filter(({ question }) =>
    study.questions.some(({ id, kind }) => id === question && kind === "comprehension"),
  );
  const found = pairsOf(study.variants.map(({ id }) => id)).flatMap(([from, to]): Uncorrected[] => [
    ...study.tasks.flatMap(({ id: task }) => {
      const of = (variant: string) =>
        attempts.filter((each) => each.task === task && each.variant === variant);
      return [...completion(task, from, to, of), ...time(task, from, to, of)];
    }),
    ...asked.flatMap(({ task, question }) =>
      shares({ of: "comprehension", task, question, from, to }, (variant) => {
        const answers = answered
          .filter((each) => each.variant === variant && each.task === task)
          .flatMap((each) => each.answers.get(question) ?? [])
          .filter(({ truth }) => truth !== null);
        return shareOf(answers.filter(isRight).length, answers.length);
      }),
    ),
  ]);
  const corrected = holm(found.map(({ p }) => p));
  return found.map((each, place) => ({ ...each, corrected: corrected[place] ?? 1 }));
}

type OfVariant = (variant: string) => readonly Attempt[];

const completion = (task: string, from: string, to: string, of: OfVariant) =>
  shares({ of: "completion", task, question: null, from, to }, (variant) => {
    const judged = of(variant).filter(({ outcome }) => outcome !== "not-judged");
    return shareOf(judged.filter(({ outcome }) => outcome === "success").length, judged.length);
  });

function shares(
  what: {
    readonly of: "completion" | "comprehension";
    readonly task: string | null;
    readonly question: string | null;
    readonly from: string;
    readonly to: string;
  },
  shareIn: (variant: string) => Share | null,
): Uncorrected[] {
  const [from, to] = [shareIn(what.from), shareIn(what.to)];
  if (from === null || to === null) return [];
  return [{ ...what, shares: { from, to }, effect: shareDifference(from, to), p: fisherExact(from, to) }];
}

function time(task: string, from: string, to: string, of: OfVariant): Uncorrected[] {
  const [first, second] = [from, to].map((variant) =>
    secondsOf(of(variant).filter(({ outcome }) => outcome === "success")),
  );
  if (first === undefined || second === undefined) return [];
  const effect = compareTimes(first, second);
  const times = { from: geometricMeanOf(first), to: geometricMeanOf(second) };
  if (effect === null || times.from === null || times.to === null) return [];
  return [{ of: "time", task, from, to, times: { from: times.from, to: times.to }, effect, p: effect.p }];
}

const pairsOf = (ids: readonly string[]): readonly (readonly [string, string])[] =>
  ids.flatMap((one, place) => ids.slice(place + 1).map((other) => [one, other] as const));

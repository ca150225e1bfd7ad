import type { Answer } from "../session";
import { type Mean, meanOf } from "../statistics/mean";
import { type Share, shareOf } from "../statistics/share";
import type { Question, Study } from "../study";
import { mostOf } from "./counts";

interface OfQuestion {
  readonly id: string;
  readonly words: string;
  readonly answered: number;
}

/** What was answered to one question. */
export type QuestionFigures =
  | (OfQuestion & {
      readonly kind: "scale";
      readonly mean: Mean | null;
      readonly low: string;
      readonly high: string;
      /** How many chose each step, from 1. */
      readonly counts: readonly number[];
    })
  | (OfQuestion & {
      readonly kind: "choice";
      readonly counts: readonly { readonly option: string; readonly people: number }[];
    })
  | (OfQuestion & {
      readonly kind: "comprehension";
      /** Who said what was true in their own world. */
      readonly right: Share | null;
      /** What was said that was not so, and what was, most first. */
      readonly wrong: readonly { readonly said: string; readonly truth: string; readonly people: number }[];
    })
  /** Answered by who wrote something; only the words of those who allow theirs to be quoted. */
  | (OfQuestion & { readonly kind: "text"; readonly said: readonly string[]; readonly empty: number });

export const isRight = ({ value, truth }: Answer): boolean => truth !== null && value === truth;

/** The answers of several people to one question. */
export function questionFigures(question: Question, answers: readonly Answer[]): QuestionFigures {
  const { id, words } = question;
  const common = { id, words, answered: answers.length };
  switch (question.kind) {
    case "scale": {
      const { steps, low, high } = question;
      const numbers = answers.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
      return {
        ...common,
        kind: "scale",
        low,
        high,
        mean: meanOf(numbers, { low: 1, high: steps }),
        counts: Array.from(
          { length: steps },
          (_, step) => numbers.filter((each) => each === step + 1).length,
        ),
      };
    }
    case "choice":
      return {
        ...common,
        kind: "choice",
        counts: question.options.map((option) => ({
          option,
          people: answers.filter(({ value }) => value === option).length,
        })),
      };
    case "comprehension": {
      // Where nothing was true (there was no letter, say) nobody can be right.
      const known = answers.filter(({ truth }) => truth !== null);
      const wrong = known.filter((answer) => !isRight(answer));
      return {
        ...common,
        answered: known.length,
        kind: "comprehension",
        right: shareOf(known.length - wrong.length, known.length),
        wrong: mostOf(wrong.map(({ value, truth }) => JSON.stringify([value, truth]))).map(
          ({ pattern, people }) => {
            const [said, truth] = JSON.parse(pattern) as [string | number, string];
            return { said: String(said), truth, people };
          },
        ),
      };
    }
    case "text": {
      const written = answers.filter(({ value, withheld }) => value !== "" || withheld);
      return {
        ...common,
        answered: written.length,
        kind: "text",
        said: written.flatMap(({ value, withheld }) => (withheld ? [] : [String(value)])),
        empty: answers.length - written.length,
      };
    }
    default:
      return question satisfies never;
  }
}

/** The questions of these ids, in their order, with what was answered. */
export const figuresOfQuestions = (
  study: Study,
  ids: readonly string[],
  answers: readonly ReadonlyMap<string, Answer>[],
): readonly QuestionFigures[] =>
  ids.flatMap((id) => {
    const question = study.questions.find((each) => each.id === id);
    return question === undefined
      ? []
      : [
          questionFigures(
            question,
            answers.flatMap((each) => each.get(id) ?? []),
          ),
        ];
  });

import { z } from "zod";
import { normalPostcode } from "../../shared/identifiers";
import type { JourneyFacts, PlaceAnswer } from "../draft-answers";
import { line } from "../input";
import { knownOfWhoIsAskedFor, NOTHING_KNOWN } from "../known";
import { type StepDefinition, whose } from "../step";

export const PRACTICE_NONE = "none";
export const PRACTICE_NOT_SURE = "not-sure";

export const place: StepDefinition<PlaceAnswer> = {
  id: "place",
  title: ({ answers }) => `What is ${whose(answers)} postcode and GP practice?`,
  schema: ({ answers, facts }) =>
    z
      .object({
        postcode: line
          .refine((text) => text !== "", { error: `Enter ${whose(answers)} postcode` })
          .refine((text) => normalPostcode(text) !== undefined, {
            error: "Enter a whole postcode, like BS3 1TF",
          })
          .transform((text) => normalPostcode(text) ?? text),
        practice: line.refine((value) => isPracticeAnswer(value, facts), {
          error: "Choose a GP practice, or say that you are not sure",
        }),
      })
      .transform((typed) => ({ ...typed, position: null })),
  typed: ({ postcode, practice }) => ({ postcode, practice }),
  readBack: ({ postcode, practice }, { answers, facts, known = NOTHING_KNOWN }) => {
    const verified = knownOfWhoIsAskedFor(answers, known).practice ?? practice;
    const [used, said] = [verified, practice].map((each) => practiceInWords(each, facts.practices));
    return [
      { step: "place", label: "Postcode", value: postcode },
      {
        step: "place",
        label: "GP practice",
        value:
          verified === practice
            ? `${used}`
            : `${used}. You are registered there, so we use it. Your answer was “${said}”.`,
      },
    ];
  },
};

/** One of the brand's practices, none, or not sure. */
export const isPracticeAnswer = (value: string, { practices }: JourneyFacts): boolean =>
  value === PRACTICE_NONE || value === PRACTICE_NOT_SURE || practices.some(({ ods }) => ods === value);

function practiceInWords(
  practice: string,
  practices: readonly { readonly ods: string; readonly name: string }[],
): string {
  if (practice === PRACTICE_NONE) return "Not registered with one here";
  if (practice === PRACTICE_NOT_SURE) return "Not sure";
  return practices.find(({ ods }) => ods === practice)?.name ?? practice;
}

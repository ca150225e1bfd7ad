import { z } from "zod";
import type { Service } from "../../directory/types";
import type { ChooseAnswer, DraftAnswers } from "../draft-answers";
import { line } from "../input";
import type { StepDefinition } from "../step";
import { conditionIn } from "./service-question";

/** "Choose for me": the best of what can be had at the moment of asking. */
export const BEST = "best";

export const choose: StepDefinition<ChooseAnswer> = {
  id: "choose",
  title: ({ service }) => (service.parts ? "Whose boxes it comes in" : "Choose who to ask"),
  schema: ({ service, answers }) =>
    z
      .object({
        choice: line
          .refine((value) => value !== "", { error: "Choose who to ask, or “Choose for me”" })
          .refine((value) => value.length <= 200, { error: "Choose from the list on this page" }),
      })
      .transform(({ choice }) => ({
        choice,
        offerId: choice === BEST ? null : choice,
        booking: null,
        basis: choiceBasis(service, answers),
      })),
  typed: ({ choice }) => ({ choice }),
  /** The page that shows check answers names the offer: only it knows the directory. */
  readBack: ({ choice }, { service }) => [
    {
      step: "choose",
      label: "Who to ask",
      value: service.parts ? "Whoever fits best for each part" : choice === BEST ? "Choose for me" : choice,
    },
  ],
};

/** What the list of offers was worked out from. Another person, place, age, sex, condition or preference makes another list. */
export function choiceBasis({ questions }: Pick<Service, "questions">, answers: DraftAnswers): string {
  const { who, about, place, preferences } = answers;
  return JSON.stringify([
    who?.who ?? null,
    about?.bornOn ?? null,
    about?.sex ?? null,
    place?.postcode ?? null,
    place?.practice ?? null,
    preferences?.modes ?? [],
    preferences?.first ?? null,
    preferences?.access ?? [],
    preferences?.language ?? null,
    conditionIn(questions, answers),
  ]);
}

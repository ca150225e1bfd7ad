import { z } from "zod";
import { momentInWords } from "../../shared/moments-in-words";
import type { TimeAnswer } from "../draft-answers";
import { line } from "../input";
import { byWho, type StepDefinition } from "../step";

export const SOONEST = "soonest";

export const time: StepDefinition<TimeAnswer> = {
  id: "time",
  title: ({ answers }) =>
    byWho(answers, "Choose a time", "Choose a time for your child", "Choose a time for them"),
  schema: ({ answers }) =>
    z
      .object({
        slot: line
          .refine((value) => value !== "", {
            error: "Choose a time, or “The soonest there is”",
          })
          .refine((value) => value.length <= 200, { error: "Choose one of the times on this page" }),
      })
      .transform(({ slot }) => ({ slot, offerId: answers.choose?.offerId ?? null, startsAt: null })),
  typed: ({ slot }) => ({ slot }),
  readBack: ({ startsAt }, { facts }) => [
    {
      step: "time",
      label: "Time",
      value: startsAt === null ? "The soonest there is" : momentInWords(startsAt, facts.today),
    },
  ],
};

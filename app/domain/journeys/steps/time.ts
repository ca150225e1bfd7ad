import { DateTime } from "luxon";
import { z } from "zod";
import { ZONE } from "../../shared/time";
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
  readBack: ({ startsAt }) => [
    {
      step: "time",
      label: "Time",
      value: startsAt === null ? "The soonest there is" : momentInWords(startsAt),
    },
  ],
};

/** "Tuesday 24 November, 9:30am" */
const momentInWords = (at: string): string =>
  DateTime.fromISO(at, { zone: ZONE, locale: "en-GB" })
    .toFormat("cccc d MMMM, h:mma")
    .replace(/(AM|PM)$/i, (half) => half.toLowerCase());

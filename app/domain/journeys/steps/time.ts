import { z } from "zod";
import { momentInWords } from "../../shared/moments-in-words";
import type { TimeAnswer } from "../draft-answers";
import { line } from "../input";
import { byWho, type StepDefinition } from "../step";

export const SOONEST = "soonest";
/** There is no time to pick: the partner is asked to find one. */
export const ASK = "ask";
/** The same, and the person hears of a time that comes free meanwhile. */
export const ASK_AND_TELL = "ask-and-tell";

const WORDS: Readonly<Record<string, string>> = {
  [ASK]: "They find a time for you",
  [ASK_AND_TELL]: "They find a time for you, and we tell you of one that comes free",
};

/** Whether a time is asked for, and none is picked. */
export const asksForATime = (slot: string): boolean => Object.hasOwn(WORDS, slot);

export const time: StepDefinition<TimeAnswer> = {
  id: "time",
  title: ({ answers }) =>
    byWho(answers, "Choose a time", "Choose a time for your child", "Choose a time for them"),
  schema: ({ answers }) =>
    z
      .object({
        slot: line
          .refine((value) => value !== "", {
            error: "Choose one of those on this page",
          })
          .refine((value) => value.length <= 200, { error: "Choose one of the times on this page" }),
      })
      .transform(({ slot }) => ({ slot, offerId: answers.choose?.offerId ?? null, startsAt: null })),
  typed: ({ slot }) => ({ slot }),
  readBack: ({ slot, startsAt }, { facts }) => [
    {
      step: "time",
      label: "Time",
      value:
        startsAt === null ? (WORDS[slot] ?? "The soonest there is") : momentInWords(startsAt, facts.today),
    },
  ],
};

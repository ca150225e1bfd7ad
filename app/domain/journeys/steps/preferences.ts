import { z } from "zod";
import type { Mode } from "../../directory/types";
import { MODE_WORDS } from "../../shared/in-words";
import { FIRST, type PreferencesAnswer } from "../draft-answers";
import { anyOf, oneOf } from "../input";
import { byWho, type StepDefinition } from "../step";

export const MODES: readonly Mode[] = ["in-person", "phone", "video", "home-visit"];
export const FIRST_LABELS: Readonly<Record<PreferencesAnswer["first"], string>> = {
  recommended: "A good fit overall",
  soonest: "Being seen soonest",
  nearest: "Being seen nearest",
};

export const preferences: StepDefinition<PreferencesAnswer> = {
  id: "preferences",
  title: ({ answers }) =>
    byWho(
      answers,
      "How would you like to be seen?",
      "How would you like your child to be seen?",
      "How would they like to be seen?",
    ),
  schema: () =>
    z.object({
      modes: anyOf(MODES, "Choose from the ways on this page, or leave them all empty"),
      first: oneOf(FIRST, "Choose what matters most"),
    }),
  typed: ({ modes, first }) => ({ modes, first }),
  readBack: ({ modes, first }) => [
    {
      step: "preferences",
      label: "How to be seen",
      value: modes.length === 0 ? "Any way" : modes.map((mode) => MODE_WORDS[mode].choice).join(", "),
    },
    { step: "preferences", label: "What matters most", value: FIRST_LABELS[first] },
  ],
};

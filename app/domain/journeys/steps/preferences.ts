import { z } from "zod";
import type { Mode } from "../../directory/types";
import { ACCESS_NEEDS, ACCESS_WORDS } from "../../shared/access-needs";
import { MODE_WORDS } from "../../shared/in-words";
import { isLanguage, LANGUAGES, type LanguageNeeded, OTHER_LANGUAGE } from "../../shared/languages";
import { FIRST, type PreferencesAnswer } from "../draft-answers";
import { anyOf, line, oneOf } from "../input";
import { byWho, type StepDefinition } from "../step";

export const MODES: readonly Mode[] = ["in-person", "phone", "video", "home-visit"];
export const FIRST_LABELS: Readonly<Record<PreferencesAnswer["first"], string>> = {
  recommended: "A good fit overall",
  soonest: "Being seen soonest",
  nearest: "Being seen nearest",
};

/** What the list of languages begins with. Nothing chosen means the same. */
export const ENGLISH = "en";
export const languageLabel = (language: LanguageNeeded): string =>
  language === OTHER_LANGUAGE ? "Another language" : LANGUAGES[language];

const language = line
  .transform((text) => (text === "" || text === ENGLISH ? null : text))
  .refine((text): text is LanguageNeeded | null => text === null || isLanguageNeeded(text), {
    error: "Choose a language from the list",
  });
const isLanguageNeeded = (text: string): text is LanguageNeeded =>
  text === OTHER_LANGUAGE || isLanguage(text);

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
      access: anyOf(ACCESS_NEEDS, "Choose from what is on this page, or leave them all empty"),
      language,
      first: oneOf(FIRST, "Choose what matters most"),
    }),
  typed: ({ modes, access = [], language, first }) => ({
    modes,
    access,
    language: language ?? ENGLISH,
    first,
  }),
  readBack: ({ modes, access = [], language, first }) => [
    {
      step: "preferences",
      label: "How to be seen",
      value: modes.length === 0 ? "Any way" : modes.map((mode) => MODE_WORDS[mode].choice).join(", "),
    },
    ...(access.length === 0
      ? []
      : [
          {
            step: "preferences" as const,
            label: "What you need",
            value: access.map((need) => ACCESS_WORDS[need].choice).join(", "),
          },
        ]),
    ...(language
      ? [{ step: "preferences" as const, label: "Language", value: languageLabel(language) }]
      : []),
    { step: "preferences", label: "What matters most", value: FIRST_LABELS[first] },
  ],
};

import { LANGUAGES, type Language } from "~/domain/shared/languages";
import { ARABIC } from "./arabic";
import { POLISH } from "./polish";
import type { LanguageWords } from "./types";
import { URDU } from "./urdu";

/** A language that has a page of help. */
export type PageLanguage = Extract<Language, "ar" | "pl" | "ur">;

/** In the order in which they are named to people: by their English names. */
export const LANGUAGE_PAGES: Readonly<Record<PageLanguage, LanguageWords>> = {
  ar: ARABIC,
  pl: POLISH,
  ur: URDU,
};
export const PAGE_LANGUAGES = Object.keys(LANGUAGE_PAGES) as readonly PageLanguage[];

/** Whether a word of an address names a language that has a page. */
export const isPageLanguage = (text: unknown): text is PageLanguage =>
  typeof text === "string" && Object.hasOwn(LANGUAGE_PAGES, text);

/** Stands in English on a page in any language: for those around a person who do not read it. */
export const BESIDE_OTHER_LANGUAGE = {
  unchecked: "A translator has not checked these words yet. They are for show only.",
  phrase: (language: PageLanguage) => `I speak ${LANGUAGES[language]}. I need an interpreter, please.`,
} as const;

/** The page that leads to them. */
export const LANGUAGE_LIST = {
  title: "Help in other languages",
  lead: "These pages say when to call 999 or 111, and how to ask for care here. The pages after them are in English.",
  notHere: {
    title: "Is your language not here?",
    words: [
      "An interpreter is free, for any visit or call. You can ask for one.",
      "When you ask for care here, we ask which language you want to speak. There are many more to choose from.",
    ],
  },
  helps: "Someone can help you with the forms:",
} as const;

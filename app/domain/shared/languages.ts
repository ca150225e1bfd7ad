/**
 * Languages other than English, by ISO 639-1 code: the main languages of most people in England and Wales whose main
 * language is not English (Census 2021), and Welsh.
 */
export const LANGUAGES = {
  sq: "Albanian",
  ar: "Arabic",
  bn: "Bengali",
  bg: "Bulgarian",
  zh: "Chinese",
  cs: "Czech",
  fr: "French",
  de: "German",
  el: "Greek",
  gu: "Gujarati",
  hi: "Hindi",
  hu: "Hungarian",
  it: "Italian",
  ku: "Kurdish",
  lv: "Latvian",
  lt: "Lithuanian",
  ml: "Malayalam",
  ne: "Nepali",
  pa: "Panjabi",
  ps: "Pashto",
  fa: "Persian",
  pl: "Polish",
  pt: "Portuguese",
  ro: "Romanian",
  ru: "Russian",
  sk: "Slovak",
  so: "Somali",
  es: "Spanish",
  ta: "Tamil",
  ti: "Tigrinya",
  tr: "Turkish",
  uk: "Ukrainian",
  ur: "Urdu",
  vi: "Vietnamese",
  cy: "Welsh",
  yo: "Yoruba",
} as const;
/** ISO 639-1. */
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

export const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** A language that is not in the list: which one is asked before the visit. */
export const OTHER_LANGUAGE = "other";
/** What a person needs to be spoken to in, when English will not do. */
export type LanguageNeeded = Language | typeof OTHER_LANGUAGE;

export const LANGUAGES_NEEDED: readonly LanguageNeeded[] = [...LANGUAGE_CODES, OTHER_LANGUAGE];

/** What is known of the languages that an offer is given in, English apart. */
export interface LanguagesGiven {
  readonly spoken: readonly Language[];
  /** Can an interpreter of another language be there, or on the line? Null: not known. */
  readonly interpreter: boolean | null;
}

/** "Polish", or "your language" when it is not in the list. */
export const languageInWords = (language: LanguageNeeded): string =>
  language === OTHER_LANGUAGE ? "your language" : LANGUAGES[language];

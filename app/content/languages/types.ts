import type { FrameWords } from "../frame";
import type { WordsSection } from "../privacy";

/** A page of help in one language. Each of its words is asked for, so a language is there as a whole or not at all. */
export interface LanguageWords {
  /** What its own people call it. */
  readonly ownName: string;
  readonly frame: FrameWords;
  readonly title: string;
  /** That no translator has looked at these words. */
  readonly unchecked: string;
  readonly emergency: WordsSection;
  readonly urgent: WordsSection;
  readonly interpreter: WordsSection;
  /** Before words in English that a person can say, or show. */
  readonly sayInEnglish: string;
  readonly about: WordsSection;
  readonly begin: WordsSection;
  /** Before who can help with pages that are in English. */
  readonly whoHelps: string;
  readonly start: string;
}

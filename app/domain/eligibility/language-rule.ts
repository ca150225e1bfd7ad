import type { Terms } from "../directory/terms";
import { listInWords } from "../shared/in-words";
import { LANGUAGES, languageInWords, OTHER_LANGUAGE } from "../shared/languages";
import type { Circumstances } from "./circumstances";
import type { RuleOfEligibility } from "./rule";

/**
 * English is taken for granted. Another language is met by somebody who speaks it or by an interpreter; it is not met when
 * it is known that there can be no interpreter; and it is not known as long as nobody has said.
 */
export const LANGUAGE_RULE: RuleOfEligibility = {
  rule: "language",
  failsOn: (terms, given) =>
    given.language !== null && !isSpoken(terms, given) && terms.languages?.interpreter === false,
  code: () => "32",
  says: ({ terms }, given, failed) => {
    const { language } = given;
    if (language === null) return "In English";
    const name = languageInWords(language);
    if (failed) {
      const spoken = ["English", ...(terms.languages?.spoken ?? []).map((each) => LANGUAGES[each])];
      return `Only in ${listInWords(spoken, "and")}, with no interpreter`;
    }
    if (isSpoken(terms, given)) return `They speak ${name}`;
    return terms.languages?.interpreter === true
      ? `They can get an interpreter for ${name}`
      : `We will check that there can be an interpreter for ${name}`;
  },
  notable: (_, given) => given.language !== null,
};

const isSpoken = ({ languages }: Terms, { language }: Circumstances): boolean =>
  language !== null && language !== OTHER_LANGUAGE && languages?.spoken.includes(language) === true;

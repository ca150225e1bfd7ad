import type { Terms } from "../directory/terms";
import { ACCESS_WORDS, type AccessNeed, IN_A_BUILDING } from "../shared/access-needs";
import { listInWords, modesInWords } from "../shared/in-words";
import type { Circumstances } from "./circumstances";
import type { RuleOfEligibility } from "./rule";
import { goesToPlace, waysFor } from "./ways";

/**
 * Each thing that a person needs is met, not met, or not known.
 * - What a building meets matters only to somebody who has to go to it. Where another way suits them (by phone, at home), a
 *   building that does not meet it rules nothing out, and the note says which way is left.
 * - What is known not to be met fails the offer.
 * - What nobody has said passes: the note says that it will be checked. It must not hide a place that may well have it.
 */
export const ACCESS_RULE: RuleOfEligibility = {
  rule: "access-needs",
  failsOn: (terms, given) => given.access.length > 0 && sorted(terms, given).unmet.length > 0,
  code: () => "32",
  says: ({ terms }, given, failed) => {
    const { met, unmet, unknown, elsewhere } = sorted(terms, given);
    if (failed) return `They do not have ${inWords(unmet, "or")}`;
    const sentences = [
      ...(met.length === 0 ? [] : [`They have ${inWords(met, "and")}`]),
      ...(unknown.length === 0 ? [] : [`We will check that they have ${inWords(unknown, "and")}`]),
      ...(elsewhere.length === 0
        ? []
        : [
            `Their building does not have ${inWords(elsewhere, "or")}, but they can see you ${otherWays(terms, given)}`,
          ]),
    ];
    return sentences.length > 0 ? sentences.join(". ") : "No special access needed";
  },
  notable: ({ terms }, given) => {
    if (given.access.length === 0) return false;
    const { met, unknown, elsewhere } = sorted(terms, given);
    return met.length + unknown.length + elsewhere.length > 0;
  },
};

interface Sorted {
  readonly met: readonly AccessNeed[];
  readonly unmet: readonly AccessNeed[];
  readonly unknown: readonly AccessNeed[];
  /** Not met in the building, and another way suits. */
  readonly elsewhere: readonly AccessNeed[];
}

function sorted(terms: Terms, given: Circumstances): Sorted {
  const going = goesToPlace(terms, given);
  const matters = given.access.filter((need) => terms.hasPlace || !IN_A_BUILDING.has(need));
  const lacking = matters.filter((need) => terms.meets[need] === false);
  const avoidable = (need: AccessNeed): boolean => !going && IN_A_BUILDING.has(need);
  return {
    met: matters.filter((need) => terms.meets[need] === true),
    unmet: lacking.filter((need) => !avoidable(need)),
    unknown: matters.filter((need) => terms.meets[need] === undefined),
    elsewhere: lacking.filter(avoidable),
  };
}

const inWords = (needs: readonly AccessNeed[], joint: "and" | "or"): string =>
  listInWords(
    needs.map((need) => ACCESS_WORDS[need].within),
    joint,
  );

const otherWays = (terms: Terms, given: Circumstances): string =>
  modesInWords(waysFor(terms, given).filter((mode) => mode !== "in-person"));

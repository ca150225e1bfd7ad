import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { WORDS, WORDS_ERRORS } from "~/content/manage/services";
import type { ServiceWords } from "~/domain/catalogue/service-words";
import { NEED_IDS } from "~/domain/directory/need-ids";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import { anyOf, isSeen, lines, oneOf, required } from "~/domain/journeys/input";

const ACCESSES = ["self-referral", "referral"] as const;
const MORE = ["forCarers", "sensitive"] as const;

const each = lines.transform((text) =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== ""),
);

/** A sentence on each line. */
const sentences = (what: string) =>
  each.refine((all) => all.length <= 20 && all.every((line) => line.length <= 600), {
    error: WORDS_ERRORS.lines(what),
  });

/** What a service says, as it is typed. */
export const WordsForm = z
  .object({
    name: required(WORDS.name, 80, WORDS_ERRORS.name).refine(isSeen, { error: WORDS_ERRORS.name }),
    summary: required(WORDS.summary, 200, WORDS_ERRORS.summary),
    needs: anyOf(NEED_IDS, WORDS_ERRORS.needs).refine(({ length }) => length > 0 && length <= 5, {
      error: WORDS_ERRORS.needs,
    }),
    synonyms: each.refine((all) => all.length <= 60 && all.every((line) => line.length <= 60), {
      error: WORDS_ERRORS.synonyms,
    }),
    whatItIs: sentences(WORDS.whatItIs).refine(({ length }) => length > 0, { error: WORDS_ERRORS.whatItIs }),
    whoItIsFor: sentences(WORDS.whoItIsFor),
    notFor: sentences(WORDS.notFor),
    howLong: sentences(WORDS.howLong),
    whatToExpect: sentences(WORDS.whatToExpect),
    whatToBring: sentences(WORDS.whatToBring),
    cost: required(WORDS.cost, 300, WORDS_ERRORS.cost),
    ifWorse: required(WORDS.ifWorse, 600, WORDS_ERRORS.ifWorse),
    priority: oneOf(PRIORITIES, WORDS_ERRORS.priority),
    access: oneOf(ACCESSES, WORDS_ERRORS.access),
    more: anyOf(MORE, WORDS_ERRORS.more),
  })
  .transform(
    ({ more, ...words }): ServiceWords => ({
      ...words,
      forCarers: more.includes("forCarers"),
      sensitive: more.includes("sensitive"),
    }),
  );

/** The form as it would be typed to say what a service says. */
export function typedWords(words: ServiceWords): SentBack["typed"] {
  const text = (all: readonly string[]) => all.join("\n");
  return {
    ...words,
    synonyms: text(words.synonyms),
    whatItIs: text(words.whatItIs),
    whoItIsFor: text(words.whoItIsFor),
    notFor: text(words.notFor),
    howLong: text(words.howLong),
    whatToExpect: text(words.whatToExpect),
    whatToBring: text(words.whatToBring),
    forCarers: "",
    sensitive: "",
    more: MORE.filter((each) => words[each]),
  };
}

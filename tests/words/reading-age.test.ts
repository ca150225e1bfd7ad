import { describe, expect, it } from "vitest";
import { readingAge } from "~tests/support/reading-age";
import { sourceFiles, textsIn } from "~tests/support/words-in-source";
import { LISTED, NOT_READ } from "./listed";

/** Years. A text of fewer words than this is a label, whose figure would say nothing. */
const OLDEST = 11;
const FEWEST_WORDS = 5;

const READ = ["app/content", "app/components", "app/routes", "app/domain", "app/usecases", "seeds"];
/** Loaders of published files speak to whoever runs them, in a terminal. */
const READ_BY_NOBODY_ASKING = /^app\/usecases\/load-area\//;

const texts = sourceFiles(READ)
  .filter((file) => !READ_BY_NOBODY_ASKING.test(file) && !(file in NOT_READ))
  .flatMap(textsIn)
  .filter(({ text }) => (text.match(/[A-Za-z'’]+/g) ?? []).length >= FEWEST_WORDS);

/** To a tenth of a year. What is filled in is read as one short word. */
const ageOf = (text: string): number => Math.round(readingAge([text.replaceAll("…", " this ")]) * 10) / 10;

describe("every text of five words or more", () => {
  it("is found, in the pages' own words and in the catalogue's", () => {
    expect(texts.length).toBeGreaterThan(1_500);
    const found = texts.map(({ text }) => text);
    expect(found).toContain("Go back and try once more. Nothing was sent.");
    expect(found).toContain("To see how near and how soon.");
    expect(found).toContain(
      "Did you ask without signing in? Type the reference that we gave you. Then type the date of birth of the person the care is for.",
    );
  });

  it("can be read at 11, or is listed with a reason", () => {
    const hard = texts
      .filter(({ text }) => !(text in LISTED) && ageOf(text) > OLDEST)
      .map(({ file, line, text }) => `${ageOf(text)} ${file}:${line} ${text}`);
    expect(hard).toEqual([]);
  });

  it("is not listed when it is gone, or can be read", () => {
    const standing = new Set(texts.map(({ text }) => text));
    expect(Object.keys(LISTED).filter((text) => !standing.has(text) || ageOf(text) <= OLDEST)).toEqual([]);
  });
});

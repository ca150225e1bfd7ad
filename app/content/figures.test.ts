import { expect, it } from "vitest";
import { figureWords, middleWords, ofWords } from "./figures";

it.each([
  ["kept", 0.834, "83%"],
  ["answer", 0.2, "1 minute"],
  ["answer", 89, "89 minutes"],
  ["answer", 90, "2 hours"],
  ["answer", 47 * 60, "47 hours"],
  ["answer", 72 * 60, "3 days"],
] as const)("%s of %d is %s", (name, value, words) => {
  expect(figureWords(name, { value, of: 12 })).toBe(words);
  expect(middleWords(name, value)).toBe(words);
});

it("says why there is no figure, and never zero for it", () => {
  expect(figureWords("kept", { value: null, of: 0 })).toBe("Nothing to go by yet");
  expect(figureWords("feedback", { value: null, of: 4 })).toBe("Too few people said");
  expect(middleWords("kept", null)).toBe("Too few to compare");
  expect(ofWords("kept", { value: 1, of: 1 })).toBe("1 promise");
});

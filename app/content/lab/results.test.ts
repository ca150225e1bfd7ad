import { expect, it } from "vitest";
import type { Comparison } from "~/domain/usability/results/compared";
import { meanOf } from "~/domain/usability/statistics/mean";
import { comparisonInWords, effectInWords, meanRange, percent, RESULTS } from "./results";

it("own words say how many wrote some, of how many they may be shown, and who left them empty", () => {
  expect(RESULTS.texts(3, 2, 1)).toBe(
    "3 people wrote something. The words of 2 may be shown. 1 person left it empty.",
  );
  expect(RESULTS.texts(1, 1, 0)).toBe("1 person wrote something. The words of 1 may be shown.");
  expect(RESULTS.texts(0, 0, 2)).toBe("0 people wrote something. 2 people left it empty.");
});

it("a mean has its interval in words, and only how many it is of where no two differ", () => {
  const range = (...values: readonly number[]) => {
    const mean = meanOf(values, { low: 0, high: 1 });
    return mean && meanRange(mean, percent);
  };
  expect(range(1, 1)).toBe("of 2");
  expect(range(1)).toBe("of 1");
  expect(range(1, 0.5)).toBe("(0% to 100%), of 2");
});

const NAMES = { from: "One name", to: "Both names" };
const SHARE = { low: 0, high: 1 };
const done = (from: number, to: number, corrected = 0.2): Comparison => ({
  of: "completion",
  task: "ask",
  from: "one",
  to: "both",
  question: null,
  p: 0.1,
  corrected,
  shares: {
    from: { count: from, of: 10, share: from / 10, ...SHARE },
    to: { count: to, of: 10, share: to / 10, ...SHARE },
  },
  effect: { difference: (to - from) / 10, low: -0.12, high: 0.78, h: (to - from) / 8 },
});
const took = (from: number, to: number): Comparison => ({
  of: "time",
  task: "ask",
  from: "one",
  to: "both",
  p: 0.01,
  corrected: 0.02,
  times: { from: { of: 9, mean: from, interval: null }, to: { of: 9, mean: to, interval: null } },
  effect: {
    ratio: to / from,
    interval: { low: 0.9, high: 2.2 },
    t: 2,
    degreesOfFreedom: 16,
    p: 0.01,
    d: to > from ? 0.8 : -0.8,
  },
});

it("two variants against each other are told in a plain sentence, by the name of the one that did better or took longer", () => {
  const told = (comparison: Comparison) => comparisonInWords(comparison, NAMES);
  expect(told(done(4, 8))).toMatch(
    /^4 of 10 did it with “One name” and 8 of 10 with “Both names”. That is 40 more in a hundred with “Both names”. /,
  );
  expect(told(done(8, 4))).toContain("40 more in a hundred with “One name”.");
  expect(told(done(5, 5))).toMatch(/That is the same.$/);
  expect(told({ ...done(4, 8), of: "comprehension", question: "who" } as Comparison)).toContain(
    "4 of 10 were right with “One name”",
  );
  expect(told(took(60, 90))).toContain("1.5 times as long with “Both names”.");
  expect(told(took(90, 60))).toContain("1.5 times as long with “One name”.");
  // Whether luck may have brought it is said of what was corrected.
  expect(told(done(4, 8, 0.04))).not.toBe(told(done(4, 8, 0.06)));
});

it("how far they are apart has its sign, its interval and its effect size", () => {
  expect(effectInWords(done(4, 8))).toBe("+40 points (−12 to 78); h 0.5");
  expect(effectInWords(done(8, 4))).toBe("−40 points (−12 to 78); h −0.5");
  expect(effectInWords(took(60, 90))).toBe("× 1.5 (0.9 to 2.2); d 0.8");
  expect(effectInWords(took(90, 60))).toBe("× 0.7 (0.9 to 2.2); d −0.8");
});

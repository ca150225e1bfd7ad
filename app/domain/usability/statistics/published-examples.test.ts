import { describe, expect, it } from "vitest";
import { fisherExact } from "./fisher";
import { holm, UNLIKELY } from "./holm";
import { LOST, lostness } from "./lostness";
import { geometricMeanOf } from "./mean";
import { shareDifference, shareOf } from "./share";
import { susGrade, susScore } from "./sus";
import { compareTimes } from "./times-compared";

/**
 * Examples that others worked, each with where it stands. Where none was found, the test says so, and reckons the figure
 * another way: in whole numbers, or from the method's own definition.
 */
describe("adjusted-Wald interval", () => {
  // Tullis, Calculating a Confidence Interval for Task Completion (2008), measuringux.com/adjustedwald.htm; to p. 69 of Tullis
  // and Albert, Measuring the User Experience (2008).
  it("of 4 of 5 is 0.3596 to 0.9796", () => {
    const share = shareOf(4, 5);
    expect(share?.share).toBe(0.8);
    expect(share?.low).toBeCloseTo(0.3596, 3);
    expect(share?.high).toBeCloseTo(0.9796, 3);
  });

  // Sauro, Confidence Interval Calculator for a Completion Rate (2005), measuringu.com/wald: of 9 of 10 the proportion is "approx. 11/14", and the interval is built on that by Wald's formula.
  it("of 9 of 10 is Wald's of about 11 of 14", () => {
    const share = shareOf(9, 10);
    expect(share?.low).toBeCloseTo(11 / 14 - 1.96 * Math.sqrt(((11 / 14) * (3 / 14)) / 14), 2);
    expect(share?.high).toBe(1);
  });

  // Sauro and Lewis, Quantifying the User Experience (2012), end of chapter 4: of eight of nine, "between 54.3% and 99.9%".
  // (Its 99.9 stands for what would be more than 100; here that is 100.)
  it("of 8 of 9 begins at 54.3 %", () => {
    expect(shareOf(8, 9)?.low).toBeCloseTo(0.543, 3);
    expect(shareOf(8, 9)?.high).toBe(1);
  });

  // No worked example was found, so the formula is put in as it stands for n of n: middle (n + z²/2) / (n + z²).
  it.each([1, 2, 5, 10, 30])("of all of %d, and of none of them, ends at the end of the scale", (n) => {
    const [z, all, none] = [1.959964, shareOf(n, n), shareOf(0, n)];
    const middle = (n + z ** 2 / 2) / (n + z ** 2);
    const low = middle - z * Math.sqrt((middle * (1 - middle)) / (n + z ** 2));
    expect(all?.low).toBeCloseTo(low, 6);
    expect(none?.high).toBeCloseTo(1 - low, 6);
    expect([all?.share, all?.high, none?.share, none?.low]).toEqual([1, 1, 0, 0]);
  });

  // Agresti and Coull, The American Statistician 52 (1998) 119-126: z² = 3.84 is near 4, so the 95 % interval is near that of two more successes and two more failures.
  it("is near the interval of two more that did it, and two more that did not", () => {
    const [share, middle, of] = [shareOf(12, 20), 14 / 24, 24];
    const reach = 1.96 * Math.sqrt((middle * (1 - middle)) / of);
    expect(share?.low).toBeCloseTo(middle - reach, 2);
    expect(share?.high).toBeCloseTo(middle + reach, 2);
  });

  // Agresti and Caffo, The American Statistician 54 (2000) 280-288: the same of a difference, with one more on each side of both.
  it("of a difference is near that of one more on each side of both", () => {
    const [from, to] = [shareOf(3, 10), shareOf(8, 10)];
    if (from === null || to === null) throw new Error("There are ten of each");
    const [first, second] = [4 / 12, 9 / 12];
    const reach = 1.96 * Math.sqrt((first * (1 - first)) / 12 + (second * (1 - second)) / 12);
    expect(shareDifference(from, to).difference).toBeCloseTo(0.5, 12);
    expect(shareDifference(from, to).low).toBeCloseTo(second - first - reach, 2);
    expect(shareDifference(from, to).high).toBeCloseTo(second - first + reach, 2);
  });

  // Zaiontz, Cohen's h Effect Size, real-statistics.com: COHENH(.5,.6) is -.20136, the first less the second.
  it("goes with Cohen's h, which of .5 and .6 is .20136", () => {
    const [from, to] = [shareOf(50, 100), shareOf(60, 100)];
    if (from === null || to === null) throw new Error("There are a hundred of each");
    expect(shareDifference(from, to).h).toBeCloseTo(0.20136, 5);
  });
});

describe("geometric mean", () => {
  // Sauro, Graph and Calculator for Confidence Intervals for Task Times (2006), measuringu.com/time_intervals: "Average Time: 68 seconds, 95% CI (46,101)".
  it("of 55, 65, 75, 62, 45 and 135 seconds is 68, from 46 to 101", () => {
    const time = geometricMeanOf([55, 65, 75, 62, 45, 135]);
    expect(Math.round(time?.mean ?? 0)).toBe(68);
    expect(Math.round(time?.interval?.low ?? 0)).toBe(46);
    expect(Math.round(time?.interval?.high ?? 0)).toBe(101);
  });
});

describe("Fisher's exact test", () => {
  // R, ?fisher.test, TeaTasting (Fisher's tea drinker, by Agresti): to one side p = 0.2429. That is 17/70, and the other side is
  // alike.
  it("does not believe the lady who told 3 of 4 cups", () => {
    expect(17 / 70).toBeCloseTo(0.2429, 4);
    expect(fisherExact({ count: 3, of: 4 }, { count: 1, of: 4 })).toBeCloseTo((2 * 17) / 70, 15);
  });
  // Of the 70 ways to choose four cups of eight, one has all of hers, and one has none.
  it("believes her with all 4, at 1 in 35", () => {
    expect(fisherExact({ count: 4, of: 4 }, { count: 0, of: 4 })).toBeCloseTo(2 / 70, 15);
  });

  // R, ?fisher.test, Convictions of like-sex twins (Fisher): p-value = 0.0005367, and to the one side 0.0004652.
  // In whole numbers: 13 + 1326 + 38896 tables to that side and 6188 to the other, of 86493225.
  it("of convictions of twins is 0.0005367", () => {
    const [oneSide, otherSide, tables] = [13 + 1_326 + 38_896, 6_188, 86_493_225];
    expect(oneSide / tables).toBeCloseTo(0.0004652, 7);
    const p = fisherExact({ count: 2, of: 17 }, { count: 10, of: 13 });
    expect(p).toBeCloseTo(0.0005367, 7);
    expect(p).toBeCloseTo((oneSide + otherSide) / tables, 15);
  });
});

describe("Welch's t", () => {
  // Student (1908), R's data set sleep: t.test(extra ~ group) has t = -1.8608, df = 17.776, p-value = 0.07939,
  // and an interval of -3.3654832 to 0.2054832. Here they are logarithms of times, and the second less the first.
  const hours = [
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
  ] as const;
  it("of Student's two medicines for sleep is R's", () => {
    const [first, second] = hours.map((group) => group.map(Math.exp));
    const compared = compareTimes(first ?? [], second ?? []);
    if (compared === null) throw new Error("They differ");
    expect(compared.t).toBeCloseTo(1.8608, 4);
    expect(compared.degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(compared.p).toBeCloseTo(0.07939, 5);
    expect(Math.log(compared.ratio)).toBeCloseTo(2.33 - 0.75, 10);
    expect(Math.log(compared.interval.low)).toBeCloseTo(-0.2054832, 6);
    expect(Math.log(compared.interval.high)).toBeCloseTo(3.3654832, 6);
    // R, package effectsize, cohens_d(extra ~ group): -0.8321811.
    expect(compared.d).toBeCloseTo(0.8321811, 6);
  });
});

describe("Holm's correction", () => {
  // GeeksforGeeks, Holm-Bonferroni Method (as in Wikipedia's article of that name): at 0.05, H4 and H1 are rejected, H3 and H2
  // are not. The corrected figures are by the definition: the smallest times 4, the next times 3, and never less than the one before.
  it("rejects the first and the last of 0.01, 0.04, 0.03 and 0.005", () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005]);
    expect(corrected.map((p) => p < UNLIKELY)).toEqual([true, false, false, true]);
    for (const [place, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[place]).toBeCloseTo(p, 12);
  });
});

describe("System Usability Scale", () => {
  // Brooke (1996), the form that is filled in, as Tullis and Albert show it, Measuring the User Experience (2nd edition, 2013),
  // figure 6.8: contributions of 4 1 1 4 1 2 1 1 4 3, "Total = 22", "22 * 2.5 = 55".
  it("of Brooke's own form is 55", () => {
    expect(susScore([5, 4, 2, 1, 2, 3, 2, 4, 5, 2])).toBe(55);
  });
  it("of praise alone is 100, of complaint alone 0, of 3 throughout 50", () => {
    expect(susScore([5, 1, 5, 1, 5, 1, 5, 1, 5, 1])).toBe(100);
    expect(susScore([1, 5, 1, 5, 1, 5, 1, 5, 1, 5])).toBe(0);
    expect(susScore(Array.from({ length: 10 }, () => 3))).toBe(50);
  });
  it("of a form that is not whole is none", () => {
    expect(susScore([5, 1, 5, 1, 5, 1, 5, 1, 5])).toBeNull();
    expect(susScore([5, 1, 5, 1, 5, 1, 5, 1, 5, undefined])).toBeNull();
    expect(susScore([5, 1, 5, 1, 5, 1, 5, 1, 5, 6])).toBeNull();
  });

  // Sauro and Lewis, Quantifying the User Experience (2016), table 8.5; Sauro, 5 Ways to Interpret a SUS Score (2018),
  // measuringu.com/interpret-sus-score. From the first score of each grade to its last.
  it.each([
    ["F", 0, 51.6],
    ["D", 51.7, 62.6],
    ["C−", 62.7, 64.9],
    ["C", 65, 71],
    ["C+", 71.1, 72.5],
    ["B−", 72.6, 74],
    ["B", 74.1, 77.1],
    ["B+", 77.2, 78.8],
    ["A−", 78.9, 80.7],
    ["A", 80.8, 84],
    ["A+", 84.1, 100],
  ] as const)("grade %s is from %d to %d", (grade, from, to) => {
    expect(susGrade(from)).toBe(grade);
    expect(susGrade(to)).toBe(grade);
  });
  // The same: an average score is 68, a C.
  it("grades the average score C", () => {
    expect(susGrade(68)).toBe("C");
  });
});

describe("lostness", () => {
  // Tullis and Albert, Measuring the User Experience (2nd edition, 2013), figures 4.7 and 4.8, of Smith's measure (1996): N = 6,
  // S = 9 and R = 3 make 0.6. Below 0.4 nobody looked lost, above 0.5 they did.
  it("of six different pages among nine, with three needed, is 0.6", () => {
    const lost = lostness({ seen: 9, different: 6, needed: 3 }) ?? 0;
    expect(Math.round(lost * 10) / 10).toBe(0.6);
    expect(lost).toBeGreaterThan(LOST);
    expect(LOST).toBe(0.5);
  });
  it("of the shortest way is 0", () => {
    expect(lostness({ seen: 3, different: 3, needed: 3 })).toBe(0);
  });
});

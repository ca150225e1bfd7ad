import { describe, expect, it } from "vitest";
import { fisherExact } from "./fisher";
import { holm } from "./holm";
import { lostness } from "./lostness";
import { geometricMeanOf } from "./mean";
import { shareDifference, shareOf } from "./share";
import { susGrade, susScore } from "./sus";
import { compareTimes } from "./times-compared";

/** Examples that others worked, each with where it stands. */
describe("adjusted-Wald interval", () => {
  // Tullis, measuringux.com/adjustedwald.htm (Tullis and Albert, Measuring the User Experience, p. 69).
  it("of 4 of 5 is 0.3596 to 0.9796", () => {
    const share = shareOf(4, 5);
    expect(share?.share).toBe(0.8);
    expect(share?.low).toBeCloseTo(0.3596, 3);
    expect(share?.high).toBeCloseTo(0.9796, 3);
  });

  // MeasuringU, measuringu.com/wald: of 9 of 10 the proportion is "approx. 11/14", and the interval is built on that by Wald's formula.
  it("of 9 of 10 is Wald's of about 11 of 14", () => {
    const share = shareOf(9, 10);
    expect(share?.low).toBeCloseTo(11 / 14 - 1.96 * Math.sqrt(((11 / 14) * (3 / 14)) / 14), 2);
    expect(share?.high).toBe(1);
  });

  // Agresti and Coull (1998): z² = 3.84 is near 4, so the 95 % interval is near that of two more successes and two more failures.
  it("is near the interval of two more that did it, and two more that did not", () => {
    const [share, middle, of] = [shareOf(12, 20), 14 / 24, 24];
    const reach = 1.96 * Math.sqrt((middle * (1 - middle)) / of);
    expect(share?.low).toBeCloseTo(middle - reach, 2);
    expect(share?.high).toBeCloseTo(middle + reach, 2);
  });

  // Agresti and Caffo (2000): the same of a difference, with one more on each side of both.
  it("of a difference is near that of one more on each side of both", () => {
    const [from, to] = [shareOf(3, 10), shareOf(8, 10)];
    if (from === null || to === null) throw new Error("There are ten of each");
    const [first, second] = [4 / 12, 9 / 12];
    const reach = 1.96 * Math.sqrt((first * (1 - first)) / 12 + (second * (1 - second)) / 12);
    expect(shareDifference(from, to).difference).toBeCloseTo(0.5, 12);
    expect(shareDifference(from, to).low).toBeCloseTo(second - first - reach, 2);
    expect(shareDifference(from, to).high).toBeCloseTo(second - first + reach, 2);
  });

  // Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), table 6.2.2: φ = 1.571 for .50, 1.772 for .60.
  it("goes with Cohen's h, from his table of φ", () => {
    const [from, to] = [shareOf(50, 100), shareOf(60, 100)];
    if (from === null || to === null) throw new Error("There are a hundred of each");
    expect(shareDifference(from, to).h).toBeCloseTo(1.772 - 1.571, 3);
  });
});

describe("geometric mean", () => {
  // MeasuringU, measuringu.com/time_intervals: "Average Time: 68 seconds, 95% CI (46,101)".
  it("of 55, 65, 75, 62, 45 and 135 seconds is 68, from 46 to 101", () => {
    const time = geometricMeanOf([55, 65, 75, 62, 45, 135]);
    expect(Math.round(time?.mean ?? 0)).toBe(68);
    expect(Math.round(time?.interval?.low ?? 0)).toBe(46);
    expect(Math.round(time?.interval?.high ?? 0)).toBe(101);
  });
});

describe("Fisher's exact test", () => {
  // Fisher, The Design of Experiments (1935), chapter 2; R, example(fisher.test): one-sided 17/70 = 0.2429, and both tails alike.
  it("does not believe the lady who told 3 of 4 cups", () => {
    expect(fisherExact({ count: 3, of: 4 }, { count: 1, of: 4 })).toBeCloseTo((2 * 17) / 70, 15);
  });
  it("believes her with all 4, at 1 in 35", () => {
    expect(fisherExact({ count: 4, of: 4 }, { count: 0, of: 4 })).toBeCloseTo(2 / 70, 15);
  });

  // Fisher, The Logic of Inductive Inference (1935); R, example(fisher.test), Convictions of twins: p-value = 0.0005367.
  it("of convictions of twins is 0.0005367", () => {
    expect(fisherExact({ count: 2, of: 17 }, { count: 10, of: 13 })).toBeCloseTo(0.0005367, 7);
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
  });
});

describe("Holm's correction", () => {
  // Wikipedia, "Holm-Bonferroni method", example: of 0.01, 0.04, 0.03 and 0.005 at 0.05 the first and the last are kept.
  it("keeps the first and the last of 0.01, 0.04, 0.03 and 0.005", () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [place, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[place]).toBeCloseTo(p, 12);
  });
});

describe("System Usability Scale", () => {
  // Brooke (1996), the form that is filled in: contributions of 4 1 1 4 1 2 1 1 4 3 are 22, and its score is 55.
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

  // Sauro and Lewis, Quantifying the User Experience (2016), table 8.5, from the first score of each grade to its last.
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
  // MeasuringU, measuringu.com/sus: an average score is 68, a C.
  it("grades the average score C", () => {
    expect(susGrade(68)).toBe("C");
  });
});

describe("lostness", () => {
  // Tullis and Albert, Measuring the User Experience, figures 4.7 and 4.8: nine pages, six different, three needed.
  it("of six different pages among nine, with three needed, is 0.6", () => {
    expect(lostness({ seen: 9, different: 6, needed: 3 })).toBeCloseTo(0.6, 2);
  });
  it("of the shortest way is 0", () => {
    expect(lostness({ seen: 3, different: 3, needed: 3 })).toBe(0);
  });
});

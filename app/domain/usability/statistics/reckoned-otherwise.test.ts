import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean as reckonedMean } from "~tests/support/reckoned";
import { tAt, tailsOfT, Z } from "./distributions";
import { fisherExact } from "./fisher";
import { holm } from "./holm";
import { lostness } from "./lostness";
import { geometricMeanOf, meanOf } from "./mean";
import { shareDifference, shareOf } from "./share";
import { susScore } from "./sus";
import { compareTimes } from "./times-compared";

/** The area under a curve from a to b, by Simpson's rule. */
function area(curve: (x: number) => number, a: number, b: number, steps = 4_000): number {
  const step = (b - a) / steps;
  let sum = curve(a) + curve(b);
  for (let place = 1; place < steps; place += 1) sum += curve(a + place * step) * (place % 2 === 0 ? 2 : 4);
  return (sum * step) / 3;
}

/**
 * Student's density by substituting t = √ν tan θ: cos^(ν−1) θ, whose whole is reckoned as its area too, so that nothing
 * of it comes from a function of another library.
 */
const bothTails = (t: number, freedom: number) => {
  const density = (angle: number) => Math.cos(angle) ** (freedom - 1);
  const at = Math.atan(Math.abs(t) / Math.sqrt(freedom));
  return 1 - area(density, 0, at) / area(density, 0, Math.PI / 2);
};

const near = (value: number, other: number) => expect(Math.abs(value - other)).toBeLessThan(1e-6);
const counts = fc
  .integer({ min: 1, max: 60 })
  .chain((of) => fc.record({ of: fc.constant(of), count: fc.integer({ min: 0, max: of }) }));
const some = (least: number) =>
  fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { minLength: least, maxLength: 20 });

describe("distributions", () => {
  it("Z holds 95 % of a normal density", () => {
    near(
      area((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), -Z, Z),
      0.95,
    );
  });
  it.each([1, 2, 2.7, 4, 5, 8.5, 13, 29, 99])("t at %d degrees of freedom leaves 5 % outside", (freedom) => {
    near(bothTails(tAt(freedom), freedom), 0.05);
  });
  it("tails of t are the areas beyond it", () => {
    for (const freedom of [2, 3.3, 7, 17.776, 40])
      for (const t of [-4, -1.2, 0, 0.3, 2, 5]) near(tailsOfT(t, freedom), bothTails(t, freedom));
  });
});

describe("shares", () => {
  it("have the interval that the quadratic of Agresti and Coull gives", () => {
    fc.assert(
      fc.property(counts, ({ count, of }) => {
        // The middle is that of Wilson's score interval, which solves |x − n p| = z √(n p (1 − p)) for p.
        const [a, b, c] = [of * of + Z * Z * of, -(2 * count * of + Z * Z * of), count * count];
        const middle = -b / (2 * a);
        const wilson = Math.sqrt(b * b - 4 * a * c) / (2 * a);
        const share = shareOf(count, of);
        const reach = Z * Math.sqrt((middle * (1 - middle)) / (of + Z * Z));
        near(share?.low ?? -1, Math.max(0, middle - reach));
        near(share?.high ?? -1, Math.min(1, middle + reach));
        // It is never narrower than Wilson's (Agresti and Coull, section 3).
        expect(reach).toBeGreaterThanOrEqual(wilson - 1e-12);
      }),
    );
  });
  it("lie within their intervals; turned round, so are the intervals; more who did it move both ends up", () => {
    fc.assert(
      fc.property(counts, ({ count, of }) => {
        const [share, other] = [shareOf(count, of), shareOf(of - count, of)];
        if (share === null || other === null) throw new Error("There is somebody");
        expect(share.low).toBeLessThanOrEqual(share.share);
        expect(share.high).toBeGreaterThanOrEqual(share.share);
        near(share.low, 1 - other.high);
        const more = count < of ? shareOf(count + 1, of) : null;
        expect(more?.low ?? 1).toBeGreaterThanOrEqual(share.low);
        expect(more?.high ?? 1).toBeGreaterThanOrEqual(share.high);
      }),
    );
  });
  it("of nobody are none", () => {
    expect(shareOf(0, 0)).toBeNull();
  });
  it("differ the same the other way round", () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const [from, to] = [shareOf(one.count, one.of), shareOf(other.count, other.of)];
        if (from === null || to === null) throw new Error("There is somebody in both");
        const [there, back] = [shareDifference(from, to), shareDifference(to, from)];
        near(there.difference, -back.difference);
        near(there.low, -back.high);
        near(there.h, -back.h);
      }),
    );
  });
});

describe("means", () => {
  it("lie within their intervals, which are narrower with every value seen twice", () => {
    fc.assert(
      fc.property(some(2), (values) => {
        fc.pre(new Set(values).size > 1);
        const [once, twice] = [meanOf(values), meanOf([...values, ...values])];
        expect(once?.interval?.low).toBeLessThanOrEqual((once?.mean ?? 0) + 1e-9);
        expect(once?.interval?.high).toBeGreaterThanOrEqual((once?.mean ?? 0) - 1e-9);
        const width = (mean: typeof once) => (mean?.interval?.high ?? 0) - (mean?.interval?.low ?? 0);
        expect(width(twice)).toBeLessThanOrEqual(width(once) + 1e-9);
      }),
    );
  });
  it("have the interval at whose ends 5 % are outside", () => {
    const values = [12, 15, 9, 30, 22];
    const mean = 17.6;
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4 / 5);
    const { interval } = meanOf(values) ?? { interval: null };
    near(bothTails(((interval?.high ?? 0) - mean) / error, 4), 0.05);
    near(bothTails(((interval?.low ?? 0) - mean) / error, 4), 0.05);
  });
  it("do not reach beyond the ends of the scale; of one value there is no interval, of none no mean", () => {
    expect(meanOf([7, 7, 1], { low: 1, high: 7 })?.interval).toEqual({ low: 1, high: 7 });
    expect(meanOf([4])).toEqual({ of: 1, mean: 4, interval: null });
    expect(meanOf([])).toBeNull();
  });
  it("of values that are all the same have no interval, whatever they round to, and nothing to compare", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 900, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (value, of) => {
          const same = Array.from({ length: of }, () => value);
          expect(meanOf(same)).toEqual({ of, mean: value, interval: null });
          expect(geometricMeanOf(same)).toMatchObject({ of, interval: null });
          expect(reckonedMean(same)?.interval).toBeNull();
          expect(compareTimes(same, same)).toBeNull();
        },
      ),
    );
  });
  it("geometric, are the n-th root of the product, and go with the unit", () => {
    fc.assert(
      fc.property(some(1), (values) => {
        const root = values.reduce((product, value) => product * value ** (1 / values.length), 1);
        expect((geometricMeanOf(values)?.mean ?? 0) / root).toBeCloseTo(1, 6);
        const inMinutes = geometricMeanOf(values.map((value) => value / 60));
        expect((inMinutes?.mean ?? 0) * 60).toBeCloseTo(geometricMeanOf(values)?.mean ?? 0, 6);
      }),
    );
  });
});

describe("Fisher's exact test", () => {
  it("is the share of all ways to deal out the successes that part the groups as far", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 63 }),
        fc.integer({ min: 0, max: 63 }),
        (first, second, one, other) => {
          const [a, b] = [bits(one % 2 ** first), bits(other % 2 ** second)];
          // Every deal of as many successes, as bits of a number; how often the first group has each count of them.
          const dealt = new Map<number, number>();
          for (let deal = 0; deal < 2 ** (first + second); deal += 1)
            if (bits(deal) === a + b) {
              const inFirst = bits(deal % 2 ** first);
              dealt.set(inFirst, (dealt.get(inFirst) ?? 0) + 1);
            }
          const all = [...dealt.values()];
          const asFar = all.filter((ways) => ways <= (dealt.get(a) ?? 0));
          const sum = (many: readonly number[]) => many.reduce((total, each) => total + each, 0);
          near(fisherExact({ count: a, of: first }, { count: b, of: second }), sum(asFar) / sum(all));
        },
      ),
      { numRuns: 60 },
    );
  });
  it("is the same the other way round, and of those who did not", () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const p = fisherExact(one, other);
        near(p, fisherExact(other, one));
        const not = ({ count, of }: typeof one) => ({ count: of - count, of });
        near(p, fisherExact(not(one), not(other)));
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("times of two groups", () => {
  it("have the p of the area beyond t, and a ratio that turns round with them", () => {
    fc.assert(
      fc.property(some(3), some(3), (one, other) => {
        const [there, back] = [compareTimes(one, other), compareTimes(other, one)];
        if (there === null || back === null) return;
        near(there.p, bothTails(there.t, there.degreesOfFreedom));
        expect(there.ratio * back.ratio).toBeCloseTo(1, 9);
        expect(there.interval.low * back.interval.high).toBeCloseTo(1, 6);
        expect(there.interval.low <= 1 && there.interval.high >= 1).toBe(there.p >= 0.05);
      }),
      { numRuns: 60 },
    );
  });
  it("are not compared where there is one in a group, or all are alike", () => {
    expect(compareTimes([30], [20, 40])).toBeNull();
    expect(compareTimes([30, 30], [20, 20])).toBeNull();
  });
});

describe("the rest", () => {
  const some = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  it("Holm's correction keeps the order, never helps, and is no worse than Bonferroni's", () => {
    fc.assert(
      fc.property(some, (given) => {
        const corrected = holm(given);
        for (const [place, p] of given.entries()) {
          const here = corrected[place] ?? -1;
          expect(here).toBeGreaterThanOrEqual(p);
          expect(here).toBeLessThanOrEqual(Math.min(1, p * given.length) + 1e-12);
          for (const [other, q] of given.entries())
            if (p < q) expect(here).toBeLessThanOrEqual(corrected[other] ?? -1);
        }
      }),
    );
  });
  it("Holm's correction says from which level on his procedure rejects", () => {
    // Holm (1979): from the smallest on, each is held against the level over how many are left, until one is not below it.
    const rejected = (given: readonly number[], level: number): ReadonlySet<number> => {
      const places = given
        .map((_, place) => place)
        .sort((one, other) => (given[one] ?? 0) - (given[other] ?? 0));
      const stop = places.findIndex((place, rank) => (given[place] ?? 1) > level / (given.length - rank));
      return new Set(stop === -1 ? places : places.slice(0, stop));
    };
    fc.assert(
      fc.property(some, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (given, level) => {
        const by = rejected(given, level);
        for (const [place, p] of holm(given).entries())
          if (Math.abs(p - level) > 1e-9) expect(p < level).toBe(by.has(place));
      }),
    );
  });
  it("a score of SUS and that of the opposite answers make 100", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 }), (answers) => {
        expect((susScore(answers) ?? 0) + (susScore(answers.map((answer) => 6 - answer)) ?? 0)).toBe(100);
      }),
    );
  });
  it("lostness grows with every page seen again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 40 }), (different, again) => {
        const lost = (seen: number) => lostness({ seen, different, needed: 3 }) ?? -1;
        expect(lost(different + again + 1)).toBeGreaterThan(lost(different + again));
      }),
    );
  });
});

function bits(of: number): number {
  let count = 0;
  for (let left = of; left > 0; left = Math.floor(left / 2)) count += left % 2;
  return count;
}

import fc from "fast-check";
import { expect, it } from "vitest";
import { FEWEST_SHOWN, roundedCount, shownAlone, shownOf } from "./few";

it("a count of fewer than five is kept back; none is none", () => {
  expect([0, 1, 4, 5, 12].map(shownAlone)).toEqual([0, null, null, 5, 10]);
});

it("what is kept back cannot be worked out from the others and the whole", () => {
  expect(shownOf([12, 9, 0])).toEqual({ counts: [10, 10, 0], whole: 20 });
  expect(shownOf([12, 9, 3])).toEqual({ counts: [10, null, null], whole: 25 });
  expect(shownOf([3, 0])).toEqual({ counts: [null, 0], whole: null });
  expect(shownOf([1, 1, 20])).toEqual({ counts: [null, null, null], whole: 20 });
  expect(shownOf([])).toEqual({ counts: [], whole: 0 });
});

it("whatever the counts, no count of one to four people can be told", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), (counts) => {
      const shown = shownOf(counts);
      const kept = counts.filter((_, place) => shown.counts[place] === null);
      for (const [place, count] of shown.counts.entries()) {
        if (count === null) continue;
        expect(count).toBe(roundedCount(counts[place] ?? 0));
        expect(count === 0 || count >= FEWEST_SHOWN).toBe(true);
      }
      if (shown.whole === null || kept.length === 0) return;
      expect(kept.length).toBeGreaterThan(1);
      expect(kept.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(FEWEST_SHOWN);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../tests/support/counts";
import { HARBOUR, northOf } from "../../../tests/support/directory";
import { type MapMark, roundMap } from "./round-map";

const at = (number: number, km: number) => ({ number, position: northOf(km) });
const MILE = 1.609344;

describe("a map round a place", () => {
  it("puts what lies a mile to the north a mile up, within rings that say how far", () => {
    const { rings, marks, size } = roundMap(HARBOUR, [at(1, MILE), at(2, -2 * MILE)]);
    expect(rings.map(({ miles }) => miles)).toEqual([1, 2]);
    const [first, second] = marks;
    expect(first?.x).toBe(size / 2);
    expect(size / 2 - (first?.y ?? 0)).toBeCloseTo(rings[0]?.radius ?? 0, 0);
    expect((second?.y ?? 0) - size / 2).toBeCloseTo(rings[1]?.radius ?? 0, 0);
  });

  it("makes one mark of places that would cover each other, and keeps the middle free", () => {
    const { marks } = roundMap(HARBOUR, [at(1, 4), at(2, 4.01), at(3, 4.02), at(7, 4), at(5, 0)]);
    expect(marks.map(({ lines }) => lines)).toEqual([["1–3, 7"], ["5"]]);
    expect(marks[1]?.y).toBeLessThan(160);
  });

  it("goes out to the farthest with few rings, however near or far that is", () => {
    for (const km of [0, 0.2, 1, 9, 40, 300, 900]) {
      const { rings } = roundMap(HARBOUR, [at(1, km)]);
      expect(rings.length).toBeGreaterThan(0);
      expect(rings.length).toBeLessThanOrEqual(3);
      expect((rings.at(-1)?.miles ?? 0) * MILE).toBeGreaterThanOrEqual(km - 0.001);
    }
  });

  it("has every number once, on marks that stay within it and never cover each other", () => {
    const degree = fc.double({ min: -0.2, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(degree, degree), { maxLength: 60 }), (offsets) => {
        const places = offsets.map(([lat, lon], index) => ({
          number: index + 1,
          position: { lat: HARBOUR.lat + lat, lon: HARBOUR.lon + lon },
        }));
        const { marks, size } = roundMap(HARBOUR, places);
        expect(marks.flatMap(({ numbers }) => numbers).sort((a, b) => a - b)).toEqual(
          places.map(({ number }) => number),
        );
        for (const [index, mark] of marks.entries()) {
          expect(mark.x - mark.width / 2).toBeGreaterThanOrEqual(-0.1);
          expect(mark.x + mark.width / 2).toBeLessThanOrEqual(size + 0.1);
          for (const other of marks.slice(index + 1)) expect(covers(mark, other)).toBe(false);
        }
      }),
      { numRuns: runs(100, 5_000) },
    );
  });
});

const covers = (one: MapMark, other: MapMark): boolean =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
  Math.abs(one.y - other.y) < (one.height + other.height) / 2;

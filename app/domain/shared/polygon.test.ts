import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { isWithinRing } from "./polygon";

type Point = readonly [x: number, y: number];

const position = ([x, y]: Point) => ({ lat: y, lon: x });
const within = (ring: readonly Point[], point: Point) => isWithinRing(ring.map(position), position(point));

/** Twice the area of a triangle, with a sign for the way round. Exact, on whole numbers and halves. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const isBetween = (a: Point, b: Point, point: Point): boolean =>
  turn(a, b, point) === 0 &&
  (a[0] - point[0]) * (b[0] - point[0]) <= 0 &&
  (a[1] - point[1]) * (b[1] - point[1]) <= 0;

/** From so far off that no line to a corner meets another point of the grid. */
const FAR: Point = [0.5, 100_003];

/**
 * The reference: a ring is the triangles from a far point to each of its edges, laid over one another; a point is inside
 * when an odd number of them hold it. No ray is cast.
 */
function reference(ring: readonly Point[], point: Point): boolean {
  const edges = ring.map((from, place) => [from, ring[(place + 1) % ring.length] ?? from] as const);
  if (edges.some(([from, to]) => isBetween(from, to, point))) return true;
  const holding = edges.filter(([from, to]) => {
    const turns = [turn(FAR, from, point), turn(from, to, point), turn(to, FAR, point)];
    return turns.every((each) => each > 0) || turns.every((each) => each < 0);
  });
  return holding.length % 2 === 1;
}

const coordinate = fc.integer({ min: -10, max: 10 });
const point: fc.Arbitrary<Point> = fc.tuple(coordinate, coordinate);
const ring = fc.array(point, { minLength: 3, maxLength: 9 });

describe("a position within a ring", () => {
  it("is what an independent reference says, on the grid and so often on an edge", () => {
    fc.assert(
      fc.property(ring, point, (corners, at) => {
        expect(within(corners, at)).toBe(reference(corners, at));
      }),
      { numRuns: runs(2_000, 200_000) },
    );
  });

  it("is so for every corner and every middle of an edge, whichever way round and wherever it begins", () => {
    fc.assert(
      fc.property(ring, fc.nat(8), point, (corners, start, at) => {
        corners.forEach(([x, y], place) => {
          const [nextX, nextY] = corners[(place + 1) % corners.length] ?? [x, y];
          expect(within(corners, [x, y])).toBe(true);
          expect(within(corners, [(x + nextX) / 2, (y + nextY) / 2])).toBe(true);
        });
        const turned = corners.map((_, place) => corners[(place + start) % corners.length] ?? at);
        expect(within(turned, at)).toBe(within(corners, at));
        expect(within([...turned].reverse(), at)).toBe(within(corners, at));
      }),
      { numRuns: runs(500, 20_000) },
    );
  });

  it.each<[string, readonly Point[], Point, boolean]>([
    [
      "inside a square",
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ],
      [2, 2],
      true,
    ],
    [
      "in the notch of an L",
      [
        [0, 0],
        [4, 0],
        [4, 2],
        [2, 2],
        [2, 4],
        [0, 4],
      ],
      [3, 3],
      false,
    ],
    [
      "level with a corner, outside",
      [
        [0, 0],
        [4, 0],
        [2, 4],
      ],
      [5, 4],
      false,
    ],
    [
      "level with a flat edge, outside",
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ],
      [6, 0],
      false,
    ],
    [
      "two corners are no area",
      [
        [0, 0],
        [4, 4],
      ],
      [2, 2],
      false,
    ],
  ])("%s", (_, corners, at, expected) => {
    expect(within(corners, at)).toBe(expected);
  });
});

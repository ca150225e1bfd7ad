import { expect, test } from "vitest";
import { type MarkName, placeNames } from "./place-names";

const SIZE = { width: 640, height: 480, text: 15 };
const mark = (id: number, x: number, y: number) => ({ id: `${id}`, name: `Surgery ${id}`, x, y, reach: 8 });

/** As wide and high as the words are at least. */
const boxOf = ({ words, x, y, anchor }: MarkName) => {
  const width = words.length * 8;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 11, foot: y };
};

test("where there is room, each mark has its name beside it", () => {
  const names = placeNames([mark(1, 100, 100), mark(2, 100, 300)], SIZE);
  expect(names.map(({ words, number }) => [words, number])).toEqual([
    ["Surgery 1", null],
    ["Surgery 2", null],
  ]);
});

test("in a crowd each has a name or a number of its own, and none covers another", () => {
  const crowd = Array.from({ length: 24 }, (_, at) =>
    mark(at, 300 + (at % 6) * 9, 220 + Math.floor(at / 6) * 9),
  );
  const names = placeNames(crowd, SIZE);
  expect(names.map(({ id }) => id)).toEqual(crowd.map(({ id }) => id));
  const numbers = names.flatMap(({ number }) => number ?? []);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  const boxes = names.map(boxOf);
  for (const [at, one] of boxes.entries())
    for (const other of boxes.slice(at + 1))
      expect(
        one.right <= other.left || one.left >= other.right || one.foot <= other.top || one.top >= other.foot,
      ).toBe(true);
});

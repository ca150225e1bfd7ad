import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { roundedCount } from "./few";
import {
  type Group,
  isShownApart,
  type ShownGroup,
  shownFigure,
  shownGroups,
  sumOf,
  tellsOfFew,
} from "./shown";
import { Sum } from "./sum";

/** So many people in a group, some of whom it is so for. */
function group(key: string, yes: number, no: number): Group {
  const sum = new Sum("share");
  for (let person = 0; person < yes + no; person += 1)
    sum.add({ person: `${key} ${person}` }, { partner: key, value: person < yes ? 1 : 0 });
  return { key, sum };
}
const lines = (shown: readonly ShownGroup[]) =>
  shown.map(({ keys, sum, hidden }) => `${keys.join("+")} ${hidden ? "?" : sum.yes}/${sum.of}`);

describe("groups of a table", () => {
  it("are all shown when there are enough in each", () => {
    expect(lines(shownGroups([group("a", 5, 9), group("b", 20, 20)]))).toEqual(["b 20/40", "a 5/14"]);
  });

  it("of too few people are told of together, with the smallest of the others when one would be alone", () => {
    expect(lines(shownGroups([group("a", 30, 30), group("b", 2, 2), group("c", 10, 10)]))).toEqual([
      "a 30/60",
      "c+b 12/24",
    ]);
  });

  it("that are too few altogether are not shown at all", () => {
    expect(shownGroups([group("a", 1, 1), group("b", 2, 0)])).toEqual([]);
  });

  it("hide a figure of a few, and another with it, so that the whole does not give it away", () => {
    expect(lines(shownGroups([group("a", 30, 30), group("b", 2, 40), group("c", 10, 10)]))).toEqual([
      "a 30/60",
      "b ?/42",
      "c ?/20",
    ]);
  });

  it("show that it is so for nobody, or for all", () => {
    expect(lines(shownGroups([group("a", 0, 30), group("b", 20, 0)]))).toEqual(["a 0/30", "b 20/20"]);
  });
});

/** All that a reader of the table has: what is out of what, and what the whole leaves for the hidden lines. */
function couldBe(line: ShownGroup, shown: readonly ShownGroup[]): { least: number; most: number } {
  const whole = sumOf(shown);
  const hidden = shown.filter((each) => each.hidden);
  const left = whole.yes - shown.filter((each) => !each.hidden).reduce((sum, each) => sum + each.sum.yes, 0);
  const others = hidden.filter((each) => each !== line).reduce((sum, each) => sum + each.sum.of, 0);
  return { least: Math.max(0, left - others), most: Math.min(line.sum.of, left) };
}

it("no count of fewer than five can be read in a table, or worked out from the rest of it", () => {
  const anyGroup = fc.tuple(
    fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 })),
    fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 })),
  );
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 9 }), (counts) => {
      const groups = counts.map(([yes, no], at) => group(`g${at}`, yes, no));
      const shown = shownGroups(groups);
      const people = groups.reduce((sum, each) => sum + each.sum.of, 0);
      if (shown.length === 0) {
        // All of them are too few: together as well, or so many of four each that each could be worked out.
        for (const { sum } of groups) expect(sum.of).toBeLessThan(5);
        return;
      }
      // Nothing is lost: the lines add up to the whole.
      expect(shown.reduce((sum, line) => sum + line.sum.of, 0)).toBe(people);
      const whole = sumOf(shown);
      const wholeIsShown = !tellsOfFew(whole);
      for (const line of shown) {
        expect(line.sum.of).toBeGreaterThanOrEqual(5);
        if (!line.hidden) {
          for (const count of [line.sum.yes, line.sum.of - line.sum.yes])
            expect(count === 0 || count >= 5, `${count} of ${line.keys}`).toBe(true);
          continue;
        }
        if (!wholeIsShown) continue;
        const { least, most } = couldBe(line, shown);
        expect(most - least, `${line.keys} is between ${least} and ${most}`).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: runs(500, 20_000) },
  );
});

it("counts are shown to the nearest five, and never as none or as fewer than five", () => {
  expect([0, 5, 6, 7, 8, 12, 13, 1_238].map(roundedCount)).toEqual([0, 5, 5, 5, 10, 10, 15, 1_240]);
});

it("a group is of people, however much one of them asks for", () => {
  const one = new Sum("share");
  for (let asked = 0; asked < 20; asked += 1) one.add({ person: "one" }, { partner: null, value: 1 });
  const shown = shownGroups([{ key: "one", sum: one }, group("a", 30, 30), group("b", 10, 10)]);
  expect(lines(shown)).toEqual(["a 30/60", "b+one 30/40"]);
  expect(shownGroups([{ key: "one", sum: one }])).toEqual([]);
  expect(tellsOfFew(one)).toBe(true);
});

it("a share is reckoned from counts to the nearest five, so that it does not tell the count", () => {
  expect(shownFigure(group("a", 12, 6).sum)).toMatchObject({ value: 10 / 15, of: 20 });
  expect(shownFigure(group("a", 0, 31).sum)).toMatchObject({ value: 0, of: 30 });
  // Of seven and of six are as likely as one another.
  expect(shownFigure(group("a", 7, 6).sum).value).toBe(shownFigure(group("a", 6, 7).sum).value);
});

it("many groups of four are not told of together alone: each could be worked out", () => {
  const fours = Array.from({ length: 7 }, (_, at) => group(`g${at}`, 4, 0));
  expect(shownGroups(fours)).toEqual([]);
  expect(shownGroups([...fours, group("a", 9, 0), group("b", 30, 0)]).map(({ keys }) => keys.length)).toEqual(
    [1, 8],
  );
});

it("what is told of together has no list of its own, not even the one that is enough by itself", () => {
  const groups = [group("a", 30, 30), group("b", 10, 10), group("few", 2, 0)];
  expect(["a", "b", "few", "nobody"].map((key) => isShownApart(groups, key))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

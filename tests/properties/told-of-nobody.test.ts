import fc from "fast-check";
import { expect, it } from "vitest";
import { isFew, roundedCount, shownAlone } from "~/domain/flow/few";
import { MEASURES, measureOf } from "~/domain/flow/measures";
import { MOST_NAMED, shownGroups, sumOf, tellsOfFew } from "~/domain/flow/shown";
import type { Sum } from "~/domain/flow/sum";
import { DIMENSIONS, Tally } from "~/domain/flow/tally";
import { Adversary, type Known } from "~tests/support/adversary";
import { runs } from "~tests/support/counts";
import { anyFact, daysAfter } from "~tests/support/part-facts";

/** Of a count that is kept back, at least so many numbers stay possible. */
const FEWEST_POSSIBLE = 2;
const possible = ({ least, most }: Known): number => most - least + 1;

/** What a count to the nearest five says: none is none, and one that is shown is of five or more. */
const within = (shown: number): Known =>
  shown === 0 ? { least: 0, most: 0 } : { least: Math.max(5, shown - 2), most: shown + 2 };

/** A person may have asked for several things. */
const anyWorld = fc
  .tuple(fc.array(anyFact, { maxLength: 90 }), fc.integer({ min: 1, max: 40 }))
  .map(([facts, several]) =>
    facts.map((fact, at) => ({ ...fact, person: at % several === 0 ? "several" : fact.person })),
  );

const SIDES = ["yes", "no"] as const;
const sideOf = (sum: Sum, side: (typeof SIDES)[number]) => (side === "yes" ? sum.yes : sum.of - sum.yes);

it("all the tables of a measure, put together, tell no count of fewer than five", () => {
  let keptBack = 0;
  fc.assert(
    fc.property(anyWorld, fc.constantFrom(...MEASURES), (facts, id) => {
      const setting = { now: daysAfter(30), step: "week", needOf: (one: string) => one.slice(0, 1) } as const;
      const tally = new Tally(id, setting, DIMENSIONS);
      for (const fact of facts) tally.add(fact);
      const reader = new Adversary();
      const secret = new Map<string, number>();
      if (!tally.whole.people.few) reader.learns("of", within(roundedCount(tally.whole.of)));
      const isShare = measureOf(id).how === "share";
      if (isShare && !tellsOfFew(tally.whole))
        for (const side of SIDES) reader.learns(side, within(roundedCount(sideOf(tally.whole, side))));
      const tables = [
        ...DIMENSIONS.map((by) => [by, tally.by(by)] as const),
        ["when", tally.trend()] as const,
      ];
      for (const [table, groups] of tables) {
        const lines = shownGroups(groups);
        // What a table leaves out is as little as nothing at all.
        if (lines.length === 0) continue;
        const names = lines.map(({ keys }) => `${table} ${keys.join("+")}`);
        reader.learnsSum(
          "of",
          names.map((name) => `of ${name}`),
        );
        if (isShare)
          for (const side of SIDES)
            reader.learnsSum(
              side,
              names.map((name) => `${side} ${name}`),
            );
        for (const [place, { keys, sum, hidden }] of lines.entries()) {
          const name = names[place] as string;
          reader.learns(`of ${name}`, within(roundedCount(sum.of)));
          if (keys.length > 1) {
            const apart = keys.map((key) => `of ${name} ${key}`);
            reader.learnsSum(`of ${name}`, apart);
            for (const [at, key] of keys.entries()) {
              // A name among those that are told of together is of somebody; and let them guess, rightly, that all are few.
              reader.learns(apart[at] as string, {
                least: keys.length > MOST_NAMED ? 0 : 1,
                most: guess(groups, keys),
              });
              secret.set(apart[at] as string, groups.find((group) => group.key === key)?.sum.of ?? 0);
            }
          }
          if (!isShare) continue;
          for (const side of SIDES) {
            const count = `${side} ${name}`;
            if (hidden) secret.set(count, sideOf(sum, side));
            reader.learns(
              count,
              hidden ? { least: 0, most: sum.of } : within(roundedCount(sideOf(sum, side))),
            );
          }
        }
      }
      reader.thinks();
      for (const [name, count] of secret) {
        if (!isFew(count)) continue;
        keptBack += 1;
        const known = reader.knows(name);
        expect(known.least <= count && count <= known.most, `${name} is ${JSON.stringify(known)}`).toBe(true);
        expect(possible(known), `${name} is ${count}: ${JSON.stringify(known)}`).toBeGreaterThanOrEqual(
          FEWEST_POSSIBLE,
        );
      }
    }),
    { numRuns: runs(3_000, 30_000) },
  );
  expect(keptBack).toBeGreaterThan(100);
});

/** Four, where each group that is told of with others is really of too few; else as many as there are of all of them. */
function guess(
  groups: readonly { readonly key: string; readonly sum: Sum }[],
  keys: readonly string[],
): number {
  const together = groups.filter(({ key }) => keys.includes(key));
  return together.every(({ sum }) => isFew(sum.of)) ? 4 : sumOf(together).of + 2;
}

/** Each kept back, each known to be of somebody, in a town where hardly anybody asks: that is the worst there is. */
it("a month of few is told exactly by the quarter and the year that hold it hardly ever: less than one in fifty", () => {
  const quarter = fc.array(fc.nat(9), { minLength: 3, maxLength: 3 });
  const years = fc.sample(fc.array(quarter, { minLength: 4, maxLength: 4 }), {
    numRuns: runs(3_000, 30_000),
    seed: 5,
  });
  const counts = years.map(toldByNesting);
  const [keptBack, told] = [add(counts.map((one) => one.keptBack)), add(counts.map((one) => one.told))];
  expect(keptBack).toBeGreaterThan(5_000);
  expect(told / keptBack).toBeLessThan(0.02);
});

type Nested = number | readonly Nested[];
const add = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const sizeOf = (nested: Nested): number => (typeof nested === "number" ? nested : add(nested.map(sizeOf)));

/** How many counts are kept back in periods that hold one another, and how many of them a reader of all of them knows. */
function toldByNesting(all: Nested): { readonly keptBack: number; readonly told: number } {
  const reader = new Adversary();
  const secret: string[] = [];
  const tell = (nested: Nested, name: string) => {
    const shown = shownAlone(sizeOf(nested));
    if (shown === null) secret.push(name);
    reader.learns(name, shown === null ? { least: 1, most: 4 } : within(shown));
    if (typeof nested === "number") return;
    reader.learnsSum(
      name,
      nested.map((_, at) => `${name}.${at}`),
    );
    for (const [at, part] of nested.entries()) tell(part, `${name}.${at}`);
  };
  tell(all, "year");
  reader.thinks();
  return { keptBack: secret.length, told: secret.filter((name) => possible(reader.knows(name)) < 2).length };
}

it("an adversary of this kind does find what exact counts give away", () => {
  const reader = new Adversary();
  reader.learnsSum("whole", ["a", "b", "c"]);
  for (const [name, count] of [
    ["whole", 30],
    ["a", 12],
    ["b", 15],
  ] as const)
    reader.learns(name, { least: count, most: count });
  reader.thinks();
  expect(reader.knows("c")).toEqual({ least: 3, most: 3 });
});

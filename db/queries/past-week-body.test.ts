import fc from "fast-check";
import { expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import type { RecordedRequest } from "~/domain/simulation/replay";
import { simulateAll } from "~/domain/simulation/simulate";
import { worlds } from "~tests/properties/routing-worlds";
import { behaviour } from "~tests/support/behaviour";
import { runs } from "~tests/support/counts";
import { type PastPart, partsOfWeek, weekBody } from "./past-week-body";

const MONDAY = Date.parse("2026-11-23T00:00:00.000Z");
const ids = fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 12 });

/** Parts of any need, with what a simulation made of them, or with nothing known. */
const weeks = fc
  .record({
    world: worlds,
    ids,
    at: fc.array(fc.nat(7 * 86_400_000 - 1), { minLength: 12, maxLength: 12 }),
    known: fc.boolean(),
    declines: fc.double({ min: 0, max: 1, noNaN: true }),
    neverAnswers: fc.double({ min: 0, max: 0.5, noNaN: true }),
  })
  .map(({ world, ids, at, known, declines, neverAnswers }): PastPart[] => {
    const recorded = ids.map(
      (id, place): RecordedRequest => ({
        id,
        at: new Date(MONDAY + (at[place] ?? 0)).toISOString(),
        need: { ...world.need, alreadyAsked: place % 3 === 0 ? world.need.alreadyAsked : [] },
      }),
    );
    const facts = simulateAll(
      {
        directory: buildDirectory(world.contents),
        overlay: world.overlay,
        behaviour: behaviour({ declines, neverAnswers, reasons: { "22": 1, "40": 2 } }),
      },
      recorded,
      { seed: 5, until: new Date(MONDAY + 9 * 86_400_000).toISOString() },
    );
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    return recorded.map((need) => ({ need, fact: known ? (byId.get(need.id) ?? null) : null }));
  });

it("reads a week as it was written, to the last digit", () => {
  fc.assert(
    fc.property(weeks, (parts) => {
      expect(partsOfWeek(weekBody(parts))).toEqual(parts);
    }),
    { numRuns: runs(150, 5_000) },
  );
});

it("reads a week in which nobody asked, and refuses what is no week", () => {
  expect(partsOfWeek(weekBody([]))).toEqual([]);
  expect(() => partsOfWeek('{"format":9}')).toThrow(/format that is not known/);
});

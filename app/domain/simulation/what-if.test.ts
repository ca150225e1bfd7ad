import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundedCount } from "~/domain/flow/few";
import { toJson } from "~/domain/shared/json";
import { runs } from "~tests/support/counts";
import { HARBOUR } from "~tests/support/directory";
import { askedOver, SMALL_WORLD } from "~tests/support/simulated";
import type { Change } from "./changes";
import { simulateAll } from "./simulate";
import { type Played, replaysOf, type WhatIfStep, whatIf } from "./what-if";
import { isSameBefore } from "./what-if-result";

const DAYS = { from: "2026-01-05", until: "2026-03-29" };
const SEEDS = [1, 2, 3];
const REQUESTS = askedOver(DAYS.from, 84, 400);
function played(changes: readonly Change[], seeds: readonly number[] = SEEDS) {
  const steps: WhatIfStep[] = [];
  const going = whatIf(replaysOf(SMALL_WORLD, REQUESTS, changes, { ...DAYS, seeds }), REQUESTS);
  for (;;) {
    const next = going.next();
    if (next.done) return { steps, result: next.value };
    steps.push(next.value);
  }
}

const LEAVES: Change = { kind: "leave", organisationId: "near" };
const MORE: Change = { kind: "demand", serviceId: null, percent: 25 };
const JOINS: Change = {
  kind: "join",
  name: "Constructor",
  organisationKind: "voluntary",
  services: ["physio"],
  postcode: "LK1 1AA",
  position: HARBOUR,
  placesAWeek: 40,
};
const changes = fc.subarray<Change>([
  LEAVES,
  MORE,
  { kind: "capacity", organisationId: "far", offerId: null, percent: -50 },
  { kind: "deadline", priority: "routine" },
]);

describe("a what-if", () => {
  it("without changes is exactly the before, and nobody is worse off or better", () => {
    const { result } = played([]);
    for (const { before, after, partners } of result.measures) {
      expect(after).toEqual(before);
      for (const partner of partners) expect(partner.after).toEqual(partner.before);
    }
    for (const { before, after } of result.given) expect(after).toEqual(before);
    expect(result.worseOff.worse).toEqual({ middle: 0, low: 0, high: 0 });
    expect(result.worseOff.better).toEqual({ middle: 0, low: 0, high: 0 });
    expect(result.worseOff.compared?.middle).toBe(REQUESTS.length);
  });

  it("has a figure for a partner whatever it is called, what every object has by itself among them", () => {
    const { result } = played([JOINS]);
    const its = result.given.find(({ organisationId }) => organisationId === "constructor");
    expect(its?.before).toEqual({ middle: 0, low: 0, high: 0 });
    expect(its?.after?.low).toBeGreaterThan(0);
    for (const { partners } of result.measures)
      for (const { organisationId, before } of partners)
        if (organisationId === "constructor") expect(before.value).toBeNull();
  });

  it("has the same before as another one of the same town, and another before when the town is another", () => {
    const { result } = played([LEAVES]);
    expect(isSameBefore(result, played([MORE, JOINS]).result)).toBe(true);
    expect(isSameBefore(result, played([LEAVES], [4, 5, 6]).result)).toBe(false);
    const fuller = { ...SMALL_WORLD, otherwise: 5 };
    const going = whatIf(replaysOf(fuller, REQUESTS, [LEAVES], { ...DAYS, seeds: SEEDS }), REQUESTS);
    let last = going.next();
    while (!last.done) last = going.next();
    expect(last.value.until).toBe(result.until);
    expect(isSameBefore(result, last.value)).toBe(false);
  });

  it("comes to the same, to the last digit, from the same seeds", () => {
    fc.assert(
      fc.property(changes, fc.uniqueArray(fc.nat(1_000), { minLength: 1, maxLength: 3 }), (tried, seeds) => {
        expect(toJson(played(tried, seeds).result)).toBe(toJson(played(tried, seeds).result));
      }),
      { numRuns: runs(8, 200) },
    );
  });

  it("counts who goes farther when the near partner leaves, and where they are", () => {
    const { result } = played([LEAVES]);
    const farther = result.worseOff.effects.find(({ effect }) => effect === "farther");
    // Reckoned here from the two replays themselves.
    const count = SEEDS.map((seed) => {
      const [replay] = replaysOf(SMALL_WORLD, REQUESTS, [LEAVES], { ...DAYS, seeds: [seed] });
      const facts = (side: Played) => {
        const km = new Map<string, number | null>();
        for (let next = side.next(); !next.done; next = side.next())
          for (const fact of next.value.facts) km.set(fact.id, fact.km);
        return km;
      };
      if (replay === undefined) throw new Error("No replay");
      const [before, after] = [facts(replay.before), facts(replay.after)];
      return [...before].filter(([id, km]) => {
        const then = after.get(id);
        return km !== null && then !== null && then !== undefined && then - km >= 1.6;
      }).length;
    }).sort((a, b) => a - b);
    const [low = 0, middle = 0, high = 0] = count.map(roundedCount);
    expect(farther?.worse).toEqual({ middle, low, high });
    expect(count[0]).toBeGreaterThan(50);
    const given = Object.fromEntries(result.given.map((one) => [one.organisationId, one]));
    expect(given.near?.after).toEqual({ middle: 0, low: 0, high: 0 });
    expect(result.worseOff.groups.area.flatMap(({ keys }) => keys).sort()).toEqual([
      "LK1",
      "LK2",
      "LK3",
      "LK4",
    ]);
  });

  it("looks at those who asked before alone, when more ask", () => {
    const { result } = played([MORE]);
    expect(result.requests).toEqual({ before: 400, after: 500 });
    expect(result.worseOff.compared?.middle).toBe(400);
  });

  it("says how far it is, and what it comes to so far, of the same days on both sides", () => {
    const { steps, result } = played([LEAVES], [1]);
    const last = steps.at(-1);
    expect(last?.done).toBe(800);
    expect(last?.soFar().measures).toEqual(result.measures);
    expect(steps.map(({ done }) => done)).toEqual([...steps.map(({ done }) => done)].sort((a, b) => a - b));
  });

  it("has as many facts on both sides as were asked for", () => {
    const facts = simulateAll(SMALL_WORLD, REQUESTS, { seed: 1 });
    const { result } = played([], [1]);
    expect(result.requests.before).toBe(facts.length);
  });

  it("shows no figure of fewer than five people, and none that the others give away", () => {
    fc.assert(
      fc.property(changes, fc.nat(1_000), (tried, seed) => {
        const { worseOff, given } = played(tried, [seed]).result;
        const counts = [
          worseOff.worse,
          worseOff.better,
          ...worseOff.effects.flatMap(({ worse, better }) => [worse, better]),
          ...Object.values(worseOff.groups).flatMap((groups) => groups.map(({ worse }) => worse)),
          ...given.flatMap(({ before, after }) => [before, after]),
        ];
        for (const count of counts)
          if (count !== null) expect(count.middle === 0 || count.middle >= 5).toBe(true);
      }),
      { numRuns: runs(10, 300) },
    );
  });
});

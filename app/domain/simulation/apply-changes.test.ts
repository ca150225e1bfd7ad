import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { runs } from "~tests/support/counts";
import { contents, HARBOUR, location, northOf, offer, organisation, service } from "~tests/support/directory";
import { askedOver, BEHAVIOUR } from "~tests/support/simulated";
import { applyChanges } from "./apply-changes";
import type { Change } from "./changes";
import { type SimulatedWorld, simulateAll } from "./simulate";

const DAYS = { from: "2026-01-05", until: "2026-03-29" };
const SEED = 7;
const REQUESTS = askedOver(DAYS.from, 84, 240);

const WORLD: SimulatedWorld = {
  directory: buildDirectory(
    contents({
      services: [service("physio"), service("feet"), service("both", { parts: parts("physio", "feet") })],
      organisations: [organisation("hospital", { kind: "hospital-trust" }), organisation("town")],
      locations: [location("ward", "hospital", northOf(3)), location("square", "town", HARBOUR)],
      offers: [
        offer("hospital-physio", "hospital", { locationId: "ward" }),
        offer("town-physio", "town", { locationId: "square" }),
        offer("hospital-feet", "hospital", { serviceId: "feet", locationId: "ward" }),
      ],
    }),
  ),
  overlay: new Map(),
  behaviour: BEHAVIOUR,
  otherwise: 20,
};

function parts(...ids: readonly string[]) {
  return ids.map((serviceId) => ({ serviceId, after: [] }));
}

const LESS: Change = { kind: "demand", serviceId: null, percent: -10 };
const applied = (...changes: readonly Change[]) => {
  const result = applyChanges(WORLD, REQUESTS, changes, { ...DAYS, seed: SEED });
  if (result.kind === "refused") throw new Error(JSON.stringify(result.reasons));
  return result;
};
const refused = (...changes: readonly Change[]) => {
  const result = applyChanges(WORLD, REQUESTS, changes, { ...DAYS, seed: SEED });
  return result.kind === "refused" ? result.reasons : [];
};
/** Who has the requests, by the day of asking. */
const havers = (changes: readonly Change[], from = DAYS.from, until = DAYS.until) => {
  const { world, requests } = applied(...changes);
  const facts = simulateAll(world, requests, { seed: SEED }).filter(
    ({ askedAt }) => askedAt.slice(0, 10) >= from && askedAt.slice(0, 10) <= until,
  );
  return [...new Set(facts.flatMap(({ organisationId }) => organisationId ?? []))].sort();
};

describe("changes made upon a world", () => {
  it("are none where none are: the world and the requests are the very same", () => {
    const { world, requests } = applied();
    expect(world).toBe(WORLD);
    expect(requests).toBe(REQUESTS);
  });

  it("a partner that leaves has nothing any more, from the first day", () => {
    expect(havers([])).toEqual(["hospital", "town"]);
    expect(havers([{ kind: "leave", organisationId: "town" }])).toEqual(["hospital"]);
  });

  it("one that is suspended has nothing for those weeks, and is back after them", () => {
    const change = { kind: "suspend", organisationId: "town", from: "2026-02-02", weeks: 2 } as const;
    expect(havers([change], "2026-01-05", "2026-02-01")).toContain("town");
    expect(havers([change], "2026-02-02", "2026-02-13")).toEqual(["hospital"]);
    expect(havers([change], "2026-02-16")).toContain("town");
  });

  it("one that is suspended twice, whichever is said first, has a partnership before, between and after", () => {
    const later: Change = { kind: "suspend", organisationId: "town", from: "2026-03-02", weeks: 1 };
    const sooner: Change = { kind: "suspend", organisationId: "town", from: "2026-01-19", weeks: 1 };
    for (const changes of [
      [later, sooner],
      [sooner, later],
    ]) {
      const { partnerships } = applied(...changes).world.directory;
      const town = partnerships.filter(({ organisationId }) => organisationId === "town");
      expect(new Set(town.map(({ id }) => id)).size).toBe(3);
      expect(
        town
          .map(({ startsOn }) => startsOn)
          .sort()
          .slice(1),
      ).toEqual(["2026-01-26", "2026-03-09"]);
    }
  });

  it("one that joins has a place, its services, and as many places as were said", () => {
    const join: Change = {
      kind: "join",
      name: "New Harbour Physio",
      organisationKind: "voluntary",
      services: ["physio", "feet"],
      postcode: "LK1 1AA",
      position: HARBOUR,
      placesAWeek: 30,
    };
    const { world } = applied(join);
    expect(world.directory.offersBy("new-harbour-physio").map(({ serviceId }) => serviceId)).toEqual([
      "physio",
      "feet",
    ]);
    expect(Object.values(world.placesAWeek ?? {})).toEqual([30, 30]);
    expect(havers([join])).toContain("new-harbour-physio");
    expect(havers([join, { kind: "leave", organisationId: "new-harbour-physio" }])).toEqual(havers([]));
  });

  it("a pop-up has people on its days alone", () => {
    const from = "2026-02-02";
    const until = "2026-02-15";
    const { world } = applied({
      kind: "pop-up",
      organisationId: "town",
      serviceId: "feet",
      postcode: "LK1 1AA",
      position: HARBOUR,
      from,
      until,
      placesAWeek: 50,
    });
    const asked = askedOver(DAYS.from, 84, 240, "feet");
    const days = simulateAll(world, asked, { seed: SEED })
      .filter(({ organisationId }) => organisationId === "town")
      .map(({ askedAt }) => askedAt.slice(0, 10));
    expect(days.length).toBeGreaterThan(0);
    // Who is sent on from another partner is sent on a little after they asked.
    expect(days.every((day) => day > "2026-01-26" && day <= until)).toBe(true);
  });

  it("care that moves goes with its room, to a place of who has it now", () => {
    const { world } = applied({ kind: "move", from: "hospital", to: "town", services: ["feet"] });
    const moved = world.directory.offer("hospital-feet");
    expect([moved?.organisationId, moved?.locationId]).toEqual(["town", "square"]);
    expect(world.directory.offersBy("hospital").map(({ id }) => id)).toEqual(["hospital-physio"]);
  });

  it("room grows and shrinks from what it is, and never to nothing", () => {
    const grown = applied({ kind: "capacity", organisationId: "hospital", offerId: null, percent: 50 });
    expect(grown.world.placesAWeek).toEqual({ "hospital-physio": 30, "hospital-feet": 30 });
    const shrunk = applied(
      { kind: "capacity", organisationId: "hospital", offerId: "hospital-feet", percent: -90 },
      { kind: "capacity", organisationId: "hospital", offerId: "hospital-feet", percent: -90 },
    );
    expect(shrunk.world.placesAWeek).toEqual({ "hospital-feet": 1 });
  });

  it("a policy's deadlines halve, and its points are those that were said", () => {
    const { world } = applied(
      { kind: "deadline", priority: "routine" },
      { kind: "deadline", priority: "asap" },
      { kind: "weights", points: { distance: 90, share: 0 } },
    );
    const { promiseWithin, answerWithin, points } = world.directory.policy;
    expect(promiseWithin.routine).toEqual({ workingDays: 2 });
    expect(answerWithin.routine).toEqual({ workingDays: 1 });
    expect(promiseWithin.asap).toEqual({ hours: 2 });
    expect(answerWithin.asap).toEqual({ hours: 1 });
    expect(points).toEqual({ ...WORLD.directory.policy.points, distance: 90, share: 0 });
  });

  it("a service that closes is had by nobody, and comes back as it was", () => {
    const close: Change = { kind: "service", serviceId: "physio", becomes: "closed" };
    expect(havers([close])).toEqual([]);
    expect(havers([close, { ...close, becomes: "open" }])).toEqual(havers([]));
  });

  it("a partner starts a service at its own place", () => {
    const { world } = applied({ kind: "start", organisationId: "town", serviceId: "feet", placesAWeek: 5 });
    expect(world.directory.offersOf("feet").map(({ locationId }) => locationId)).toEqual(["ward", "square"]);
  });

  it("are refused by name when they are of what is not there", () => {
    const changes: readonly Change[] = [
      { kind: "leave", organisationId: "nobody" },
      { kind: "demand", serviceId: "nothing", percent: 10 },
      { kind: "suspend", organisationId: "town", from: "2027-01-01", weeks: 1 },
      { kind: "start", organisationId: "hospital", serviceId: "feet", placesAWeek: 1 },
      { kind: "start", organisationId: "town", serviceId: "both", placesAWeek: 1 },
      { kind: "move", from: "town", to: "hospital", services: ["feet"] },
      { kind: "move", from: "town", to: "town", services: ["physio"] },
      { kind: "capacity", organisationId: "town", offerId: "hospital-feet", percent: 10 },
      { kind: "service", serviceId: "feet", becomes: "open" },
    ];
    expect(refused(...changes).map(({ at }) => at)).toEqual(changes.map((_, place) => place));
    expect(refused({ kind: "leave", organisationId: "nobody" })).toEqual([
      { at: 0, reason: 'There is no organisation "nobody" in the directory' },
    ]);
  });
});

describe("demand", () => {
  const growing = fc.integer({ min: -90, max: 300 }).filter((percent) => percent !== 0);

  it("is refused where more would be asked for than can be played again, and none of it is made", () => {
    const more: Change = { kind: "demand", serviceId: null, percent: 300 };
    const grown: Change = { kind: "population", outcode: null, age: null, percent: 300 };
    const playable = { ...DAYS, seed: SEED, most: 240 * 16 };
    expect(applyChanges(WORLD, REQUESTS, [more, grown], playable).kind).toBe("changed");
    const reason = "More than 3,840 requests are too many to play again: let fewer be added";
    expect(applyChanges(WORLD, REQUESTS, [more, grown, more, LESS, grown], playable)).toEqual({
      kind: "refused",
      reasons: [
        { at: 2, reason },
        { at: 4, reason },
      ],
    });
  });

  it("is just what the percentage says, whoever is meant, and the others are left alone", () => {
    fc.assert(
      fc.property(growing, fc.integer(), fc.constantFrom(null, "LK2"), (percent, seed, outcode) => {
        const change: Change = { kind: "population", outcode, age: null, percent };
        const result = applyChanges(WORLD, REQUESTS, [change], { ...DAYS, seed });
        if (result.kind === "refused") throw new Error("refused");
        const isMeant = ({ need }: (typeof REQUESTS)[number]) =>
          outcode === null || need.place?.postcode.startsWith(outcode) === true;
        const meant = REQUESTS.filter(isMeant).length;
        const after = result.requests.filter(isMeant).length;
        expect(after - meant).toBe(Math.sign(percent) * Math.round((meant * Math.abs(percent)) / 100));
        expect(result.requests.filter((one) => !isMeant(one))).toEqual(
          REQUESTS.filter((one) => !isMeant(one)),
        );
        const ids = result.requests.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: runs(60, 2_000) },
    );
  });

  it("is conserved by every other change: each request is asked once on both sides", () => {
    const change = fc.constantFrom<Change>(
      { kind: "leave", organisationId: "town" },
      { kind: "suspend", organisationId: "hospital", from: "2026-02-02", weeks: 3 },
      { kind: "capacity", organisationId: "town", offerId: null, percent: -80 },
      { kind: "deadline", priority: "routine" },
      { kind: "service", serviceId: "physio", becomes: "closed" },
      { kind: "weights", points: { wait: 100 } },
    );
    fc.assert(
      fc.property(fc.uniqueArray(change, { maxLength: 3 }), fc.nat(1_000), (changes, seed) => {
        const result = applyChanges(WORLD, REQUESTS, changes, { ...DAYS, seed });
        if (result.kind === "refused") return;
        const ids = simulateAll(result.world, result.requests, { seed }).map(({ id }) => id);
        expect([...ids].sort()).toEqual(REQUESTS.map(({ id }) => id).sort());
      }),
      { numRuns: runs(30, 1_000) },
    );
  });
});

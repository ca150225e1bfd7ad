import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import type { Offer } from "~/domain/directory/types";
import { worlds } from "~tests/properties/routing-worlds";
import { behaviour } from "~tests/support/behaviour";
import { runs } from "~tests/support/counts";
import {
  contents,
  HARBOUR,
  location,
  need,
  northOf,
  offer,
  organisation,
  service,
} from "~tests/support/directory";
import type { PartnerBehaviour } from "./behaviour";
import type { RecordedRequest } from "./replay";
import { type SimulatedWorld, simulate, simulateAll } from "./simulate";

const MONDAY = "2026-11-23T09:00:00.000Z";
const day = (count: number) => new Date(Date.parse(MONDAY) + count * 86_400_000).toISOString();
const asked = (id: string, at: string): RecordedRequest => ({
  id,
  at,
  need: need({ place: { postcode: "LK1 1AA", position: HARBOUR } }),
});

const wait = { days: 3, asOf: "2026-11-01", source: "Larkmouth Care" };
const near = offer("near-physio", "near", { locationId: "quay", wait });
const far = offer("far-physio", "far", { locationId: "hill", wait });
const town = (
  ways: Readonly<Record<string, Partial<PartnerBehaviour>>> = {},
  more: Partial<SimulatedWorld> = {},
  offers: readonly Offer[] = [near, far],
): SimulatedWorld => ({
  directory: buildDirectory(
    contents({
      services: [service("physio")],
      organisations: [organisation("near"), organisation("far")],
      locations: [location("quay", "near", HARBOUR), location("hill", "far", northOf(1))],
      offers,
    }),
  ),
  overlay: new Map(),
  behaviour: behaviour({}, { byOrganisation: ways }),
  ...more,
});
const one = (world: SimulatedWorld, options = {}) =>
  simulateAll(world, [asked("a", MONDAY)], { seed: 1, ...options })[0];

describe("a simulation", () => {
  it("tells of a partner that takes it on: an hour's work later, with a time, the promise kept", () => {
    expect(one(town())).toMatchObject({
      id: "a",
      askedAt: MONDAY,
      choices: 2,
      turnedDown: [],
      organisationId: "near",
      offerId: "near-physio",
      box: "partner",
      acceptedAt: "2026-11-23T10:00:00.000Z",
      promiseKept: true,
      toldFirst: true,
      informed: true,
      km: 0,
      cancelled: false,
    });
  });

  it("sends a refusal to the next partner, at the moment at which it comes", () => {
    expect(one(town({ near: { declines: 1 } }))).toMatchObject({
      turnedDown: [{ kind: "declined", organisationId: "near", code: "22", at: "2026-11-23T10:00:00.000Z" }],
      organisationId: "far",
      acceptedAt: "2026-11-23T11:00:00.000Z",
    });
  });

  it("waits out a partner that never answers until its deadline, and says that it was silent", () => {
    expect(one(town({ near: { neverAnswers: 1 } }))).toMatchObject({
      turnedDown: [{ kind: "silent", organisationId: "near", at: "2026-11-25T17:00:00.000Z" }],
      organisationId: "far",
    });
  });

  it("leaves to the front desk what nobody is left for", () => {
    expect(one(town({ near: { declines: 1 }, far: { neverAnswers: 1 } }))).toMatchObject({
      organisationId: null,
      box: null,
      acceptedAt: null,
      promiseKept: false,
      informed: null,
    });
  });

  it("asks a person who would not have it passed on, and ends when they let it be", () => {
    const people = { passOn: 0, choosesAgain: 0, choosesAfterHours: 24, cancelsAWeek: 0 };
    const letBe = behaviour({}, { byOrganisation: { near: { declines: 1 } }, people });
    expect(one(town({}, { behaviour: letBe }))).toMatchObject({
      organisationId: null,
      cancelled: true,
      promiseKept: null,
    });
    const chooses = { ...letBe, people: { ...people, choosesAgain: 1 } };
    expect(one(town({}, { behaviour: chooses }))).toMatchObject({
      organisationId: "far",
      acceptedAt: "2026-11-24T11:00:00.000Z",
    });
  });

  it("gives a free time of a diary at once, and never declines it", () => {
    const sessions = [{ weekday: 3 as const, opens: "09:00", closes: "10:00" }];
    const diary = { ...near, booking: "direct" as const, wait: null, slots: { minutes: 30, sessions } };
    const fact = one(town({ near: { declines: 1, neverAnswers: 1 } }, {}, [diary]));
    expect(fact).toMatchObject({ organisationId: "near", acceptedAt: MONDAY, promiseKept: true });
    expect(fact?.seenAt?.slice(0, 10)).toBe("2026-11-25");
  });

  it("does not know what comes after the end of what is known", () => {
    const until = "2026-11-23T09:30:00.000Z";
    expect(one(town(), { until })).toMatchObject({
      organisationId: "near",
      acceptedAt: null,
      seenAt: null,
      promiseKept: null,
    });
    expect(one(town({ near: { neverAnswers: 1 } }), { until: day(1) })).toMatchObject({
      turnedDown: [],
      organisationId: "near",
    });
  });

  it("uses up places, and a partner that keeps its word comes to be asked before one that does not", () => {
    const requests = Array.from({ length: 400 }, (_, number) => asked(`r${number}`, day(number / 8)));
    const alike = [near, { ...far, locationId: "quay" }];
    const count = (ways: Parameters<typeof town>[0]) =>
      simulateAll(town(ways, { otherwise: 100 }, alike), requests, { seed: 3 }).filter(
        ({ organisationId }) => organisationId === "near",
      ).length;
    expect(count({ near: { keeps: 0.2 } })).toBeLessThan(count({ far: { keeps: 0.2 } }));
    const full = simulateAll(town({}, { otherwise: 2 }), requests, { seed: 3 });
    expect(new Set(full.map(({ organisationId }) => organisationId))).toEqual(new Set(["near", "far"]));
  });
});

describe("of any world", () => {
  const shares = fc.double({ min: 0, max: 1, noNaN: true });
  const ways = fc.record({
    declines: shares,
    declinesWhenFull: shares,
    neverAnswers: fc.double({ min: 0, max: 0.5, noNaN: true }),
    keeps: shares,
    reasons: fc.constantFrom({ "22": 1 }, { "23": 1, "26": 1, "31": 2 }, {}),
  });
  const simulated = fc
    .record({
      world: worlds,
      usual: ways,
      passOn: shares,
      hours: fc.array(fc.nat(24 * 30), { minLength: 1, maxLength: 20 }),
      otherwise: fc.integer({ min: 1, max: 4 }),
      seed: fc.nat(1_000),
    })
    .map(({ world, usual, passOn, hours, otherwise, seed }) => ({
      seed,
      contents: world.contents,
      recorded: hours.map(
        (hour, place): RecordedRequest => ({ id: `r-${place}`, at: day(hour / 24), need: world.need }),
      ),
      world: {
        directory: buildDirectory(world.contents),
        overlay: world.overlay,
        behaviour: behaviour(usual, {
          people: { passOn, choosesAgain: 0.5, choosesAfterHours: 20, cancelsAWeek: 0.02 },
        }),
        otherwise,
      },
    }));
  const check = (property: Parameters<typeof fc.assert>[0]) =>
    fc.assert(property, { numRuns: runs(60, 3_000) });

  it("makes one fact of each request, in the order of time, whatever the order of the record and the size of a step", () =>
    check(
      fc.property(simulated, ({ world, recorded, seed }) => {
        const facts = simulateAll(world, recorded, { seed });
        expect(facts.map(({ id }) => id).sort()).toEqual(recorded.map(({ id }) => id).sort());
        expect(facts.map(({ askedAt }) => askedAt)).toEqual(facts.map(({ askedAt }) => askedAt).sort());
        expect(simulateAll(world, [...recorded].reverse(), { seed })).toEqual(facts);
        const steps = [...simulate(world, recorded, { seed, every: 3 })];
        expect(steps.flatMap((step) => step.facts)).toHaveLength(recorded.length);
        expect(steps.at(-1)?.done).toBe(recorded.length);
      }),
    ));

  it("gives the same answer for the same directory built again, and another seed may not", () =>
    check(
      fc.property(simulated, ({ world, contents, recorded, seed }) => {
        const again = { ...world, directory: buildDirectory(contents) };
        expect(JSON.stringify(simulateAll(again, recorded, { seed }))).toBe(
          JSON.stringify(simulateAll(world, recorded, { seed })),
        );
      }),
    ));

  it("keeps the order of what happened: asked, turned down, accepted, seen", () =>
    check(
      fc.property(simulated, ({ world, recorded, seed }) => {
        for (const fact of simulateAll(world, recorded, { seed })) {
          const moments = [
            fact.askedAt,
            ...fact.turnedDown.map(({ at }) => at),
            ...[fact.acceptedAt, fact.seenAt].filter((at) => at !== null),
          ];
          expect(moments).toEqual([...moments].sort());
          expect(fact.acceptedAt === null).toBe(fact.informed === null);
          expect(fact.organisationId === null).toBe(fact.offerId === null);
          if (fact.acceptedAt !== null && fact.acceptedAt > fact.promiseBy)
            expect(fact.promiseKept).toBe(false);
        }
      }),
    ));

  it("has nothing accepted by who never answers", () =>
    check(
      fc.property(simulated, ({ world, recorded, seed }) => {
        const silent = { ...world, behaviour: behaviour({ neverAnswers: 1 }) };
        for (const { acceptedAt, offerId, askedAt } of simulateAll(silent, recorded, { seed })) {
          const isDirect = offerId !== null && world.directory.offer(offerId)?.booking === "direct";
          expect(acceptedAt).toBe(isDirect ? askedAt : null);
        }
      }),
    ));

  it("gives nobody more to choose among when an offer closes", () =>
    check(
      fc.property(simulated, fc.nat(), ({ world, contents, recorded, seed }, which) => {
        const place = which % Math.max(1, contents.offers.length);
        const offers = contents.offers.map((each, at) =>
          at === place ? { ...each, status: "closed" as const } : each,
        );
        const closed = { ...world, directory: buildDirectory({ ...contents, offers }) };
        const after = simulateAll(closed, recorded, { seed });
        for (const [at, { choices }] of simulateAll(world, recorded, { seed }).entries()) {
          expect(after[at]?.choices).toBeLessThanOrEqual(choices);
        }
      }),
    ));
});

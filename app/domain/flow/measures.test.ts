import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { anyFact, daysAfter, many, partFact, unmetPart } from "~tests/support/part-facts";
import type { PartFact } from "./fact";
import { MEASURES, type MeasureId } from "./measures";
import { type Figure, figureOf } from "./sum";
import { Tally } from "./tally";

const NOW = daysAfter(30);
const SETTING = { now: NOW, step: "week", needOf: (id: string) => `need of ${id}` } as const;

function figure(id: MeasureId, facts: readonly PartFact[]): Figure {
  const tally = new Tally(id, SETTING);
  for (const fact of facts) tally.add(fact);
  return figureOf(tally.whole);
}

describe("accepted within a week", () => {
  it("counts a yes on the seventh day, and none after it", () => {
    const facts = [
      partFact({ acceptedAt: daysAfter(7) }),
      partFact({ acceptedAt: daysAfter(7.01) }),
      unmetPart(),
    ];
    expect(figure("accepted", facts)).toMatchObject({ value: 1 / 3, of: 3 });
  });

  it("says nothing of who is still in the first week, or called it off before a yes", () => {
    const facts = [
      unmetPart({ askedAt: daysAfter(25) }),
      unmetPart({ cancelled: true }),
      partFact({ cancelled: true }),
    ];
    expect(figure("accepted", facts)).toMatchObject({ value: 1, of: 1 });
  });
});

describe("what is not known", () => {
  it("is left out, and is never none", () => {
    const unknown = many(3, {
      promiseKept: null,
      toldFirst: null,
      informed: null,
      km: null,
      seenAt: null,
      box: null,
    });
    for (const id of ["kept", "told", "informed", "distance", "wait", "boxes"] as const)
      expect(figure(id, unknown), id).toMatchObject({ value: null, of: 0 });
  });

  it("of a need, is not met and not unmet when the person called it off", () => {
    expect(figure("unmet", [unmetPart(), unmetPart({ cancelled: true }), partFact()])).toMatchObject({
      value: 0.5,
      of: 2,
    });
  });
});

it("a refusal and a silence are told apart, each of the times that a partner was asked", () => {
  const facts = [
    partFact({
      organisationId: "mead",
      turnedDown: [
        { kind: "declined", organisationId: "harbour", code: "22", at: daysAfter(1) },
        { kind: "silent", organisationId: "hill", at: daysAfter(3) },
      ],
    }),
    partFact(),
  ];
  expect(figure("declined", facts)).toMatchObject({ value: 1 / 4, of: 4 });
  expect(figure("overdue", facts)).toMatchObject({ value: 1 / 4, of: 4 });
  const tally = new Tally("declined", SETTING, ["partner"]);
  for (const fact of facts) tally.add(fact);
  const harbour = tally.by("partner").find(({ key }) => key === "harbour")?.sum;
  expect(harbour && figureOf(harbour)).toMatchObject({ value: 0.5, of: 2 });
  expect(tally.byKind().map(({ key, sum }) => [key, sum.of])).toEqual([["22", 1]]);
});

it("how evenly work is spread is said by the partner with the most, and by how many equal ones it is like", () => {
  const facts = [
    ...many(6),
    ...many(2, { organisationId: "hill" }),
    ...many(2, { organisationId: "mead" }),
    unmetPart(),
  ];
  expect(figure("spread", facts)).toMatchObject({ value: 0.6, of: 10 });
  expect(figure("spread", facts).asIfEqual).toBeCloseTo(1 / (0.36 + 0.04 + 0.04), 9);
});

it("what nine in ten stay within is said only of fifty people or more", () => {
  const facts = Array.from({ length: 101 }, (_, km) => partFact({ km }));
  expect(figure("distance", facts)).toMatchObject({ value: 50, ninetieth: 90, of: 101 });
  expect(figure("distance", facts.slice(0, 49))).toMatchObject({ value: 24, ninetieth: null });
});

/** Each measure reckoned again, the long way: how many, of how many, or the values. */
const DAY = 86_400_000;
const ms = (at: string) => Date.parse(at);
const AGAIN: Readonly<Record<MeasureId, (facts: readonly PartFact[]) => readonly number[]>> = {
  accepted: (facts) =>
    facts
      .filter((fact) => fact.acceptedAt !== null || (!fact.cancelled && ms(NOW) - ms(fact.askedAt) > 7 * DAY))
      .map(({ acceptedAt, askedAt }) =>
        acceptedAt !== null && ms(acceptedAt) <= ms(askedAt) + 7 * DAY ? 1 : 0,
      ),
  kept: (facts) => known(facts.map(({ promiseKept }) => promiseKept)),
  told: (facts) => known(facts.map(({ toldFirst }) => toldFirst)),
  informed: (facts) => known(facts.map(({ informed }) => informed)),
  choice: (facts) => facts.map(({ choices }) => (choices > 1 ? 1 : 0)),
  unmet: (facts) =>
    facts
      .filter(({ organisationId, cancelled }) => organisationId !== null || !cancelled)
      .map(({ organisationId }) => (organisationId === null ? 1 : 0)),
  overdue: (facts) => asks(facts, "silent"),
  declined: (facts) => asks(facts, "declined"),
  wait: (facts) =>
    facts
      .filter(({ cancelled }) => !cancelled)
      .flatMap(({ seenAt, askedAt }) => (seenAt === null ? [] : [(ms(seenAt) - ms(askedAt)) / DAY])),
  distance: (facts) => facts.flatMap(({ km }) => (km === null ? [] : [km])),
  boxes: (facts) => facts.flatMap(({ box }) => (box === null ? [] : [box === "partner" ? 0 : 1])),
  spread: (facts) => {
    const taken = facts.filter(
      ({ organisationId, acceptedAt }) => organisationId !== null && acceptedAt !== null,
    );
    const counts = ["harbour", "hill", "mead", "quay"].map(
      (partner) => taken.filter(({ organisationId }) => organisationId === partner).length,
    );
    const most = Math.max(...counts);
    return taken.map((_, at) => (at < most ? 1 : 0));
  },
};
const known = (values: readonly (boolean | null)[]) =>
  values.flatMap((value) => (value === null ? [] : [value ? 1 : 0]));
const asks = (facts: readonly PartFact[], kind: string) =>
  facts.flatMap(({ turnedDown, organisationId }) => [
    ...turnedDown.map((down) => (down.kind === kind ? 1 : 0)),
    ...(organisationId === null ? [] : [0]),
  ]);
const MEDIANS: readonly MeasureId[] = ["wait", "distance"];

describe("over any facts", () => {
  it.each(MEASURES)("%s is what it says, all in all and week by week", (id) => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 60 }), (facts) => {
        const { value, of } = figure(id, facts);
        const again = AGAIN[id](facts);
        expect(of).toBe(again.length);
        if (again.length === 0) expect(value).toBeNull();
        else if (MEDIANS.includes(id)) {
          const below = again.filter((each) => each < (value ?? 0) - 1e-9).length;
          const above = again.filter((each) => each > (value ?? 0) + 1e-9).length;
          expect(Math.max(below, above)).toBeLessThanOrEqual(again.length / 2);
        } else expect(value).toBeCloseTo(again.reduce((sum, each) => sum + each, 0) / again.length, 9);
        const tally = new Tally(id, SETTING, ["partner", "service", "need", "area"]);
        for (const fact of facts) tally.add(fact);
        for (const groups of [
          tally.trend(),
          ...(["partner", "service", "need", "area"] as const).map((by) => tally.by(by)),
        ])
          expect(groups.reduce((sum, group) => sum + group.sum.of, 0)).toBe(of);
      }),
      { numRuns: runs(60, 2_000) },
    );
  });
});

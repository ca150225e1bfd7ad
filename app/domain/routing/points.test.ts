import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { brand, NOW, need } from "~tests/support/directory";
import { type OfferState, UNKNOWN_STATE } from "../directory/types";
import { circumstancesOf } from "../eligibility/circumstances";
import { KM_IN_A_MILE } from "../shared/in-words";
import { linesFor } from "./point-lines";
import { pointsFor, type Standing, scaleFor, totalOf, usualGivenOf } from "./points";
import type { Need } from "./types";

const { policy } = brand();

function scale(preferences: Partial<Need["preferences"]> = {}, kind: "demo" | "real" = "demo") {
  const asked = need({ preferences: { modes: [], first: "recommended", knownTo: [], ...preferences } });
  return scaleFor(
    policy,
    kind,
    circumstancesOf(asked, { brand: brand(), policy, bankHolidays: new Set() }, NOW),
    NOW,
  );
}

interface At {
  readonly km?: number | null;
  readonly days?: number | null;
  readonly state?: Partial<OfferState>;
  readonly by?: string;
}

const standing = ({ km = 2, days = null, state = {}, by = "trust" }: At = {}): Standing => ({
  offer: {
    id: `${by}-offer`,
    locationId: "clinic",
    modes: ["in-person"],
    wait: days === null ? null : { days, asOf: "2026-11-01", source: "Larkmouth Care" },
  },
  organisation: { id: by, odsCode: by.toUpperCase(), name: by },
  location: { name: "Clinic" },
  km,
  state: { ...UNKNOWN_STATE, ...state },
});

const keptPoints = (kept: number, broken: number) =>
  pointsFor(standing({ state: { kept: { kept, broken } } }), scale(), 0).kept;
const sharePoints = (given: number, usual: number, at: At = {}) =>
  pointsFor(standing({ days: 3, ...at, state: { given } }), scale(), usual).share;

describe("promises kept", () => {
  it("count as eight of ten before anything is known", () => {
    expect(pointsFor(standing(), scale(), 0).kept).toBe(8);
    expect(keptPoints(0, 0)).toBe(8);
  });

  it("are not swung by one or two, and tell over many", () => {
    expect([keptPoints(1, 0), keptPoints(0, 1), keptPoints(2, 0)]).toEqual([8, 7, 8]);
    expect([keptPoints(60, 0), keptPoints(48, 12), keptPoints(30, 30), keptPoints(0, 60)]).toEqual([
      10, 8, 5, 1,
    ]);
  });

  it("are said once there are five, and until then that it is not known yet", () => {
    const said = (kept: OfferState["kept"]) => {
      const at = standing({ state: { kept } });
      const lines = linesFor(pointsFor(at, scale(), 0), at, scale(), 0);
      return lines.find(({ reason }) => reason === "kept")?.text;
    };
    expect(said(null)).toBe("Not known yet how well they keep their promises");
    expect(said({ kept: 4, broken: 0 })).toBe("Not known yet how well they keep their promises");
    expect(said({ kept: 4, broken: 1 })).toBe("Kept 4 of 5 promises in the last 3 months");
  });
});

describe("fair share", () => {
  it("is half with the usual number of requests, more with fewer, less with more", () => {
    expect(sharePoints(20, 20)).toBe(3);
    expect(sharePoints(0, 20)).toBe(4);
    expect(sharePoints(80, 20)).toBe(1);
    expect(sharePoints(0, 0)).toBe(3);
  });

  it("parts two partners who are alike in all else, also where their wait is not known", () => {
    const alike = [
      standing({ by: "busy", state: { given: 40 } }),
      standing({ by: "quiet", state: { given: 0 } }),
    ];
    const usual = usualGivenOf(alike);
    const [busy = 0, quiet = 0] = alike.map((each) => totalOf(pointsFor(each, scale(), usual)));
    expect(usual).toBe(20);
    expect(quiet).toBeGreaterThan(busy);
  });

  it("counts each partner once, however many offers it has", () => {
    const many = (by: string, given: number) => standing({ by, state: { given } });
    expect(usualGivenOf([many("a", 30), many("a", 30), many("b", 10)])).toBe(20);
    expect(usualGivenOf([])).toBe(0);
  });

  it("never lets an offer pass one that is a mile nearer, or a week sooner, and differs in nothing else", () => {
    const weighing = fc.constantFrom("not-much" as const, "some" as const, "a-lot" as const);
    const given = fc.nat(500);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.oneof(fc.constant(null), fc.nat(300)),
        fc.record({ distance: weighing, wait: weighing }),
        given,
        given,
        fc.double({ min: 0, max: 500, noNaN: true }),
        (km, days, weights, better, worse, usual) => {
          const by = scale({ weights });
          const total = (at: At) => totalOf(pointsFor(standing(at), by, usual));
          const nearer = total({ km, days, state: { given: better } });
          const farther = total({ km: km + KM_IN_A_MILE, days, state: { given: worse } });
          expect(farther).toBeLessThanOrEqual(nearer);
          const waited = (days ?? 35) + 7;
          const sooner = total({ km, days: waited - 7, state: { given: better } });
          const later = total({ km, days: days === null ? null : waited, state: { given: worse } });
          expect(later).toBeLessThanOrEqual(sooner);
        },
      ),
      { numRuns: runs(2_000, 100_000) },
    );
  });
});

describe("a brand of real names", () => {
  it("has no rate and no share against anybody's name, in points or in words", () => {
    const real = scale({}, "real");
    const at = standing({ state: { kept: { kept: 0, broken: 60 }, given: 90 } });
    const points = pointsFor(at, real, 10);
    expect(points).toMatchObject({ kept: 0, share: 0 });
    const reasons = linesFor(points, at, real, 10).map(({ reason }) => reason);
    expect(reasons).toEqual(["distance", "wait", "capacity"]);
  });
});

describe("a person's own weights", () => {
  const weightsOf = (preferences: Partial<Need["preferences"]>) => {
    const { distance, wait, continuity } = scale(preferences).weights;
    return [distance, wait, continuity];
  };

  it("are what they want first, when that is all they said", () => {
    expect(weightsOf({})).toEqual([30, 30, 15]);
    expect(weightsOf({ first: "nearest" })).toEqual([120, 15, 15]);
    expect(weightsOf({ first: "soonest" })).toEqual([15, 120, 15]);
  });

  it("go before what they want first, one by one", () => {
    expect(weightsOf({ weights: { continuity: "a-lot" } })).toEqual([30, 30, 60]);
    expect(weightsOf({ first: "nearest", weights: { wait: "some" } })).toEqual([120, 30, 15]);
    expect(
      weightsOf({ weights: { distance: "not-much", wait: "not-much", continuity: "not-much" } }),
    ).toEqual([15, 15, 7.5]);
  });
});

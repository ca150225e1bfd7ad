import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "../shared/time";
import {
  type Counted,
  declinesByReason,
  FEWEST_PARTNERS,
  type Figures,
  figuresOf,
  type Given,
  median,
  middleOf,
} from "./figures";

const NINE = Date.parse("2026-11-23T09:00:00.000Z");
const given = (change: Partial<Given> = {}): Given => ({
  organisationId: "harbour",
  offerId: "physio",
  requestedAt: instant(NINE),
  answeredAt: instant(NINE + 60 * 60_000),
  kept: true,
  refused: null,
  ...change,
});
const counted = (change: Partial<Counted> = {}): Counted => ({
  given: [],
  times: { passed: 0, unused: 0 },
  feedback: {},
  ...change,
});

describe("a partner’s figures", () => {
  it("say nothing of what there is none of", () => {
    expect(figuresOf(counted())).toEqual({
      kept: { value: null, of: 0 },
      answer: { value: null, of: 0 },
      declined: { value: null, of: 0 },
      unused: { value: null, of: 0 },
      feedback: { value: null, of: 0 },
    });
  });

  it("are shares of what is settled, answered, given, past and rated", () => {
    const figures = figuresOf({
      given: [
        given(),
        given({ kept: false }),
        given({ kept: null, answeredAt: null }),
        given({ kept: null, refused: "22", answeredAt: instant(NINE + 30 * 60_000) }),
      ],
      times: { passed: 8, unused: 2 },
      feedback: { "very-good": 2, good: 1, poor: 1, "very-poor": 1, "do-not-know": 9 },
    });
    expect(figures).toEqual({
      kept: { value: 0.5, of: 2 },
      answer: { value: 60, of: 3 },
      declined: { value: 0.25, of: 4 },
      unused: { value: 0.25, of: 8 },
      feedback: { value: 0.6, of: 5 },
    });
  });

  it("keep back what fewer than five people said", () => {
    expect(figuresOf(counted({ feedback: { good: 4 } })).feedback).toEqual({ value: null, of: 4 });
  });

  it("count a refusal under its reason, the most first", () => {
    const list = (["22", "31", "22", null] as const).map((refused) => given({ refused }));
    expect(declinesByReason(list)).toEqual([
      { reason: "22", many: 2 },
      { reason: "31", many: 1 },
    ]);
  });
});

describe("the middle of all partners", () => {
  const partners = (many: number): Figures[] =>
    Array.from({ length: many }, (_, place) =>
      figuresOf(counted({ times: { passed: 10, unused: Math.min(place, 10) } })),
    );

  it("is told of five that have the figure, and of no fewer", () => {
    expect(middleOf(partners(FEWEST_PARTNERS), "unused")).toBe(0.2);
    expect(middleOf(partners(FEWEST_PARTNERS - 1), "unused")).toBeNull();
    expect(middleOf(partners(9), "kept")).toBeNull();
  });

  it("has as many values at or below it as at or above it, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN;
        const half = values.length / 2;
        expect(values.filter((value) => value <= middle).length).toBeGreaterThanOrEqual(half);
        expect(values.filter((value) => value >= middle).length).toBeGreaterThanOrEqual(half);
        expect(median(values.toReversed())).toBe(middle);
      }),
    );
  });
});

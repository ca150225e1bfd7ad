import fc from "fast-check";
import { expect, it } from "vitest";
import { daysFrom } from "../shared/time";
import { weekOf } from "../simulation/weeks";
import { type FlowPeriod, lastWeeks, mondaysOf, periodHolding, stepKey, stepOf, weekAsked } from "./period";

const TODAY = "2026-11-25";

it("a usual period is whole weeks, and all of them are over", () => {
  expect(lastWeeks("weeks", TODAY)).toEqual({ from: "2026-10-26", until: "2026-11-22" });
  expect(mondaysOf(lastWeeks("weeks", TODAY))).toHaveLength(4);
  expect(mondaysOf(lastWeeks("year", TODAY))).toHaveLength(52);
  expect(lastWeeks("weeks", "2026-11-23")).toEqual(lastWeeks("weeks", "2026-11-29"));
});

it("two days are the smallest month, quarter or year that holds both", () => {
  const holding = (from: string, until: string) => periodHolding(from, until, TODAY);
  expect(holding("2026-03-04", "2026-03-06")).toEqual({ from: "2026-03-02", until: "2026-04-05" });
  expect(holding("2026-03-02", "2026-03-15")).toEqual({ from: "2026-03-02", until: "2026-04-05" });
  // The last days of March are in a week that began in it; the first week of April is the one after.
  expect(holding("2026-03-31", "2026-04-05")).toEqual({ from: "2026-03-02", until: "2026-04-05" });
  expect(holding("2026-03-15", "2026-02-01")).toBeUndefined();
  expect(holding("2026-02-03", "2026-03-15")).toEqual({ from: "2026-01-05", until: "2026-04-05" });
  expect(holding("2026-03-15", "2026-04-15")).toEqual({ from: "2026-01-05", until: "2026-11-22" });
  expect(holding("2025-12-31", "2026-01-04")).toEqual({ from: "2025-12-01", until: "2026-01-04" });
});

it("what is not over is left out, and is no period when nothing of it is", () => {
  expect(periodHolding("2026-11-04", "2026-12-10", TODAY)).toEqual({
    from: "2026-10-05",
    until: "2026-11-22",
  });
  expect(periodHolding("2026-11-24", "2026-11-26", TODAY)).toBeUndefined();
  expect(periodHolding("2025-11-24", "2026-03-04", TODAY)).toBeUndefined();
});

it("of two periods of one's own, one holds the other or they have nothing in common", () => {
  const day = fc.integer({ min: 0, max: 1_000 }).map((days) => daysFrom("2024-01-01", days));
  const period = fc
    .tuple(day, day)
    .map((days) => [...days].sort())
    .map(([first = "", last = ""]) => periodHolding(first, last, "2027-06-01"));
  const holds = (one: FlowPeriod, other: FlowPeriod) => one.from <= other.from && other.until <= one.until;
  fc.assert(
    fc.property(period, period, (one, other) => {
      if (one === undefined || other === undefined) return;
      const apart = one.until < other.from || other.until < one.from;
      expect(apart || holds(one, other) || holds(other, one)).toBe(true);
      for (const { from, until } of [one, other])
        expect([weekOf(from), weekOf(daysFrom(until, 1))]).toEqual([from, daysFrom(until, 1)]);
    }),
  );
});

it("a trend goes by week, and over more than half a year by month", () => {
  expect(stepOf(lastWeeks("quarter", TODAY))).toBe("week");
  expect(stepOf(lastWeeks("year", TODAY))).toBe("month");
  expect(weekAsked("2026-03-29T23:30:00.000Z")).toBe("2026-03-30");
  expect(stepKey("month", "2026-03-30")).toBe("2026-03-01");
});

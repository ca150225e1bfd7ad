import { expect, it } from "vitest";
import { lastWeeks, mondaysOf, ownWeeks, stepKey, stepOf, weekAsked } from "./period";

it("a usual period is whole weeks, and the one that is not over", () => {
  expect(lastWeeks("weeks", "2026-11-25")).toEqual({ from: "2026-10-26", until: "2026-11-29" });
  expect(mondaysOf(lastWeeks("weeks", "2026-11-25"))).toHaveLength(5);
  expect(mondaysOf(lastWeeks("year", "2026-11-25"))).toHaveLength(53);
});

it("two days are the whole weeks that they lie in, so that no period differs from another by a day", () => {
  const whole = { from: "2026-03-02", until: "2026-03-15" };
  expect(ownWeeks("2026-03-02", "2026-03-15", "2026-11-25")).toEqual(whole);
  expect(ownWeeks("2026-03-05", "2026-03-09", "2026-11-25")).toEqual(whole);
});

it("a period that is the wrong way round, has not begun or is too long is none", () => {
  expect(ownWeeks("2026-03-05", "2026-03-04", "2026-11-25")).toBeUndefined();
  expect(ownWeeks("2026-11-26", "2026-11-27", "2026-11-25")).toBeUndefined();
  expect(ownWeeks("2020-01-01", "2026-03-04", "2026-11-25")).toBeUndefined();
});

it("a trend goes by week, and over more than half a year by month", () => {
  expect(stepOf(lastWeeks("quarter", "2026-11-25"))).toBe("week");
  expect(stepOf(lastWeeks("year", "2026-11-25"))).toBe("month");
  expect(weekAsked("2026-03-29T23:30:00.000Z")).toBe("2026-03-30");
  expect(stepKey("month", "2026-03-30")).toBe("2026-03-01");
});

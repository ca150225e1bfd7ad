import { expect, test } from "vitest";
import { localInstant } from "~/domain/shared/time";
import { daysOfTimes } from "./times";

const NOW = "2026-12-23T09:00:00.000Z";
const at = (date: string, time: string) => ({ id: `${date} ${time}`, startsAt: localInstant(date, time) });
const bankHolidays = new Set(["2026-12-25", "2026-12-28"]);
const days = (slots: readonly { id: string; startsAt: string }[]) =>
  daysOfTimes(slots, NOW, { from: "2026-12-23", bankHolidays });

test("a day's times stand under its parts, in order", () => {
  const [day] = days(["09:00", "11:59", "12:00", "16:45", "17:00"].map((time) => at("2026-12-23", time)));
  expect(day?.day).toBe("Wednesday 23 December");
  expect(day?.none).toBe("");
  expect(day?.parts.map(({ part, times }) => [part, times.map(({ words }) => words)])).toEqual([
    ["Morning", ["9 am", "11.59 am"]],
    ["Afternoon", ["midday", "4.45 pm"]],
    ["Evening", ["5 pm"]],
  ]);
});

test("days without a time are told of together, and a bank holiday as one", () => {
  expect(
    days([at("2026-12-24", "09:00"), at("2026-12-30", "09:00")]).map(({ day, none }) => [day, none]),
  ).toEqual([
    ["Wednesday 23 December", "no free times"],
    ["Thursday 24 December", ""],
    ["Friday 25 December", "no times, as it is a bank holiday"],
    ["Saturday 26 December and Sunday 27 December", "no free times"],
    ["Monday 28 December", "no times, as it is a bank holiday"],
    ["Tuesday 29 December", "no free times"],
    ["Wednesday 30 December", ""],
  ]);
  expect(days([at("2027-01-04", "09:00")]).map(({ day }) => day)).toContain(
    "Tuesday 29 December to Sunday 3 January 2027",
  );
});

test("a bank holiday on which somebody works has its times, and no times at all are no days", () => {
  expect(days([at("2026-12-25", "10:00")]).at(-1)).toMatchObject({ day: "Friday 25 December", none: "" });
  expect(days([])).toEqual([]);
});

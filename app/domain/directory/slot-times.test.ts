import { describe, expect, it } from "vitest";
import { bookableUntil, lastDayOf, slotTimes } from "./slot-times";
import type { SlotPattern } from "./types";

const mondays: SlotPattern = { minutes: 45, sessions: [{ weekday: 1, opens: "09:00", closes: "11:00" }] };

describe("the times of a diary", () => {
  it("cuts each session into whole slots", () => {
    expect(slotTimes(mondays, "2026-11-23", "2026-11-29", new Set())).toEqual([
      { startsAt: "2026-11-23T09:00:00.000Z", endsAt: "2026-11-23T09:45:00.000Z" },
      { startsAt: "2026-11-23T09:45:00.000Z", endsAt: "2026-11-23T10:30:00.000Z" },
    ]);
  });

  it("has the same local time in summer and in winter", () => {
    const starts = slotTimes(mondays, "2026-10-19", "2026-10-26", new Set()).map(({ startsAt }) => startsAt);
    expect(starts).toEqual([
      "2026-10-19T08:00:00.000Z",
      "2026-10-19T08:45:00.000Z",
      "2026-10-26T09:00:00.000Z",
      "2026-10-26T09:45:00.000Z",
    ]);
  });

  it("has none on a bank holiday, and takes the first and the last day in", () => {
    const days = (holidays: string[]) =>
      new Set(
        slotTimes(mondays, "2026-11-23", "2026-12-07", new Set(holidays)).map((time) =>
          time.startsAt.slice(0, 10),
        ),
      );
    expect([...days([])]).toEqual(["2026-11-23", "2026-11-30", "2026-12-07"]);
    expect([...days(["2026-11-30"])]).toEqual(["2026-11-23", "2026-12-07"]);
  });

  it("has a time once when two sessions overlap, in order of time", () => {
    const twice = slotTimes(
      {
        minutes: 60,
        sessions: [
          { weekday: 7, opens: "10:00", closes: "12:00" },
          { weekday: 7, opens: "09:00", closes: "11:00" },
        ],
      },
      "2026-11-29",
      "2026-11-29",
      new Set(),
    );
    expect(twice.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual(["09:00", "10:00", "11:00"]);
  });

  it("counts weeks from now in days", () => {
    expect(lastDayOf(6, "2026-11-22T09:00:00.000Z")).toBe("2027-01-03");
    expect(bookableUntil("2026-11-22T09:00:00.000Z")).toBe("2027-01-04T00:00:00.000Z");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { daysFrom, localTime, milliseconds } from "../shared/time";
import { bookableUntil, firstSlotTime, lastDayOf, slotTimes } from "./slot-times";
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

describe("the nights in which the clocks change", () => {
  const night = (minutes: number, opens: string, closes: string): SlotPattern => ({
    minutes,
    sessions: [{ weekday: 7, opens, closes }],
  });
  const wall = (pattern: SlotPattern, day: string) =>
    slotTimes(pattern, day, day, new Set()).map(
      ({ startsAt, endsAt }) => `${localTime(startsAt)} to ${localTime(endsAt)}`,
    );

  it("leaves out the hour that is skipped when they go forward", () => {
    expect(wall(night(30, "00:00", "03:00"), "2027-03-28")).toEqual([
      "00:00 to 00:30",
      "00:30 to 02:00",
      "02:00 to 02:30",
      "02:30 to 03:00",
    ]);
  });

  it("has the hour that comes twice once when they go back", () => {
    const times = slotTimes(night(30, "00:30", "03:00"), "2026-10-25", "2026-10-25", new Set());
    expect(times.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      "23:30",
      "00:00",
      "00:30",
      "02:00",
      "02:30",
    ]);
  });

  it("keeps every slot its whole length, none over another, each said once, whatever the session", () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "45"))
      .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
    fc.assert(
      fc.property(
        fc.constantFrom("2027-03-28", "2026-10-25", "2027-01-10"),
        fc.integer({ min: 5, max: 120 }),
        clock,
        clock,
        (day, minutes, opens, closes) => {
          const times = slotTimes(night(minutes, opens, closes), day, day, new Set());
          for (const [index, { startsAt, endsAt }] of times.entries()) {
            expect(milliseconds(endsAt) - milliseconds(startsAt)).toBe(minutes * 60_000);
            expect(startsAt >= (times[index - 1]?.endsAt ?? "")).toBe(true);
          }
          const said = times.map(({ startsAt }) => localTime(startsAt));
          expect(new Set(said).size).toBe(said.length);
        },
      ),
      { numRuns: runs(200, 5_000) },
    );
  });
});

describe("days that are not like the week", () => {
  const starts = (exceptions: SlotPattern["exceptions"], holidays: string[] = []) =>
    slotTimes(
      { minutes: 60, sessions: [{ weekday: 1, opens: "09:00", closes: "11:00" }], exceptions },
      "2026-11-23",
      "2026-11-30",
      new Set(holidays),
    ).map(({ startsAt }) => startsAt.slice(0, 16));

  it("have no sessions on a day off", () => {
    expect(starts([{ kind: "day-off", on: "2026-11-23" }])).toEqual(["2026-11-30T09:00", "2026-11-30T10:00"]);
  });

  it("have an extra session, beside the usual ones, in place of them, and on a bank holiday", () => {
    const extra = { kind: "extra-session", on: "2026-11-23", opens: "17:00", closes: "18:00" } as const;
    expect(starts([extra]).slice(0, 3)).toEqual(["2026-11-23T09:00", "2026-11-23T10:00", "2026-11-23T17:00"]);
    expect(starts([extra, { kind: "day-off", on: "2026-11-23" }])[0]).toBe("2026-11-23T17:00");
    expect(starts([extra], ["2026-11-23"])[0]).toBe("2026-11-23T17:00");
  });

  it("finds the first of them without the others", () => {
    const session = fc.record({
      weekday: fc.constantFrom(1 as const, 3 as const, 7 as const),
      opens: fc.constantFrom("01:00", "09:00", "16:45"),
      closes: fc.constantFrom("01:30", "09:20", "11:00", "17:00"),
    });
    const from = fc.constantFrom("2026-10-19", "2026-12-21", "2027-03-25");
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 4 }),
        fc.integer({ min: 5, max: 90 }),
        from,
        (sessions, minutes, day) => {
          const pattern = { minutes, sessions };
          const holidays = new Set(["2026-10-21", "2026-12-23"]);
          const [first] = slotTimes(pattern, day, daysFrom(day, 9), holidays);
          expect(firstSlotTime(pattern, day, daysFrom(day, 9), holidays)).toBe(first?.startsAt ?? null);
        },
      ),
      { numRuns: runs(200, 5_000) },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { instant, milliseconds } from "../shared/time";
import { type Hours, isOpenAt, nextOpening, opensBefore } from "./opening";
import type { OpeningHours } from "./types";

const NONE: ReadonlySet<string> = new Set();
const CHRISTMAS: ReadonlySet<string> = new Set(["2026-12-25", "2026-12-28"]);

const hours = (changes: Partial<Hours> = {}): Hours => ({
  opening: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, opens: "09:00", closes: "17:30" })),
  onBankHolidays: "closed",
  temporary: null,
  ...changes,
});
const weekday = (day: OpeningHours["weekday"], opens: string, closes: string): OpeningHours => ({
  weekday: day,
  opens,
  closes,
});
const everyDay = (opens: string, closes: string): OpeningHours[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => weekday(day, opens, closes));

describe("when a place is open", () => {
  it.each([
    ["at the moment it opens", "2026-11-24T09:00:00.000Z", true],
    ["a moment before", "2026-11-24T08:59:59.999Z", false],
    ["a moment before it closes", "2026-11-24T17:29:59.999Z", true],
    ["at the moment it closes", "2026-11-24T17:30:00.000Z", false],
    ["on a Saturday", "2026-11-28T12:00:00.000Z", false],
    ["at nine by the clock in summer", "2026-07-07T08:00:00.000Z", true],
    ["at a quarter to nine by the clock in summer", "2026-07-07T07:45:00.000Z", false],
  ])("%s", (_, at, expected) => {
    expect(isOpenAt(hours(), at, NONE)).toBe(expected);
  });

  it("is not known without hours, nor on a bank holiday that nobody has said anything of", () => {
    const noon = "2026-12-25T12:00:00.000Z";
    expect(isOpenAt(hours({ opening: [] }), noon, NONE)).toBeNull();
    expect(isOpenAt(hours(), noon, CHRISTMAS)).toBe(false);
    expect(isOpenAt(hours({ onBankHolidays: "as-usual" }), noon, CHRISTMAS)).toBe(true);
    expect(isOpenAt({ opening: hours().opening, temporary: null }, noon, CHRISTMAS)).toBeNull();
  });

  it("goes by the day's exception before the bank holiday and the week", () => {
    const exceptions = [
      { date: "2026-11-24", sessions: [{ opens: "14:00", closes: "16:00" }], why: "staff training" },
      { date: "2026-12-25", sessions: [{ opens: "10:00", closes: "12:00" }] },
      { date: "2026-11-25", sessions: [] },
    ];
    const open = (at: string) => isOpenAt(hours({ exceptions }), at, CHRISTMAS);
    expect(open("2026-11-24T10:00:00.000Z")).toBe(false);
    expect(open("2026-11-24T15:00:00.000Z")).toBe(true);
    expect(open("2026-12-25T11:00:00.000Z")).toBe(true);
    expect(open("2026-11-25T11:00:00.000Z")).toBe(false);
    expect(isOpenAt(hours({ opening: [], exceptions }), "2026-11-25T11:00:00.000Z", NONE)).toBe(false);
  });

  it("is never outside a pop-up's dates", () => {
    const popUp = hours({ temporary: { from: "2026-11-24", until: "2026-11-24" } });
    expect(isOpenAt(popUp, "2026-11-24T12:00:00.000Z", NONE)).toBe(true);
    expect(isOpenAt(popUp, "2026-11-25T12:00:00.000Z", NONE)).toBe(false);
    expect(nextOpening(popUp, "2026-11-25T00:00:00.000Z", NONE)).toBeNull();
  });

  it("goes on past midnight, and round the clock", () => {
    const late = hours({ opening: [weekday(5, "22:00", "02:00")] });
    expect(isOpenAt(late, "2026-11-28T01:59:00.000Z", NONE)).toBe(true);
    expect(isOpenAt(late, "2026-11-28T02:00:00.000Z", NONE)).toBe(false);
    const always = hours({ opening: everyDay("00:00", "00:00") });
    expect(isOpenAt(always, "2026-11-28T03:33:00.000Z", NONE)).toBe(true);
  });
});

/** In 2026 the clocks go forward on 29 March at 01:00 UTC, and back on 25 October at 01:00 UTC. */
describe("on the nights when the clocks change", () => {
  const night = hours({ opening: everyDay("22:00", "06:00") });
  const early = hours({ opening: everyDay("00:30", "03:00") });
  const openMinutes = (open: Hours, from: string, until: string): number => {
    let minutes = 0;
    for (let at = milliseconds(from); at < milliseconds(until); at += 60_000) {
      if (isOpenAt(open, instant(at), NONE)) minutes += 1;
    }
    return minutes;
  };

  it("a night of eight hours by the clock is seven in spring and nine in autumn", () => {
    expect(openMinutes(night, "2026-03-28T12:00:00.000Z", "2026-03-29T12:00:00.000Z")).toBe(7 * 60);
    expect(openMinutes(night, "2026-10-24T12:00:00.000Z", "2026-10-25T12:00:00.000Z")).toBe(9 * 60);
    expect(openMinutes(night, "2026-11-24T12:00:00.000Z", "2026-11-25T12:00:00.000Z")).toBe(8 * 60);
  });

  it("opens and closes by the clock on the wall on both sides of the change", () => {
    expect(isOpenAt(early, "2026-03-29T00:30:00.000Z", NONE)).toBe(true);
    expect(isOpenAt(early, "2026-03-29T01:59:00.000Z", NONE)).toBe(true);
    expect(isOpenAt(early, "2026-03-29T02:00:00.000Z", NONE)).toBe(false);
    expect(isOpenAt(early, "2026-10-24T23:29:00.000Z", NONE)).toBe(false);
    expect(isOpenAt(early, "2026-10-24T23:30:00.000Z", NONE)).toBe(true);
    expect(isOpenAt(early, "2026-10-25T02:59:00.000Z", NONE)).toBe(true);
    expect(isOpenAt(early, "2026-10-25T03:00:00.000Z", NONE)).toBe(false);
  });

  it("finds the morning's opening across the change", () => {
    const day = hours({ opening: everyDay("09:00", "17:00") });
    expect(nextOpening(day, "2026-03-28T20:00:00.000Z", NONE)).toBe("2026-03-29T08:00:00.000Z");
    expect(nextOpening(day, "2026-10-24T20:00:00.000Z", NONE)).toBe("2026-10-25T09:00:00.000Z");
    expect(opensBefore(day, "2026-03-28T20:00:00.000Z", "2026-03-29T08:00:00.000Z", NONE)).toBe(false);
    expect(opensBefore(day, "2026-03-28T20:00:00.000Z", "2026-03-29T08:00:00.001Z", NONE)).toBe(true);
    expect(opensBefore(day, "2026-10-24T20:00:00.000Z", "2026-10-25T09:00:00.000Z", NONE)).toBe(false);
  });

  it("opens an hour later by UTC's clock when the hour is skipped", () => {
    const skipped = hours({ opening: [weekday(7, "01:30", "05:00")] });
    expect(nextOpening(skipped, "2026-03-28T20:00:00.000Z", NONE)).toBe("2026-03-29T01:30:00.000Z");
  });
});

describe("the next opening", () => {
  it.each([
    ["now, when it is open", hours(), "2026-11-24T10:00:00.000Z", "2026-11-24T10:00:00.000Z"],
    ["later today", hours(), "2026-11-24T08:00:00.000Z", "2026-11-24T09:00:00.000Z"],
    ["after the weekend", hours(), "2026-11-27T18:00:00.000Z", "2026-11-30T09:00:00.000Z"],
    ["after Christmas and its weekend", hours(), "2026-12-24T18:00:00.000Z", "2026-12-29T09:00:00.000Z"],
    [
      "the earlier of two sessions, in whatever order they are written",
      hours({ opening: [weekday(2, "14:00", "17:00"), weekday(2, "09:00", "12:00")] }),
      "2026-11-24T07:00:00.000Z",
      "2026-11-24T09:00:00.000Z",
    ],
  ])("is %s", (_, open, from, expected) => {
    expect(nextOpening(open, from, CHRISTMAS)).toBe(expected);
  });

  it("is not known past a day that is not known, nor when there is none for weeks", () => {
    expect(
      nextOpening({ ...hours(), onBankHolidays: undefined }, "2026-12-24T18:00:00.000Z", CHRISTMAS),
    ).toBeNull();
    expect(nextOpening(hours({ opening: [] }), "2026-12-24T18:00:00.000Z", CHRISTMAS)).toBeNull();
  });
});

describe("any hours, at any moment", () => {
  const time = fc
    .tuple(fc.nat(23), fc.constantFrom("00", "15", "30", "45"))
    .map(([hour, minutes]) => `${String(hour).padStart(2, "0")}:${minutes}`);
  const session = fc.record({
    weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<OpeningHours["weekday"]>,
    opens: time,
    closes: time,
  });
  const anyHours: fc.Arbitrary<Hours> = fc.record({
    opening: fc.array(session, { maxLength: 5 }),
    onBankHolidays: fc.constantFrom("closed", "as-usual", undefined),
    exceptions: fc.constantFrom(undefined, [{ date: "2026-10-25", sessions: [] }]),
    temporary: fc.constant(null),
  });
  const quarter = fc
    .integer({ min: 0, max: 4 * 24 * 10 })
    .map((quarters) => instant(milliseconds("2026-10-20T00:00:00.000Z") + quarters * 900_000));
  const HOLIDAY = new Set(["2026-10-26"]);

  it("agree with one another, quarter of an hour by quarter", () => {
    fc.assert(
      fc.property(anyHours, quarter, fc.nat(4 * 24 * 4), (open, from, quarters) => {
        const until = instant(milliseconds(from) + quarters * 900_000);
        const seen: (boolean | null)[] = [];
        for (let at = milliseconds(from); at < milliseconds(until); at += 900_000) {
          seen.push(isOpenAt(open, instant(at), HOLIDAY));
        }
        const expected = seen.includes(true) ? true : seen.includes(null) ? null : false;
        expect(opensBefore(open, from, until, HOLIDAY)).toBe(expected);
        const next = nextOpening(open, from, HOLIDAY);
        if (next !== null) {
          expect(isOpenAt(open, next, HOLIDAY)).toBe(true);
          expect(opensBefore(open, from, next, HOLIDAY)).toBe(false);
        } else if (seen[0] === true) expect(next).toBe(from);
      }),
      { numRuns: runs(300, 20_000) },
    );
  });
});

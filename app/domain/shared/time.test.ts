import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  ageInYears,
  endOf,
  instant,
  isWorkingDay,
  localDate,
  localDateAt,
  localInstant,
  localTime,
  milliseconds,
  ZONE,
} from "./time";

const holidays = new Set(["2026-12-25", "2026-12-28"]);

describe("spans", () => {
  it("runs hours through the night and the weekend", () => {
    expect(endOf({ hours: 4 }, "2026-11-21T22:00:00.000Z", holidays)).toBe("2026-11-22T02:00:00.000Z");
  });

  it("counts working days from the next one, to the close of the day", () => {
    expect(endOf({ workingDays: 2 }, "2026-11-20T09:00:00.000Z", holidays)).toBe("2026-11-24T17:00:00.000Z");
  });

  it("does not count bank holidays", () => {
    expect(endOf({ workingDays: 1 }, "2026-12-24T10:00:00.000Z", holidays)).toBe("2026-12-29T17:00:00.000Z");
  });

  it("ends at the close of the day in summer time too", () => {
    expect(endOf({ workingDays: 1 }, "2026-07-01T10:00:00.000Z", holidays)).toBe("2026-07-02T16:00:00.000Z");
  });

  it("ends on a working day after its start, whenever it starts", () => {
    const starts = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 }), (start, workingDays) => {
        const from = start.toISOString();
        const end = endOf({ workingDays }, from, holidays);
        return end > from && isWorkingDay(localDate(end), holidays);
      }),
    );
  });
});

describe("moments", () => {
  const LAST = 8.64e15;

  it("are to the millisecond what a Date says, both ways", () => {
    const near = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2032-01-01") });
    fc.assert(
      fc.property(fc.oneof(near, fc.integer({ min: -LAST, max: LAST })), (at) => {
        const date = new Date(at).toISOString();
        expect(instant(at)).toBe(date);
        expect(milliseconds(date)).toBe(at);
      }),
    );
  });

  it("has no words for what is no moment", () => {
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, LAST * 2])
      expect(() => instant(none)).toThrow(RangeError);
    expect(milliseconds("tomorrow")).toBeNaN();
    expect(instant(0.7)).toBe("1970-01-01T00:00:00.000Z");
  });
});

describe("local days", () => {
  it("is already tomorrow after midnight in summer", () => {
    expect(localDate("2026-07-01T23:30:00.000Z")).toBe("2026-07-02");
  });

  it("turns a local time into an instant and back", () => {
    expect(localInstant("2026-07-01", "09:00")).toBe("2026-07-01T08:00:00.000Z");
    expect(localInstant("2026-12-01", "09:00")).toBe("2026-12-01T09:00:00.000Z");
  });
});

describe("what is remembered of the local clock", () => {
  const moments = fc.date({ min: new Date("1975-01-01"), max: new Date("2037-12-31"), noInvalidDate: true });
  /** Both nights when the clocks change, minute by minute. */
  const nights = fc
    .tuple(fc.constantFrom("2026-03-29T00:00Z", "2026-10-25T00:00Z"), fc.integer({ min: -120, max: 180 }))
    .map(([midnight, minutes]) => new Date(Date.parse(midnight) + minutes * 60_000));

  it("is what the calendar says at any moment, and again when it is asked again", () => {
    fc.assert(
      fc.property(fc.oneof(moments, nights), (moment) => {
        const at = moment.toISOString();
        const local = DateTime.fromISO(at, { zone: ZONE });
        for (const _ of ["first", "again"]) {
          expect(localDate(at)).toBe(local.toISODate());
          expect(localDateAt(milliseconds(at))).toBe(local.toISODate());
          expect(localTime(at)).toBe(local.toFormat("HH:mm"));
        }
        const [date, time] = [local.toFormat("yyyy-MM-dd"), local.toFormat("HH:mm")];
        for (const _ of ["first", "again"]) {
          const back = DateTime.fromISO(localInstant(date, time), { zone: ZONE });
          expect(back.toFormat("yyyy-MM-dd HH:mm")).toBe(`${date} ${time}`);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts working days as the calendar does", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (moment, workingDays) => {
        let day = DateTime.fromISO(moment.toISOString(), { zone: ZONE }).startOf("day");
        for (let left = workingDays; left > 0; ) {
          day = day.plus({ days: 1 });
          if (day.weekday <= 5 && !holidays.has(day.toFormat("yyyy-MM-dd"))) left -= 1;
        }
        expect(endOf({ workingDays }, moment.toISOString(), holidays)).toBe(
          day.set({ hour: 17 }).toUTC().toISO(),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("age", () => {
  it("changes on the birthday", () => {
    expect(ageInYears("1992-03-27", "2026-03-26")).toBe(33);
    expect(ageInYears("1992-03-27", "2026-03-27")).toBe(34);
  });

  it("gives someone born on 29 February a birthday on 1 March in other years", () => {
    expect(ageInYears("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageInYears("2008-02-29", "2026-03-01")).toBe(18);
  });
});

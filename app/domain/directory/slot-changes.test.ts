import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import { instant } from "../shared/time";
import { liesAcross, type SlotStanding, type StandingSlot, slotChanges } from "./slot-changes";
import type { SlotTime } from "./slot-times";

const MONDAY = Date.parse("2026-11-30T00:00:00.000Z");
const time = (from: number, minutes = 30): SlotTime => ({
  startsAt: instant(MONDAY + from * 60_000),
  endsAt: instant(MONDAY + (from + minutes) * 60_000),
});
const slot = (from: number, standing: SlotStanding, minutes = 30): StandingSlot => ({
  ...time(from, minutes),
  id: `slot-${from}`,
  standing,
});
const NINE = 540;

describe("when other times are wanted", () => {
  it("what is free goes, what is new is made, and what is wanted still is left alone", () => {
    const there = [slot(NINE, "free"), slot(NINE + 30, "free")];
    expect(slotChanges(there, [time(NINE + 30), time(NINE + 60)])).toEqual({
      goes: [there[0]],
      made: [time(NINE + 60)],
      stays: [],
    });
  });

  it.each(["booked", "held", "blocked"] as const)(
    "what is %s stays, and nothing is made across it",
    (standing) => {
      const there = [slot(NINE, standing), slot(NINE + 30, "free")];
      const wanted = [time(NINE, 20), time(NINE + 20, 20), time(NINE + 40, 20)];
      expect(slotChanges(there, wanted)).toEqual({
        goes: [there[1]],
        made: [wanted[2]],
        stays: [there[0]],
      });
    },
  );

  it("a time of another length takes the place of a free one that began with it", () => {
    const there = [slot(NINE, "free")];
    expect(slotChanges(there, [time(NINE, 45)])).toEqual({ goes: there, made: [time(NINE, 45)], stays: [] });
  });

  it("times that only touch do not lie across each other", () => {
    expect(liesAcross(time(NINE), time(NINE + 30))).toBe(false);
    expect(liesAcross(time(NINE), time(NINE + 29))).toBe(true);
  });
});

/** Times of a day, none across another, as one length cuts them. */
const cut = fc
  .tuple(
    fc.constantFrom(10, 15, 20, 30, 45),
    fc.integer({ min: 480, max: 600 }),
    fc.integer({ min: 0, max: 12 }),
  )
  .map(([minutes, from, count]) =>
    Array.from({ length: count }, (_, at) => time(from + at * minutes, minutes)),
  );
const standings = fc.array(fc.constantFrom<SlotStanding>("free", "held", "booked", "blocked"), {
  minLength: 12,
  maxLength: 12,
});
const diary = fc
  .tuple(cut, standings)
  .map(([times, states]) =>
    times.map((each, at): StandingSlot => ({ ...each, id: `slot-${at}`, standing: states[at] ?? "free" })),
  );

describe("whatever is there and whatever is wanted", () => {
  it("nothing that is booked, held or blocked is ever lost, or has a new time across it", () => {
    fc.assert(
      fc.property(diary, cut, (there, wanted) => {
        const { goes, made, stays } = slotChanges(there, wanted);
        expect(goes.filter(({ standing }) => standing !== "free")).toEqual([]);
        const taken = there.filter(({ standing }) => standing !== "free");
        expect(made.filter((each) => taken.some((other) => liesAcross(each, other)))).toEqual([]);
        expect(stays.filter((each) => !taken.includes(each))).toEqual([]);
      }),
      { numRuns: runs(200, 20_000) },
    );
  });

  it("what is then free is what was wanted, and doing it again changes nothing", () => {
    fc.assert(
      fc.property(diary, cut, (there, wanted) => {
        const { goes, made } = slotChanges(there, wanted);
        const after = [
          ...there.filter((each) => !goes.includes(each)),
          ...made.map((each): StandingSlot => ({ ...each, id: `new-${each.startsAt}`, standing: "free" })),
        ];
        expect(new Set(after.map(({ startsAt }) => startsAt)).size).toBe(after.length);
        const free = after.filter(({ standing }) => standing === "free");
        expect(
          free.filter(
            (each) =>
              !wanted.some(({ startsAt, endsAt }) => startsAt === each.startsAt && endsAt === each.endsAt),
          ),
        ).toEqual([]);
        const again = slotChanges(after, wanted);
        expect([again.goes, again.made]).toEqual([[], []]);
      }),
      { numRuns: runs(200, 20_000) },
    );
  });
});

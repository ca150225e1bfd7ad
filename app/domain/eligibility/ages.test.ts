import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "~tests/support/counts";
import type { AgeRange } from "../directory/types";
import { ageInMonths, ageInYears, dayAfter } from "../shared/time";
import { agedInWords, isWithin } from "./ages";

describe("an age in whole months", () => {
  it.each([
    ["2026-01-31", "2026-02-28", 0],
    ["2026-01-31", "2026-03-01", 1],
    ["2026-08-24", "2026-11-23", 2],
    ["2026-08-24", "2026-11-24", 3],
    ["2024-02-29", "2026-02-28", 23],
    ["2024-02-29", "2026-03-01", 24],
  ])("born on %s is, on %s, %i", (bornOn, on, months) => {
    expect(ageInMonths(bornOn, on)).toBe(months);
  });

  it("goes up by one or none a day, and twelve of it are a year", () => {
    const date = fc
      .date({ min: new Date("1920-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [bornOn = "", on = ""] = [one, other].sort();
        const months = ageInMonths(bornOn, on);
        expect(Math.floor(months / 12)).toBe(ageInYears(bornOn, on));
        expect([months, months + 1]).toContain(ageInMonths(bornOn, dayAfter(on)));
      }),
      { numRuns: runs(300, 20_000) },
    );
  });
});

describe("an age range", () => {
  it.each<[AgeRange, string | null, readonly number[], readonly number[]]>([
    [{ from: null, until: null }, null, [0, 1200], []],
    [{ from: 16, until: 64 }, "aged 16 to 64", [192, 779], [191, 780]],
    [{ from: 18, until: null }, "aged 18 and over", [216], [215]],
    [{ from: null, until: 11 }, "aged 11 and under", [0, 143], [144]],
    [{ from: 1, until: null }, "aged 12 months and over", [12], [11]],
    [{ from: 1, until: 17 }, "aged 12 months to 17 years", [12, 215], [11, 216]],
    [{ from: 0, fromMonths: 3, until: null }, "aged 3 months and over", [3], [2]],
    [{ from: 0, fromMonths: 1, until: 1 }, "aged 1 month to 23 months", [1, 23], [0, 24]],
    [{ from: 2, until: 4, untilMonths: 6 }, "aged 2 years to 4 years 6 months", [24, 54], [23, 55]],
    [{ from: null, until: 0, untilMonths: 2 }, "aged 2 months and under", [0, 2], [3]],
    [{ from: null, fromMonths: 6, until: null }, "aged 6 months and over", [6], [5]],
  ])("%j is %s", (ages, words, inside, outside) => {
    expect(agedInWords(ages)).toBe(words);
    expect(inside.every((months) => isWithin(ages, months))).toBe(true);
    expect(outside.some((months) => isWithin(ages, months))).toBe(false);
  });
});

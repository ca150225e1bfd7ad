import fc from "fast-check";
import { expect, it } from "vitest";
import { typedDate } from "./plain-date";

it.each([
  ["1", "12", "2026", "2026-12-01"],
  ["29", "02", "2028", "2028-02-29"],
  ["29", "2", "2027", undefined],
  ["31", "4", "2026", undefined],
  ["0", "1", "2026", undefined],
  ["1", "13", "2026", undefined],
  ["1", "1", "26", undefined],
  ["", "", "", undefined],
])("%s %s %s is %s", (day, month, year, date) => {
  expect(typedDate(day, month, year)).toBe(date);
});

it("reads back every day that it was typed from", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
      (date) => {
        const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
        expect(typedDate(day, month, year)).toBe([year, month, day].join("-"));
      },
    ),
  );
});

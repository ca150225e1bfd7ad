import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine } from "./spreadsheet";

/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection): full-width letters too. */
const FORMULA_SIGNS = ["=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"];

it("is read back by another's reader as it was written, whatever is in it, with a mark before a formula only", () => {
  const text = fc.string({ unit: "grapheme" });
  const cell = fc.oneof(
    text,
    fc.tuple(fc.constantFrom(...FORMULA_SIGNS), text).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
      expect(parse(csvLine(cells), { record_delimiter: "\r\n" })).toEqual([
        cells.map((each) => (FORMULA_SIGNS.some((sign) => each.startsWith(sign)) ? `'${each}` : each)),
      ]);
    }),
  );
});

it.each(["=1+1", "+44 7700", "-1", "@SUM(A1)", "\t=1", "\uFF1D1"])(
  "%j is no formula to a spreadsheet",
  (text) => {
    expect(parse(csvLine([text, "b"]), { record_delimiter: "\r\n" })).toEqual([[`'${text}`, "b"]]);
  },
);

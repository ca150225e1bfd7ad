import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvLine } from "./spreadsheet";

it("is read back by another's reader as it was written, whatever is in it", () => {
  const cell = fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
      expect(parse(csvLine(cells), { record_delimiter: "\r\n" })).toEqual([cells]);
    }),
  );
});

it.each(["=1+1", "+44 7700", "-1", "@SUM(A1)", "\t=1"])("%j is no formula to a spreadsheet", (text) => {
  expect(parse(csvLine([text, "b"]), { record_delimiter: "\r\n" })).toEqual([[`'${text}`, "b"]]);
});

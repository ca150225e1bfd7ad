import { expect, test } from "vitest";
import { wordLines } from "./word-lines";

test("words go on to the next line where there is no room, and are cut where there is no line", () => {
  expect(wordLines("Flu jab", 22, 2)).toEqual(["Flu jab"]);
  expect(wordLines("Pharmacy help for a minor illness", 22, 2)).toEqual([
    "Pharmacy help for a",
    "minor illness",
  ]);
  expect(wordLines("Pharmacy help for a minor illness", 12, 2)).toEqual(["Pharmacy", "help for a…"]);
  expect(wordLines("Otorhinolaryngology", 10, 2)).toEqual(["Otorhinol…"]);
});

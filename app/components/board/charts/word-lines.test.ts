import { expect, test } from "vitest";
import { linesWithNumber, wordLines } from "./word-lines";

test("words go on to the next line where there is no room, and are cut where there is no line", () => {
  expect(wordLines("Flu jab", 22, 2)).toEqual(["Flu jab"]);
  expect(wordLines("Pharmacy help for a minor illness", 22, 2)).toEqual([
    "Pharmacy help for a",
    "minor illness",
  ]);
  expect(wordLines("Pharmacy help for a minor illness", 12, 2)).toEqual(["Pharmacy", "help for a…"]);
  expect(wordLines("Otorhinolaryngology", 10, 2)).toEqual(["Otorhinol…"]);
});

test("a number has room after the last word of a name, or a line of its own, and the name is cut before it is not", () => {
  expect(linesWithNumber("Flu jab", "1,505", 22)).toEqual(["Flu jab"]);
  expect(linesWithNumber("Help for a minor burn", "1,505", 22)).toEqual(["Help for a minor burn", ""]);
  expect(linesWithNumber("Pharmacy help for a minor illness", "53,060", 22)).toEqual([
    "Pharmacy help for a",
    "minor illness",
  ]);
  expect(linesWithNumber("Counselling for everybody who wants it", "53,060", 22)).toEqual([
    "Counselling for",
    "everybody who…",
  ]);
});

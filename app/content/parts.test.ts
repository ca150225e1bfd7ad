import { expect, test } from "vitest";
import { afterWords, boxesHeading, partOfWords, requestName, wholeWords } from "./parts";

const part = (serviceName: string, status: "open" | "complete" | "closed") => ({ serviceName, status });

test("a whole of several parts is one line", () => {
  const visit = part("Home visit", "complete");
  const scan = part("MRI scan", "complete");
  expect(wholeWords([visit, scan, part("Strength classes", "open")])).toBe(
    "2 of 3 parts done. Waiting for: strength classes.",
  );
  expect(wholeWords([part("MRI scan", "open"), part("Home visit", "open")])).toBe(
    "0 of 2 parts done. Waiting for: MRI scan and home visit.",
  );
  expect(wholeWords([visit, scan])).toBe("All 2 parts are done.");
  expect(wholeWords([visit, part("Meals at home", "closed")])).toBe(
    "1 of 2 parts done. Closed: meals at home.",
  );
  expect(wholeWords([visit, part("Meals at home", "closed"), part("Lifts", "open")])).toBe(
    "1 of 3 parts done. Waiting for: lifts. Closed: meals at home.",
  );
  expect(wholeWords([part("Lifts", "closed"), part("Meals", "closed")])).toBe("All 2 parts are closed.");
});

test("parts are named within a sentence as people say them", () => {
  expect(boxesHeading("Falls check", 3)).toBe("Your falls check comes in three boxes");
  expect(afterWords(["MRI scan"])).toBe("We ask for this as soon as this is done: MRI scan.");
  expect(afterWords(["Home visit", "A review of your medicines"])).toBe(
    "We ask for this as soon as these are done: home visit and a review of your medicines.",
  );
  expect(afterWords([])).toBe("");
});

test("work is told which part of the whole it is, and a request by what was asked for", () => {
  expect(partOfWords({ place: 2, of: 3 }, "Falls check")).toBe("Part 2 of 3 of Falls check");
  expect(partOfWords({ place: 1, of: 1 }, "Physiotherapy")).toBe("");
  expect(requestName(["Lifts"])).toBe("Lifts");
  expect(requestName(["Lifts", "Meals", "Befriending"])).toBe("Lifts and 2 others");
});

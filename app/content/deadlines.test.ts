import { describe, expect, test } from "vitest";
import { timeInWords } from "~/domain/shared/moments-in-words";
import { deadlineWords, momentWords, spanWords, whenWords } from "./deadlines";

/** Sunday 22 November 2026, 9 in the morning; Larkmouth is on winter time. */
const now = "2026-11-22T09:00:00.000Z";

describe("a time of day", () => {
  test.each([
    ["2026-11-22T15:00:00.000Z", "3 pm"],
    ["2026-11-22T09:30:00.000Z", "9.30 am"],
    ["2026-11-22T00:05:00.000Z", "12.05 am"],
    ["2026-11-22T12:00:00.000Z", "midday"],
    ["2026-11-22T12:30:00.000Z", "12.30 pm"],
    ["2026-11-22T00:00:00.000Z", "midnight"],
  ])("%s is said %s", (at, words) => expect(timeInWords(at)).toBe(words));

  test("is local: in summer the clock is an hour on", () => {
    expect(timeInWords("2026-07-01T16:00:00.000Z")).toBe("5 pm");
  });
});

describe("a moment", () => {
  test("is a weekday, a date and a time", () => {
    expect(momentWords("2026-11-26T17:00:00.000Z", now)).toBe("Thursday 26 November, 5\u00a0pm");
  });
  test("says the year when it is another one", () => {
    expect(momentWords("2027-01-04T17:00:00.000Z", now)).toBe("Monday 4 January 2027, 5\u00a0pm");
  });
});

describe("a deadline", () => {
  test.each([
    ["2026-11-22T15:00:00.000Z", "answer by 3\u00a0pm today"],
    ["2026-11-23T17:00:00.000Z", "answer by 5\u00a0pm tomorrow"],
    ["2026-11-26T17:00:00.000Z", "answer by 5\u00a0pm on Thursday 26 November"],
    [now, "answer by 9\u00a0am today"],
  ])("%s, still to come", (by, text) =>
    expect(deadlineWords("answer", by, now)).toEqual({ text, late: false }),
  );

  test.each([
    ["2026-11-22T08:59:59.000Z", "1 minute late"],
    ["2026-11-22T08:15:00.000Z", "45 minutes late"],
    ["2026-11-22T07:00:00.000Z", "2 hours late"],
    ["2026-11-21T09:00:00.000Z", "24 hours late"],
    ["2026-11-19T17:00:00.000Z", "2 days late"],
  ])("%s, gone by", (by, text) => expect(deadlineWords("answer", by, now)).toEqual({ text, late: true }));

  test("midnight belongs to the day that it begins", () => {
    expect(whenWords("2026-11-23T00:00:00.000Z", now)).toBe("midnight tomorrow");
  });
});

test("a span has one unit, rounded down", () => {
  expect(spanWords(90 * 60_000)).toBe("1 hour");
  expect(spanWords(0)).toBe("1 minute");
  expect(spanWords(72 * 3_600_000)).toBe("3 days");
});

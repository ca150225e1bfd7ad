import { expect, it } from "vitest";
import { isBlank, lines } from "./input";

it.each(["", " \u200B\u00A0 ", "\u2060", "\u200D\n\u00AD"])("of %j nothing can be seen", (typed) => {
  expect(isBlank(lines.parse(typed))).toBe(true);
});

it.each(["a", "?", "\u{1F600}", "\u200B5", "\u0E01\u200B\u0E02"])(
  "%j can be seen, and stays as it is",
  (typed) => {
    expect(isBlank(typed)).toBe(false);
    expect(lines.parse(typed)).toBe(typed);
  },
);

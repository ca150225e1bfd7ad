import { expect, test } from "vitest";
import { NOTE_LENGTH, readNote } from "./note";

test("a note is kept tidy", () => {
  expect(readNote("  Full until\r\nspring \u0000")).toEqual({ ok: true, text: "Full until\nspring" });
});

test("a note that is too long is said to be, and is never cut", () => {
  expect(readNote("x".repeat(NOTE_LENGTH)).ok).toBe(true);
  expect(readNote("x".repeat(512))).toEqual({
    ok: false,
    message: "Use 500 characters or fewer. You have used 512",
  });
});

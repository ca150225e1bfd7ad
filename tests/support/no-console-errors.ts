import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

let said: MockInstance<typeof console.error>;

/** A test fails on an error in the console that it did not expect. */
beforeEach(() => {
  said = vi.spyOn(console, "error");
});
afterEach(() => {
  const calls = said.mock.calls;
  said.mockRestore();
  expect(calls).toEqual([]);
});

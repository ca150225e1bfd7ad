// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";

/** It exports nothing: it is there for what it does to a page. */
const CONSOLE = "../../public/modules/console";

const clock = (id: string, ms: number, runs: boolean) =>
  `<span id="${id}" data-timer="${ms}" ${runs ? 'data-running=""' : ""}>${id}</span>`;
const shown = (id: string) => document.getElementById(id)?.textContent;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  document.body.innerHTML = `<div data-console="ABC">
    ${clock("task", 65_000, true)} ${clock("session", 3_599_000, true)} ${clock("still", 5_000, false)}
  </div>`;
  vi.resetModules();
  await import(CONSOLE);
});
afterEach(() => {
  vi.useRealTimers();
});

it("a clock that runs goes on from what the server said, past the hour too, and one that stands is as it was sent", () => {
  vi.advanceTimersByTime(1_000);
  expect([shown("task"), shown("session"), shown("still")]).toEqual(["1:06", "1:00:00", "still"]);
  vi.advanceTimersByTime(61_500);
  expect([shown("task"), shown("session"), shown("still")]).toEqual(["2:07", "1:01:01", "still"]);
});

it("what the server says of a clock later counts from then, and a break stops it", () => {
  vi.advanceTimersByTime(10_000);
  document.body.innerHTML = `${clock("task", 70_000, true)} ${clock("session", 80_000, false)}`;
  vi.advanceTimersByTime(2_500);
  expect([shown("task"), shown("session")]).toEqual(["1:12", "session"]);
});

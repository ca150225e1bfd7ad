// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closesPageAfterEach } from "~tests/support/page-of-a-test";
import { Stream } from "~tests/support/stream";

/** It exports nothing: it is there for what it does to a page. */
const LIVE = "../../public/modules/live";

/** What was asked for and has no answer yet. */
let answers: ((words: string) => void)[] = [];
const asked = vi.fn(
  (_address: string, _options: object) =>
    new Promise<Response>((answer) => {
      answers.push((words) => answer(new Response(`<html><body>${page(words)}</body></html>`)));
    }),
);
const page = (words: string) =>
  `<div data-live-events="/events?session=K7PM"><p id="now" data-live>${words}</p></div>`;
const shown = () => document.getElementById("now")?.textContent;
const changed = () => Stream.newest.dispatchEvent(new Event("changed"));
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
async function answered(words: string) {
  for (const answer of answers.splice(0)) answer(words);
  await after(0);
}

closesPageAfterEach();
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.resetModules();
  asked.mockClear();
  answers = [];
  vi.stubGlobal("fetch", asked);
  vi.stubGlobal("EventSource", Stream);
  document.body.innerHTML = page("before");
  await import(LIVE);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("a change is looked at at once, and all that follow it soon are seen by one more look, within half a second", async () => {
  changed();
  await after(0);
  expect(asked).toHaveBeenCalledTimes(1);
  await answered("first");
  expect(shown()).toBe("first");
  for (let many = 0; many < 30; many += 1) {
    changed();
    await after(10);
  }
  expect(asked).toHaveBeenCalledTimes(1);
  await after(200);
  expect(asked).toHaveBeenCalledTimes(2);
  await answered("last");
  expect(shown()).toBe("last");
  await after(5_000);
  expect(asked).toHaveBeenCalledTimes(2);
});

it("a look that takes long is not begun again, and what changed meanwhile is looked at after it", async () => {
  changed();
  await after(0);
  for (let seconds = 0; seconds < 3; seconds += 1) {
    changed();
    await after(1_000);
  }
  expect(asked).toHaveBeenCalledTimes(1);
  await answered("old");
  expect(shown()).toBe("old");
  expect(asked).toHaveBeenCalledTimes(2);
  await answered("new");
  expect(shown()).toBe("new");
});

it("another module of the page asks for a look in the same way", async () => {
  window.dispatchEvent(new Event("look-again"));
  window.dispatchEvent(new Event("look-again"));
  await after(0);
  expect(asked).toHaveBeenCalledTimes(1);
});

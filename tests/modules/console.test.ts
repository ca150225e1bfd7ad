// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closesPageAfterEach } from "~tests/support/page-of-a-test";

/** It exports nothing: it is there for what it does to a page. */
const CONSOLE = "../../public/modules/console";

const clock = (id: string, ms: number, runs: boolean, limit = "") =>
  `<span id="${id}" data-timer="${ms}" ${limit} ${runs ? 'data-running=""' : ""}>${id}</span>`;
const shown = (id: string) => document.getElementById(id)?.textContent;

const sent = vi.fn<(address: string, init: { body: URLSearchParams }) => Promise<Response>>();
const [FIRST, SECOND] = ["a".repeat(32), "b".repeat(32)];
/** A mark that could not be sent from a console, as this browser keeps it. */
function keep(address: string, id: string, note: string, by = "leon") {
  const what = { mark: "confused", note };
  localStorage.setItem(
    `onedoor-marks-${by}:${address}-${id}`,
    JSON.stringify({ id, at: 1_000, place: 1, what }),
  );
}

async function open() {
  document.body.innerHTML = `<div data-console="leon">
    ${clock("task", 65_000, true)} ${clock("session", 3_599_000, true)} ${clock("still", 5_000, false)}
    <form data-mark-form="" action="/lab/sessions/ABC">
      <textarea id="console-note"></textarea>
      <button type="submit" name="mark" value="confused" data-key="c"><kbd>c</kbd> Confused</button>
    </form>
    <p id="console-keys" hidden>
      <button type="button" id="console-keys-switch" data-on="Turn on" data-off="Turn off">Turn off</button>
    </p>
  </div>`;
  vi.resetModules();
  await import(CONSOLE);
}

closesPageAfterEach();
beforeEach(() => {
  vi.useFakeTimers({
    now: 31_000,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
  });
  sent.mockReset();
  vi.stubGlobal("fetch", sent);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("a clock that runs goes on from what the server said, past the hour too, and one that stands is as it was sent", async () => {
  await open();
  vi.advanceTimersByTime(1_000);
  expect([shown("task"), shown("session"), shown("still")]).toEqual(["1:06", "1:00:00", "still"]);
  vi.advanceTimersByTime(61_500);
  expect([shown("task"), shown("session"), shown("still")]).toEqual(["2:07", "1:01:01", "still"]);
});

it("what the server says of a clock later counts from then, and a break stops it", async () => {
  await open();
  vi.advanceTimersByTime(10_000);
  document.body.innerHTML = `${clock("task", 70_000, true)} ${clock("session", 80_000, false)}`;
  vi.advanceTimersByTime(2_500);
  expect([shown("task"), shown("session")]).toEqual(["1:12", "session"]);
});

it("what somebody marked on a console that is not open is sent from the next one that they open, and kept until it is there", async () => {
  keep("/b/hill/lab/sessions/A-B", FIRST, "Sighs");
  keep("/lab/sessions/ABC", SECOND, "Smiles");
  sent.mockResolvedValue(new Response(null, { status: 500 }));
  await open();
  await vi.advanceTimersByTimeAsync(0);
  const told = () =>
    sent.mock.calls.map(([address, { body }]) => [
      address,
      body.get("key"),
      body.get("note"),
      body.get("ago"),
    ]);
  expect(told().sort()).toEqual([
    ["/b/hill/lab/sessions/A-B", FIRST, "Sighs", "30000"],
    ["/lab/sessions/ABC", SECOND, "Smiles", "30000"],
  ]);
  expect(localStorage).toHaveLength(2);
  // What fails waits a little longer each time; of another console it waits for another page, or a connection.
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told().filter(([address]) => address?.includes("hill"))).toHaveLength(1);
  expect(told().length).toBeLessThan(8);
  // Whether it is there now, or nothing is kept of that participant any more.
  sent.mockImplementation(
    async (address) => new Response(null, { status: address.includes("hill") ? 410 : 204 }),
  );
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(localStorage).toHaveLength(0);
});

/** Presses a key where nothing is typed, and then Enter in the note. */
const press = (key: string) => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  document
    .getElementById("console-note")
    ?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
};

it("a key marks a moment, and none does while the keys are turned off", async () => {
  sent.mockResolvedValue(new Response(null, { status: 204 }));
  await open();
  const turn = document.getElementById("console-keys-switch");
  turn?.click();
  expect(turn?.textContent).toBe("Turn on");
  press("c");
  await vi.advanceTimersByTimeAsync(0);
  const marks = () => sent.mock.calls.map(([, { body }]) => body.get("mark"));
  expect(marks()).toEqual([]);
  turn?.click();
  press("c");
  await vi.advanceTimersByTimeAsync(0);
  expect(marks()).toEqual(["confused"]);
});

it("a mark that was made before the clock was put back is of now, and is not lost", async () => {
  keep("/lab/sessions/ABC", FIRST, "Sighs");
  vi.setSystemTime(500);
  sent.mockResolvedValue(new Response(null, { status: 204 }));
  await open();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.mock.calls.map(([, { body }]) => body.get("ago"))).toEqual(["0"]);
});

it("what a colleague marked in the same browser stays theirs", async () => {
  keep("/lab/sessions/XYZ", FIRST, "Sighs", "freya");
  await open();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).not.toHaveBeenCalled();
  expect(localStorage).toHaveLength(1);
});

it("a clock shows when the time that counts is up", async () => {
  await open();
  document.body.innerHTML = clock("task", 58_000, true, 'data-limit="60000"');
  const isUp = () => document.getElementById("task")?.classList.contains("console__timer--up");
  vi.advanceTimersByTime(1_500);
  expect(isUp()).toBe(false);
  vi.advanceTimersByTime(1_500);
  expect(isUp()).toBe(true);
});

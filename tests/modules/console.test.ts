// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";

/** It exports nothing: it is there for what it does to a page. */
const CONSOLE = "../../public/modules/console";

const clock = (id: string, ms: number, runs: boolean) =>
  `<span id="${id}" data-timer="${ms}" ${runs ? 'data-running=""' : ""}>${id}</span>`;
const shown = (id: string) => document.getElementById(id)?.textContent;

const sent = vi.fn<(address: string, init: { body: URLSearchParams }) => Promise<Response>>();
const [FIRST, SECOND] = ["a".repeat(32), "b".repeat(32)];
/** A mark that could not be sent from a console, as this browser keeps it. */
function keep(address: string, id: string, note: string) {
  const what = { mark: "confused", note };
  localStorage.setItem(`onedoor-marks-${address}-${id}`, JSON.stringify({ id, at: 1_000, place: 1, what }));
}

async function open() {
  document.body.innerHTML = `<div data-console="">
    ${clock("task", 65_000, true)} ${clock("session", 3_599_000, true)} ${clock("still", 5_000, false)}
    <form data-mark-form="" action="/lab/sessions/ABC"></form>
  </div>`;
  vi.resetModules();
  await import(CONSOLE);
}

beforeEach(() => {
  vi.useFakeTimers({
    now: 31_000,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
  });
  localStorage.clear();
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

it("what was marked on a console that is not open is sent from the next one that is, and kept until it is there", async () => {
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
  // Whether it is there now, or nothing is kept of that participant any more.
  sent.mockImplementation(
    async (address) => new Response(null, { status: address.includes("hill") ? 410 : 204 }),
  );
  await vi.advanceTimersByTimeAsync(5_000);
  expect(localStorage).toHaveLength(0);
});

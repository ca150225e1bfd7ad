// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closesPageAfterEach } from "~tests/support/page-of-a-test";

/** It exports nothing: it is there for what it does to a browser. */
const FORGET = "../../public/modules/forget";
const ID = "a".repeat(32);
const waits = (id = ID) =>
  localStorage.setItem(
    `onedoor-lab-OVER-${id}`,
    JSON.stringify({ id, at: 1_000, place: 1, what: { kind: "left" } }),
  );
const answering = (status: number) => vi.fn(async () => new Response(null, { status }));

/** The last page of a test, which says to whom the rest is told, or does not. */
async function opened(page: string, answers = answering(204)) {
  vi.stubGlobal("fetch", answers);
  document.body.innerHTML = page;
  vi.resetModules();
  await import(FORGET);
  await vi.advanceTimersByTimeAsync(0);
  return answers;
}
const TELLS = `<div data-tell-rest="/lab/take/record" data-tell-rest-of="OVER"></div>`;

closesPageAfterEach();
beforeEach(() => {
  vi.useFakeTimers({ now: 61_000, toFake: ["setTimeout", "clearTimeout", "Date"] });
  sessionStorage.setItem("onedoor-lab-width-OVER", "320");
  localStorage.setItem("another-page", "stays");
  waits();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const kept = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)];

it("what could not be told before the end is told first, and then nothing of the test stays", async () => {
  const sent = await opened(TELLS);
  expect(sent).toHaveBeenCalledOnce();
  expect(kept()).toEqual(["another-page"]);
});

it.each([403, 410])("where nobody takes it any more (%i) nothing stays either", async (status) => {
  await opened(TELLS, answering(status));
  expect(kept()).toEqual(["another-page"]);
});

it("without a connection it waits as long as the page is open, and no longer", async () => {
  const beacon = vi.fn((_: string, __: URLSearchParams) => true);
  vi.stubGlobal("navigator", { sendBeacon: beacon });
  await opened(TELLS, answering(502));
  expect(kept()).toHaveLength(3);
  window.dispatchEvent(new Event("pagehide"));
  expect(beacon.mock.calls[0]?.[1].get("who")).toBe("OVER");
  expect(kept()).toEqual(["another-page"]);
});

it("all of what waits is sent as the page goes, in pieces, as far as the browser takes them", async () => {
  const many = Array.from({ length: 120 }, (_, place) => String(place).padStart(32, "0"));
  for (const id of many) waits(id);
  let room = 2;
  const beacon = vi.fn((_: string, __: URLSearchParams) => room-- > 0);
  vi.stubGlobal("navigator", { sendBeacon: beacon });
  await opened(TELLS, answering(502));
  window.dispatchEvent(new Event("pagehide"));
  const pieces = beacon.mock.calls.map(([, body]) => JSON.parse(body.get("told") ?? "").length);
  expect(pieces).toEqual([50, 50, 21]);
});

it("what waits of who takes part in this browser by now is not touched", async () => {
  await opened(TELLS, answering(502));
  localStorage.setItem(`onedoor-lab-NEXT-${ID}`, "theirs");
  sessionStorage.setItem("onedoor-lab-width-NEXT", "640");
  vi.stubGlobal("navigator", { sendBeacon: () => true });
  window.dispatchEvent(new Event("pagehide"));
  expect(kept().sort()).toEqual(["another-page", `onedoor-lab-NEXT-${ID}`, "onedoor-lab-width-NEXT"]);
});

it("a page that tells nobody forgets at once", async () => {
  const sent = await opened("<div></div>");
  expect(sent).not.toHaveBeenCalled();
  expect(kept()).toEqual(["another-page"]);
});

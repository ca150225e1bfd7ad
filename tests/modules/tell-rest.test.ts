// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import { closesPageAfterEach } from "~tests/support/page-of-a-test";

/** It exports nothing: it is there for what it does to a page. */
const TELL_REST = "../../public/modules/tell-rest";

closesPageAfterEach();
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("what a page of a task could not tell is told from the next page of the test, and another participant's is thrown away", async () => {
  vi.useFakeTimers({ now: 61_000, toFake: ["setTimeout", "clearTimeout", "Date"] });
  const [id, other] = ["a".repeat(32), "b".repeat(32)];
  const waits = (who: string, key: string) =>
    localStorage.setItem(
      `onedoor-lab-${who}-${key}`,
      JSON.stringify({ id: key, at: 1_000, place: 1, what: { kind: "left" } }),
    );
  waits("REST-1", id);
  waits("REST-2", other);
  const sent = vi.fn(async (_: string, __: { body: URLSearchParams }) => new Response(null, { status: 204 }));
  vi.stubGlobal("fetch", sent);
  document.body.innerHTML = `<div data-tell-rest="/lab/take/record" data-tell-rest-of="REST-1"></div>`;
  vi.resetModules();
  await import(TELL_REST);
  await vi.advanceTimersByTimeAsync(0);
  const [address, init] = sent.mock.calls[0] ?? [];
  expect(address).toBe("/lab/take/record");
  expect(init?.body.get("who")).toBe("REST-1");
  expect(JSON.parse(init?.body.get("told") ?? "")).toEqual([{ id, ago: 60_000, event: { kind: "left" } }]);
  expect(localStorage).toHaveLength(0);
});

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closesPageAfterEach } from "~tests/support/page-of-a-test";
import { Stream } from "~tests/support/stream";

/** It exports nothing: it is there for what it does to a page. */
const TEST_NOW = "../../public/modules/test-now";

let now: { at: string; task: string; paused: boolean; world: string; leftMs?: number } = {
  at: "task",
  task: "find",
  paused: true,
  world: "lab-1",
};
const looked = vi.fn(async () => new Response(JSON.stringify(now)));
const isHeard = () => Stream.newest.readyState !== Stream.CLOSED;
const said = () => document.querySelector("[data-test-said]")?.textContent;
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Whatever sends the form, jsdom goes nowhere. */
const send = (id: string) =>
  document.getElementById(id)?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

closesPageAfterEach();
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.resetModules();
  looked.mockClear();
  now = { at: "task", task: "find", paused: true, world: "lab-1" };
  vi.stubGlobal("fetch", looked);
  vi.stubGlobal("EventSource", Stream);
  document.body.innerHTML = `
    <form id="stay"></form>
    <form id="done"></form>
    <div data-test-now="/lab/take/now" data-test-events="/events" data-test-take="/lab/take" data-test-task="find" data-test-world="lab-1"
      data-say-paused="You have a break" data-say-otherwise="It is over" data-say-time-up="You have had the time"><p data-test-said></p></div>`;
  document.getElementById("stay")?.addEventListener("submit", (event) => event.preventDefault());
  await import(TEST_NOW);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("a form that another module sends leaves the page where it is, and it hears of a break", async () => {
  send("stay");
  expect(isHeard()).toBe(true);
  Stream.newest.dispatchEvent(new Event("changed"));
  await after(0);
  expect(said()).toBe("You have a break");
});

it("whoever sends a form hears nothing on their way, and hears again if they are still here after half a minute", async () => {
  send("done");
  expect(isHeard()).toBe(false);
  await after(29_000);
  expect(isHeard()).toBe(false);
  await after(1_000);
  expect(isHeard()).toBe(true);
  expect(looked).not.toHaveBeenCalled();
  Stream.newest.dispatchEvent(new Event("open"));
  await after(0);
  expect(said()).toBe("You have a break");
});

it("a page of a session that is nobody's any more, or somebody else's, is left", async () => {
  const left = vi.fn();
  vi.stubGlobal("location", { assign: left });
  looked.mockImplementationOnce(async () => new Response(null, { status: 403 }));
  Stream.newest.dispatchEvent(new Event("changed"));
  await after(0);
  expect(left).toHaveBeenCalledWith("/lab/take");
  expect(isHeard()).toBe(false);
});

it("of two looks the one that was begun last is believed, whichever is answered first", async () => {
  const answers: ((paused: boolean) => void)[] = [];
  const late = () =>
    new Promise<Response>((answer) => {
      answers.push((paused) => answer(new Response(JSON.stringify({ ...now, paused }))));
    });
  looked.mockImplementationOnce(late).mockImplementationOnce(late);
  Stream.newest.dispatchEvent(new Event("changed"));
  Stream.newest.dispatchEvent(new Event("changed"));
  answers[1]?.(true);
  await after(0);
  expect(said()).toBe("You have a break");
  answers[0]?.(false);
  await after(0);
  expect(said()).toBe("You have a break");
});

it.each(["<p>Bad gateway</p>", "null", '{"at":"task","task":"find"}'])(
  "what is no answer is asked for again: %s",
  async (body) => {
    looked.mockImplementationOnce(async () => new Response(body));
    Stream.newest.dispatchEvent(new Event("changed"));
    await after(1_900);
    expect(said()).toBe("");
    expect(looked).toHaveBeenCalledTimes(1);
    await after(100);
    expect(looked).toHaveBeenCalledTimes(2);
    expect(said()).toBe("You have a break");
  },
);

it("a page that a break ended with says so before the server knows it, and hears of the next break", async () => {
  document.querySelector("[data-test-world]")?.setAttribute("data-went-on", "");
  const hear = async (paused: boolean) => {
    now = { ...now, paused };
    Stream.newest.dispatchEvent(new Event("changed"));
    await after(0);
    return said();
  };
  expect(await hear(true)).toBe("It is over");
  expect(await hear(false)).toBe("It is over");
  expect(await hear(true)).toBe("You have a break");
});

it("a page that stays open says when the time is up, and not while there is a break", async () => {
  const hear = async (change: Partial<typeof now>) => {
    now = { ...now, ...change };
    Stream.newest.dispatchEvent(new Event("changed"));
    await after(0);
    return said();
  };
  expect(await hear({ paused: true, leftMs: 1_000 })).toBe("You have a break");
  looked.mockClear();
  await after(5_000);
  expect(looked).not.toHaveBeenCalled();
  expect(await hear({ paused: false })).toBe("It is over");
  now = { ...now, leftMs: -100 };
  await after(1_200);
  expect(said()).toBe("You have had the time");
});

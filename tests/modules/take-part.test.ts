// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closesPageAfterEach } from "~tests/support/page-of-a-test";

/** It exports nothing: it is there for what it does to a page. */
const TAKE_PART = "../../public/modules/take-part";

let told: { readonly kind: string }[];
let who = 0;

/** Keeps what the page tells. */
function keep(body: unknown) {
  const fields = body instanceof URLSearchParams ? body : new URLSearchParams();
  told.push(...JSON.parse(fields.get("told") ?? "").map(({ event }: { event: { kind: string } }) => event));
}

/** A page of the test, and what it tells from now on. */
async function open({ typing = false, cameBy = "navigate" } = {}) {
  who += 1;
  told = [];
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([
    Object.assign(performance.mark("came"), { type: cameBy }),
  ]);
  document.body.innerHTML = `
    <main>
      <h1 id="top">Zebedee, what is it about?</h1>
      <p role="alert">Zebedee is not an email address</p>
      <a href="/away">Care <b>near you</b></a>
      <form>
        <label for="name">Your name</label><input id="name" name="name" value="Zebedee">
        <label for="flag">Pain in your chest</label><input id="flag" type="checkbox" name="flags" value="chest">
        <textarea name="notes">Zebedee</textarea>
        <button name="ring" value="Zebedee" aria-label="Ring them"><i>R</i></button>
        <ul role="listbox"><li role="option"><b>Falls</b> A check at home</li></ul>
        <details><summary>Why we ask</summary><p>So</p></details>
      </form>
    </main>
    <aside data-lab="/lab/record" data-lab-who="W${who}" ${typing ? 'data-lab-typing=""' : ""}>
      <button type="button" id="ours">I have finished</button><input id="ours-too" name="task">
    </aside>`;
  vi.resetModules();
  await import(TAKE_PART);
}

const soon = () => vi.advanceTimersByTimeAsync(200);
const at = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`Nothing is ${selector}`);
  return found;
};
/** What was told since the page was opened, but for how wide it is. */
const happened = async () => {
  await soon();
  return told.filter(({ kind }) => kind !== "window");
};
/** The page is hidden, or seen again. */
function turn(hidden: boolean) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
  document.dispatchEvent(new Event("visibilitychange"));
}

closesPageAfterEach();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    keep(body);
    return new Response(null, { status: 204 });
  });
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator), { sendBeacon: () => true }));
  vi.stubGlobal("innerHeight", 400);
  vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(1_000);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what is clicked", () => {
  it.each([
    ["a b", "link Care near you"],
    ["button i", "button Ring them"],
    ["summary", "fold Why we ask"],
    ["li b", "option Falls A check at home"],
    ["label[for=flag]", "field flags"],
    ["#flag", "field flags"],
    ["#name", "field name"],
    ["textarea", "field notes"],
    ["h1", "nothing: top"],
    ["main > p", "nothing: p"],
    ["details p", "nothing: p"],
  ])("of %s is called “%s”, without what stands in a field", async (clicked, on) => {
    await open();
    // It leads nowhere.
    at("main").addEventListener("click", (event) => event.preventDefault());
    at(clicked).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    const clicks = (await happened()).filter(({ kind }) => kind === "click");
    expect(clicks[0]).toEqual({ kind: "click", on });
    expect(JSON.stringify(clicks)).not.toContain("Zebedee");
  });

  it("in the bar is the test's own, and is not told", async () => {
    await open();
    at("#ours").click();
    at("#ours-too").focus();
    expect(await happened()).toEqual([]);
  });
});

it("the focus of a field is told, and of nothing else", async () => {
  await open();
  at("textarea").focus();
  at("a").focus();
  at("#name").focus();
  expect(await happened()).toEqual([
    { kind: "focus", on: "field notes" },
    { kind: "focus", on: "field name" },
  ]);
});

it.each([
  [true, [{ kind: "typed", on: "field name", text: "Ottoline" }]],
  [false, []],
])("where what is typed may be told: %s", async (typing, expected) => {
  await open({ typing });
  for (const field of [at("#name"), at("#flag"), at("#ours-too")]) {
    if (field instanceof HTMLInputElement) field.value = "Ottoline";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  expect(await happened()).toEqual(expected);
});

it("how far the page was seen is told when it is left, the farthest of it once", async () => {
  await open();
  const go = (to: number) => {
    vi.stubGlobal("scrollY", to);
    document.dispatchEvent(new Event("scroll"));
  };
  go(300);
  go(50);
  turn(true);
  turn(false);
  turn(true);
  expect(await happened()).toEqual([
    { kind: "scroll", depth: 0.7 },
    { kind: "left" },
    { kind: "returned" },
    { kind: "left" },
  ]);
});

it("a page that is left for another one of the test goes, and is not left for another tab", async () => {
  await open();
  window.dispatchEvent(new Event("pagehide"));
  turn(true);
  expect(await happened()).toEqual([{ kind: "scroll", depth: 0.4 }]);
});

it("going back is told, whether the browser had kept the page or asks for it again", async () => {
  await open();
  const shown = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
  shown(false);
  expect(await happened()).toEqual([]);
  window.dispatchEvent(new Event("pagehide"));
  shown(true);
  turn(true);
  expect(await happened()).toMatchObject([{ kind: "scroll" }, { kind: "back" }, { kind: "left" }]);
  await open({ cameBy: "back_forward" });
  expect(await happened()).toEqual([{ kind: "back" }]);
});

it("how wide pages are shown is told once in a tab, and again when it is another", async () => {
  const wide = async (width: number, again = who) => {
    vi.stubGlobal("innerWidth", width);
    who = again - 1;
    await open();
    await soon();
    return told;
  };
  const first = who + 1;
  expect(await wide(375, first)).toEqual([{ kind: "window", width: 375 }]);
  expect(await wide(375, first)).toEqual([]);
  expect(await wide(768, first)).toEqual([{ kind: "window", width: 768 }]);
});

it("nothing done for five seconds is told with the next thing that is done, and time away is not", async () => {
  await open();
  await vi.advanceTimersByTimeAsync(4_500);
  document.dispatchEvent(new Event("keydown"));
  expect(await happened()).toEqual([]);
  await vi.advanceTimersByTimeAsync(6_000);
  document.dispatchEvent(new Event("keydown"));
  expect(await happened()).toEqual([{ kind: "hesitated", ms: 6_200 }]);
  turn(true);
  await vi.advanceTimersByTimeAsync(60_000);
  turn(false);
  document.dispatchEvent(new Event("keydown"));
  expect((await happened()).filter(({ kind }) => kind === "hesitated")).toHaveLength(1);
});

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { closesPageAfterEach } from "~tests/support/page-of-a-test";

/** It exports nothing: it is there for what it does to a page. */
const PREVIEW = "../../public/modules/preview";
const FORM = `
  <form method="post" action="/manage/box" data-preview="shown">
    <input name="letterhead" value="Harbour" />
    <textarea name="note">As it was</textarea>
    <select name="style"><option value="brand">Ours</option><option value="both" selected>Both</option></select>
    <select name="tone"><option value="plain">Plain</option><option value="warm">Warm</option></select>
    <input type="radio" name="who" value="us" checked />
    <input type="radio" name="who" value="them" />
    <input type="checkbox" name="sign" />
    <button>Save</button>
  </form>
  <div id="shown">As it was</div>`;

const asked = vi.fn(async (_address: string, _options: object) => {
  const page = '<html><body><div id="shown">As it would be</div></body></html>';
  return new Response(page, { headers: { "content-type": "text/html" } });
});
const shown = () => document.getElementById("shown")?.textContent;
const field = <T extends Element>(found: string): T => {
  const one = document.querySelector<T>(found);
  if (one === null) throw new Error(`There is no ${found}`);
  return one;
};

closesPageAfterEach();
beforeEach(() => {
  vi.resetModules();
  asked.mockClear();
  vi.stubGlobal("fetch", asked);
  document.body.innerHTML = FORM;
});
afterEach(() => vi.unstubAllGlobals());

const CHANGES: readonly (readonly [string, string, () => void])[] = [
  ["what is typed into a field", "letterhead=Hill", () => (field<HTMLInputElement>("input").value = "Hill")],
  ["what is typed into lines", "note=New", () => (field<HTMLTextAreaElement>("textarea").value = "New")],
  ["another line of a list", "style=brand", () => (field<HTMLSelectElement>("select").value = "brand")],
  [
    "a line of a list that had none",
    "tone=warm",
    () => (field<HTMLSelectElement>("[name=tone]").value = "warm"),
  ],
  ["another choice", "who=them", () => (field<HTMLInputElement>("[value=them]").checked = true)],
  ["a tick", "sign=on", () => (field<HTMLInputElement>("[name=sign]").checked = true)],
];

it.each(CHANGES)("%s before the script came is shown as it would be", async (_, sent, change) => {
  change();
  await import(PREVIEW);
  await vi.waitFor(() => expect(shown()).toBe("As it would be"));
  const [[address] = [""]] = asked.mock.calls;
  expect(address).toMatch(/\/manage\/box\?/);
  expect(address.slice(address.indexOf("?") + 1).split("&")).toContain(sent);
  expect(asked).toHaveBeenCalledTimes(1);
});

it("a form that is as the page came asks for nothing until somebody types", async () => {
  vi.useFakeTimers();
  try {
    await import(PREVIEW);
    await vi.runAllTimersAsync();
    expect([asked.mock.calls.length, shown()]).toEqual([0, "As it was"]);
    field<HTMLInputElement>("input").value = "Hill";
    field("form").dispatchEvent(new Event("input"));
    await vi.runAllTimersAsync();
    expect([asked.mock.calls.length, shown()]).toEqual([1, "As it would be"]);
  } finally {
    vi.useRealTimers();
  }
});

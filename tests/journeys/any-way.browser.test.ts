import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy } from "../support/stories";
import { twoTowns } from "../support/town-people";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ prepare: twoTowns });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const somebody = async (scripts = false) => (await visit(browser, server.url, { scripts })).newPage();
const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

/** Of several radios only one is stopped at; arrows lead on from it. */
async function pick(page: Page, name: string, value: string): Promise<void> {
  const group = page.locator(`input[name="${name}"]`);
  const wanted = page.locator(`input[name="${name}"][value="${value}"]`);
  await tabTo(page, group.first());
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 20 && !(await isFocused(wanted)); presses += 1)
    await page.keyboard.press("ArrowDown");
  if (!(await wanted.isChecked())) await page.keyboard.press("Space");
  expect(await wanted.isChecked()).toBe(true);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

async function answer(page: Page, step: string): Promise<void> {
  switch (step) {
    case "red-flags":
      await tabTo(page, page.getByLabel("None of these"));
      return page.keyboard.press("Space");
    case "who":
      return pick(page, "who", "myself");
    case "about":
      await type(page, "Full name", "Rosa Marchetti");
      await type(page, "Day", "27");
      await type(page, "Month", "3");
      await type(page, "Year", "1992");
      return pick(page, "sex", "female");
    case "place":
      await type(page, "Home postcode", "LK1 1AA");
      return pick(page, "practice", "not-sure");
    case "preferences":
      return pick(page, "first", "nearest");
    case "choose":
      return pick(page, "choice", "best");
    case "contact":
      return type(page, "Phone number", "01632 960 001");
    case "check":
      return pick(page, "consent", "yes");
    default:
      return;
  }
}

test("a whole request is made with the keyboard alone", async () => {
  const page = await somebody();
  await page.goto("/");
  await page.keyboard.press("Tab");
  expect(await isFocused(page.getByRole("link", { name: "Skip to main content" }))).toBe(true);
  await tabTo(page, page.getByRole("searchbox").first());
  await page.keyboard.type("bad back");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/services\?/);
  await tabTo(page, page.getByRole("link", { name: "Physiotherapy", exact: true }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/services\/physiotherapy$/);
  await tabTo(page, page.locator('a[href$="/request"]').first());
  await page.keyboard.press("Enter");
  const stepOf = (url: URL) => /\/request\/([^/?]+)/.exec(url.pathname)?.[1] ?? "";
  await page.waitForURL((url) => stepOf(url) !== "");
  for (let step = stepOf(new URL(page.url())); step !== ""; step = stepOf(new URL(page.url()))) {
    await answer(page, step);
    await tabTo(page, page.getByRole("button", { name: /^(Continue|Send my request)$/ }));
    await Promise.all([page.waitForURL((url) => stepOf(url) !== step), page.keyboard.press("Enter")]);
  }
  await page.getByText("We have your request").waitFor();
  await page.context().close();
});

/** Links, buttons and fields that show no outline of any kind once they have the focus. */
const WITHOUT_OUTLINE = `[...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea")]
  .filter((element) => element.checkVisibility())
  .filter((element) => {
    element.focus();
    const seen = [element, element.nextElementSibling].filter(Boolean);
    return document.activeElement === element && seen.every((one) =>
      [null, "::before"].every((part) => getComputedStyle(one, part).outlineStyle === "none"));
  })
  .map((element) => element.outerHTML.slice(0, 120))`;

/** How far the brand's name and the way to sign in are from the left. */
const SIDES = `["header a", "header nav"].map((one) => document.querySelector(one).getBoundingClientRect().left)`;

const MOVING = `document.getAnimations().length + [...document.querySelectorAll("*")].filter((element) =>
  getComputedStyle(element).transitionDuration.split(", ").some((time) => time !== "0s")).length`;

test("home, a service, a question and tracking can be used with colours of one's own, no movement, at 400 %, and from right to left", {
  timeout: 120_000,
}, async () => {
  // Colours and movement are a setting of this browser: with scripts off axe would look at a copy in another.
  const page = await somebody(true);
  const reference = await askForPhysiotherapy(page);
  const faults: string[] = [];
  for (const path of [
    "/",
    "/services/physiotherapy",
    "/services/physiotherapy/request/red-flags",
    `/requests/${reference}`,
  ]) {
    await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce" });
    await page.goto(path);
    faults.push(...(await faultsOf(page, path)));
    if ((await page.evaluate<number>(MOVING)) > 0) faults.push(`${path} moves`);
    // 1280 by 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > 320) faults.push(`${path} is ${wide} wide at 400 %`);
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    faults.push(...(await faultsOf(page, `${path} in colours of one's own`)));
    for (const element of await page.evaluate<string[]>(WITHOUT_OUTLINE))
      faults.push(`${path}: the focus is not seen on ${element}`);
    // As a language that is written from right to left lays it out.
    await page.emulateMedia({ forcedColors: "none" });
    await page.evaluate("document.documentElement.dir = 'rtl'");
    faults.push(...(await faultsOf(page, `${path} from right to left`)));
    await page.setViewportSize({ width: 1280, height: 900 });
    const [start, end] = await page.evaluate<[number, number]>(SIDES);
    if (start <= end) faults.push(`${path} does not begin at the right`);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, send, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Where things stand on the page: how far their sides are from the sides of what they stand in. */
const LAID_OUT = `(() => {
  const box = (one) => document.querySelector(one).getBoundingClientRect();
  const [header, mark, links] = [".page-header__row", ".page-header .door-mark", ".page-header__links"].map(box);
  const [strip, first] = [".help-strip ul", ".help-strip li"].map(box);
  const bordered = getComputedStyle(document.querySelector(".urgent"));
  return {
    lang: document.documentElement.lang,
    dir: getComputedStyle(document.documentElement).direction,
    wide: document.documentElement.scrollWidth,
    markFromStart: { ltr: mark.left - header.left, rtl: header.right - mark.right },
    markBeforeLinks: { ltr: mark.left <= links.left, rtl: mark.right >= links.right },
    stripFromStart: { ltr: first.left - strip.left, rtl: strip.right - first.right },
    edge: { ltr: parseFloat(bordered.borderLeftWidth), rtl: parseFloat(bordered.borderRightWidth) },
  };
})()`;
type Sides<T> = Readonly<Record<"ltr" | "rtl", T>>;
interface LaidOut {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly wide: number;
  readonly markFromStart: Sides<number>;
  readonly markBeforeLinks: Sides<boolean>;
  readonly stripFromStart: Sides<number>;
  readonly edge: Sides<number>;
}

/** Figures of a telephone number that do not go on to the right of the one before, as drawn. */
const OUT_OF_ORDER = `[...document.querySelectorAll("a[href^='tel:'], a[href^='sms:']")].flatMap((link) => {
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  let last = null;
  const wrong = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (const { index } of node.data.matchAll(/\\d/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const at = range.getBoundingClientRect();
      if (last !== null && at.left <= last.left) wrong.push(link.textContent);
      last = at;
    }
  return last === null ? ["no figure in " + link.outerHTML] : wrong;
})`;

/** Texts in Latin letters alone that nothing says to be in another language than the page. */
const LATIN_TEXTS = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("script, style") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const found = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (/[A-Za-z]/.test(node.data) && !/\\p{Script=Arabic}/u.test(node.data)
      && node.parentElement.closest("[lang]") === document.documentElement) found.push(node.data);
  return found;
})()`;

test.each([
  { language: "ar", dir: "rtl" },
  { language: "ur", dir: "rtl" },
  { language: "pl", dir: "ltr" },
] as const)(
  "the page in $language, and all around it, is laid out from its own side",
  async ({ language, dir }) => {
    const page = await (await visit(browser, server.url, { scripts: true })).newPage();
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/languages/${language}`);
      const laid = await page.evaluate<LaidOut>(LAID_OUT);
      expect(laid).toMatchObject({ lang: language, dir, wide: width });
      expect(laid.markBeforeLinks[dir]).toBe(true);
      expect(laid.stripFromStart[dir]).toBeLessThan(1);
      expect(laid.edge).toEqual(dir === "rtl" ? { ltr: 2, rtl: 10 } : { ltr: 10, rtl: 2 });
      const other = dir === "rtl" ? "ltr" : "rtl";
      expect(laid.markFromStart[dir]).toBeLessThan(laid.markFromStart[other]);
      expect(await page.evaluate(OUT_OF_ORDER)).toEqual([]);
    }
    if (dir === "rtl") expect(await page.evaluate(LATIN_TEXTS)).toEqual([]);
    await page.context().close();
  },
);

test("figures in the wrong order, and words of no named language, are told of", async () => {
  const page = await (await visit(browser, server.url, { scripts: true })).newPage();
  await page.goto("/languages/ar");
  await page.evaluate(`document.querySelector(".telephone").removeAttribute("dir")`);
  await page.evaluate(`document.querySelector(".page-header bdi").removeAttribute("lang")`);
  expect(await page.evaluate(OUT_OF_ORDER)).not.toEqual([]);
  expect(await page.evaluate(LATIN_TEXTS)).toEqual(["Larkmouth Care"]);
  await page.context().close();
});

test("somebody finds their language from home without scripts, and goes on to what is given in it", async () => {
  const page = await (await visit(browser, server.url, { scripts: false, width: 320 })).newPage();
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "العربية" }).click();
  await page.getByRole("heading", { level: 1, name: "Help in other languages" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "العربية" }).click();
  await page.getByRole("heading", { level: 1, name: "المساعدة باللغة العربية" }).waitFor();
  expect(await page.title()).toMatch(/^المساعدة باللغة العربية/);
  await page.getByRole("link", { name: /^ابدأ/ }).click();
  await page.waitForURL(/\/services\?language=ar$/);
  expect(await page.locator("html").getAttribute("lang")).toBe("en-GB");
  await page.getByRole("link", { name: "Take off: Arabic" }).waitFor();
  await page.context().close();
});

test("who is signed in has the page too, and what is said of their session stays in English", async () => {
  const visitor = new Visitor(server);
  await visitor.signIn("patient", "grace-okonkwo");
  const { body } = await send(server, "/languages/ar", { headers: { cookie: visitor.cookies() } });
  expect(body).toContain('<html lang="ar" dir="rtl"');
  expect(body).toContain('<dialog class="session-warning" lang="en-GB" dir="ltr"');
  expect(body).toContain("تسجيل الخروج");
});

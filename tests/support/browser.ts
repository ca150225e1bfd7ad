import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { findChromium } from "../../scripts/chromium.mjs";

/** Starts the browser that `npm test` found. One is enough for a file; a visit in it is cheap. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("No browser was found: npm test finds or installs one");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

/** One person's browser, with cookies of its own. It fails, rather than waits, when something is not there. */
export async function visit(
  browser: Browser,
  url: string,
  options: { readonly scripts: boolean; readonly width?: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: options.scripts,
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  context.setDefaultTimeout(10_000);
  const close = context.close.bind(context);
  // Told to close a page that has only just come, Chromium now and then never answers: it may come first.
  context.close = async (options) => {
    await Promise.all(context.pages().map((page) => page.waitForLoadState()));
    await close(options);
  };
  return context;
}

/**
 * Waits until a page hears the keyboard: what is pressed while a page is still being drawn for the first time, a browser
 * gives to nobody.
 */
export async function hearsKeys(page: Page): Promise<void> {
  await page.evaluate(
    "addEventListener('keydown', () => document.documentElement.setAttribute('data-heard', ''), { once: true })",
  );
  await expect
    .poll(async () => {
      await page.keyboard.press("Shift");
      return page.locator("html[data-heard]").count();
    })
    .toBe(1);
}

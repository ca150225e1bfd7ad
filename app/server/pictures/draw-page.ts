import { type Browser, chromium, type Route } from "playwright-core";
import { TALLEST_PICTURE } from "~/domain/usability/pictured";
import type { Drawn } from "~/usecases/lab/make-pictures";
import { assetsIn, colourIn, inColour } from "../assets";

/** Where a page says it stands while it is drawn. The name is reserved (RFC 6761): nobody has it, and nobody is asked. */
const HERE = "http://page.invalid";
/** What a page may use, besides that it is answered by nobody but us. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; sandbox allow-same-origin";
/** No part of drawing a page may take longer. */
const LONGEST_MS = 10_000;
const FIRST_HEIGHT = 800;
const LARGEST_PNG = 4 * 1024 * 1024;

/** A drawer that is told to stop is ended where it stands, and says nothing. */
type DrawnPage = Exclude<Drawn, { readonly kind: "stopping" }>;

export interface Drawer {
  draw(page: { readonly html: string; readonly width: number }): Promise<DrawnPage>;
  close(): Promise<void>;
}

type Answers = (url: URL) => { readonly type: string; readonly body: Buffer } | undefined;

/** What pages ask for of the browser's build, stylesheets in their brand's colour. */
export function answersFrom(folder: string): Answers {
  const files = new Map([...assetsIn(folder)].map(({ address, ...file }) => [address, file]));
  return ({ pathname, search }) => {
    const file = files.get(pathname);
    const colour = colourIn(`${pathname}${search}`);
    return file && colour !== undefined ? { ...file, body: inColour(file.body, colour) } : file;
  };
}

/**
 * Draws pages in a browser of ours without a screen. Nothing in a page runs, and its network is closed: what it asks for
 * comes out of the browser's build, or not at all. Nothing of one page is left when the next is drawn.
 */
export async function openDrawer(executablePath: string, answers: Answers): Promise<Drawer> {
  const browser = await launch(executablePath);
  return { draw: (page) => drawPage(browser, answers, page), close: () => browser.close() };
}

async function launch(executablePath: string): Promise<Browser> {
  // Chromium has no sandbox for root, nor where the machine gives it none; without scripts or a network a page has no use for it.
  const asRoot = process.getuid?.() === 0;
  const settings = {
    executablePath,
    timeout: 30_000,
    args: ["--disable-dev-shm-usage", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"],
  };
  if (!asRoot) {
    try {
      return await chromium.launch({ ...settings, chromiumSandbox: true });
    } catch {}
  }
  return chromium.launch({ ...settings, chromiumSandbox: false });
}

async function drawPage(
  browser: Browser,
  answers: Answers,
  { html, width }: { readonly html: string; readonly width: number },
): Promise<DrawnPage> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    serviceWorkers: "block",
    acceptDownloads: false,
    viewport: { width, height: FIRST_HEIGHT },
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  try {
    context.setDefaultTimeout(LONGEST_MS);
    let stylesGone = false;
    await context.route("**/*", async (route: Route) => {
      const request = route.request();
      const url = new URL(request.url());
      if (request.isNavigationRequest() && request.url() === `${HERE}/`) {
        const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY };
        return route.fulfill({ body: html, headers });
      }
      const file = url.origin === HERE && request.method() === "GET" ? answers(url) : undefined;
      if (file !== undefined) return route.fulfill({ body: file.body, contentType: file.type });
      stylesGone ||= url.origin === HERE && request.resourceType() === "stylesheet";
      return route.abort();
    });
    const page = await context.newPage();
    await page.goto(`${HERE}/`, { waitUntil: "load" });
    if (stylesGone) return { kind: "styles-gone" };
    const wholeHeight = Math.ceil(await page.evaluate<number>("document.documentElement.scrollHeight"));
    const height = Math.min(TALLEST_PICTURE, Math.max(1, wholeHeight));
    await page.setViewportSize({ width, height });
    const png = await page.screenshot({ animations: "disabled", caret: "hide" });
    if (png.length > LARGEST_PNG) throw new RangeError("The picture is too large to be kept");
    return { kind: "drawn", png, height, wholeHeight: Math.max(height, wholeHeight) };
  } finally {
    await context.close();
  }
}

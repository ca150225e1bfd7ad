import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { unwornIn } from "~/styles/unworn";
import { keepPicture } from "./picture";

/** Every width is looked at; axe looks at the widest and the narrowest, between which nothing is named differently. */
const WIDTHS = [
  { width: 1280, axe: true },
  { width: 768, axe: false },
  { width: 320, axe: true },
] as const;

/** Axe as it is published for browsers. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds. What stands in a frame is a page of its own, and looked at as one. What passes is only counted up:
 * gathering each element of it takes longer than looking.
 */
const FOUND = `axe.run({ exclude: [["iframe"]] }, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + " in " + nodes.map(({ target }) => target.join(" ")).join(", ")))`;

const CLASSES = "[...document.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList])";

/** What is wrong with a page as it stands, wide to narrow: what axe finds, and having to scroll sideways. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  if (await page.evaluate<boolean>("matchMedia('(scripting: none)').matches"))
    return faultsOfCopy(page, name);
  const unworn = unwornIn(await page.evaluate<string[]>(CLASSES));
  const faults = unworn === undefined ? [] : [`${name}: the build leaves out the styles of ${unworn}`];
  await bringAxe(page);
  for (const { width, axe } of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > width) faults.push(`${name} at ${width}: it is ${wide} wide`);
    if (!axe) continue;
    await keepPicture(page, `${name} ${width}`);
    const found = await page.evaluate<string[]>(FOUND);
    faults.push(...found.map((fault) => `${name} at ${width}: ${fault}`));
  }
  return faults;
}

/** Brings axe into a page as a browser's tools do: no policy of the page's is in its way, and nothing wraps its text. */
async function bringAxe(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const { exceptionDetails } = await tools.send("Runtime.evaluate", { expression: `${AXE};0` });
  if (exceptionDetails) throw new Error(`Axe did not start: ${exceptionDetails.text}`);
  await tools.detach();
}

/** Axe is a script itself: where scripts are off it looks at what the page shows, in a browser where they are on. */
async function faultsOfCopy(page: Page, name: string): Promise<string[]> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error("A page without a browser cannot be looked at");
  try {
    const copy = await context.newPage();
    const body = await page.content();
    await copy.route("**/modules/**", (route) => route.abort());
    await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await copy.goto(page.url());
    return await faultsOf(copy, name);
  } finally {
    await context.close();
  }
}

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { unwornIn } from "~/styles/unworn";
import { keepPicture } from "./picture";

/** Every width is looked at; axe looks at the widest and the narrowest, between which nothing is named differently. */
const WIDTHS = [
  { width: 1280, axe: true },
  { width: 768, axe: false },
  { width: 320, axe: true },
] as const;

const CLASSES = "[...document.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList])";

/** What is wrong with a page as it stands, wide to narrow: what axe finds, and having to scroll sideways. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  if (await page.evaluate<boolean>("matchMedia('(scripting: none)').matches"))
    return faultsOfCopy(page, name);
  const unworn = unwornIn(await page.evaluate<string[]>(CLASSES));
  const faults = unworn === undefined ? [] : [`${name}: the build leaves out the styles of ${unworn}`];
  for (const { width, axe } of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > width) faults.push(`${name} at ${width}: it is ${wide} wide`);
    if (!axe) continue;
    await keepPicture(page, `${name} ${width}`);
    // What stands in a frame is a page of its own, and looked at as one: without it axe needs no second page to gather
    // what it found.
    // What passes is only counted up: gathering each element of it takes longer than looking.
    const axeBuilder = new AxeBuilder({ page }).exclude("iframe").setLegacyMode();
    const { violations } = await axeBuilder.options({ resultTypes: ["violations"] }).analyze();
    for (const { id, nodes } of violations) {
      faults.push(`${name} at ${width}: ${id} in ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    }
  }
  return faults;
}

/** Axe is a script itself: where scripts are off it looks at what the page shows, in a browser where they are on. */
async function faultsOfCopy(page: Page, name: string): Promise<string[]> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error("A page without a browser cannot be looked at");
  try {
    const copy = await context.newPage();
    const body = await page.content();
    await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await copy.goto(page.url());
    return await faultsOf(copy, name);
  } finally {
    await context.close();
  }
}

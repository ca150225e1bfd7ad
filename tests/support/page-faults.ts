import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Every width is looked at; axe looks at the widest and the narrowest, between which nothing is named differently. */
const WIDTHS = [
  { width: 1280, axe: true },
  { width: 768, axe: false },
  { width: 320, axe: true },
] as const;

/** What is wrong with a page as it stands, wide to narrow: what axe finds, and having to scroll sideways. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  await withScripts(page, async () => {
    for (const { width, axe } of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (wide > width) faults.push(`${name} at ${width}: it is ${wide} wide`);
      if (!axe) continue;
      // No page has frames in it: without them axe needs no second page to gather what it found.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      for (const { id, nodes } of violations) {
        faults.push(
          `${name} at ${width}: ${id} in ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
        );
      }
    }
  });
  return faults;
}

/** Lets axe, which is a script, look at a page that was opened with scripts off. The page's own scripts stay off. */
async function withScripts(page: Page, look: () => Promise<void>): Promise<void> {
  if (!(await page.evaluate<boolean>("matchMedia('(scripting: none)').matches"))) return look();
  const session = await page.context().newCDPSession(page);
  const disabled = (value: boolean) => session.send("Emulation.setScriptExecutionDisabled", { value });
  await disabled(false);
  try {
    await look();
  } finally {
    await disabled(true);
    await session.detach();
  }
}

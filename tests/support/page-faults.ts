import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WIDTHS = [1280, 320] as const;

/** What is wrong with a page as it stands, wide and narrow: what axe finds, and having to scroll sideways. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations) {
      faults.push(`${name} at ${width}: ${id} in ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    }
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > width) faults.push(`${name} at ${width}: it is ${wide} wide`);
  }
  return faults;
}

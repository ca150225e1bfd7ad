import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
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

/** What differs from day to day and from request to request stands as a mark, so that the order is what is compared. */
const withoutMoments = (tree: string): string =>
  tree
    .replace(/[2-9B-DF-HJ-NP-TV-Y]{4}-[2-9B-DF-HJ-NP-TV-Y]{4}/g, "(reference)")
    .replace(/\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+( \d{4})?/g, "(day)")
    .replace(/\b(\d{1,2}(\.\d\d)?\s(am|pm)|midday|midnight)\b/g, "(time)")
    .replace(/\(time\) (today|tomorrow|yesterday)|\(time\) on \(day\)|\(day\) at \(time\)/g, "(moment)")
    .replace(/(\/url: .*?[?&](?:since|new|part|from)=)[^&\s"]*/g, "$1(…)")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "(id)");

/**
 * The accessibility tree of each page of a request, as a screen reader goes through it: read it from top to bottom, and
 * ask whether each line makes sense where it stands. `npx vitest -u` writes it anew; then it is read again.
 */
test("a request is read out in an order that makes sense", async () => {
  const page = await (await visit(browser, server.url, { scripts: false })).newPage();
  const pages: string[] = [];
  const read = async (name: string) => {
    const tree = await page.locator("body").ariaSnapshot();
    pages.push(`# ${name}: ${await page.title()}\n${withoutMoments(tree)}\n`);
  };
  const reference = await askForPhysiotherapy(page, {
    at: async (_, name) => {
      if (name !== "home" && name !== "search") await read(name);
    },
  });
  await page.goto(`/requests/${reference}`);
  await read("tracking");
  await expect(withoutMoments(pages.join("\n"))).toMatchFileSnapshot("./reading-order.yml");
  for (const tree of pages) {
    expect(tree.match(/heading .*\[level=1\]|heading .*level=1/g)).toHaveLength(1);
    const places = ['- link "Skip to main content"', "- banner", "- main", "- contentinfo"].map((mark) =>
      tree.indexOf(mark),
    );
    expect(places.every((at, index) => at >= 0 && at >= (places[index - 1] ?? 0))).toBe(true);
  }
  await page.context().close();
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, goOn } from "../support/stories";
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

/** Where each of these begins in a page as it is read out: a mark that is not there is -1. */
const placesOf = (tree: string, marks: readonly string[]): number[] =>
  marks.map((mark) => tree.indexOf(`- ${mark}`));
const isInOrder = (places: readonly number[]): boolean =>
  places.every((at, index) => at > (places[index - 1] ?? -1));
const HEADING = /- heading (?:"(?:[^"\\]|\\.)*" )?\[level=(\d)\]/g;
const FIELD = /- (?:radio|checkbox|textbox|combobox|spinbutton)\b/;

/** What is wrong with the order in which a page is read out. */
function disorder(name: string, tree: string): string[] {
  const faults: string[] = [];
  const landmarks = [
    'link "Skip to main content"',
    "banner",
    'region "If you need help now"',
    "main",
    "contentinfo",
  ];
  if (!isInOrder(placesOf(tree, landmarks))) faults.push(`${name}: its landmarks come in another order`);
  const main = tree.slice(tree.indexOf("- main"), tree.indexOf("- contentinfo"));
  // "There is a problem" stands above the page's own heading.
  const own = main.replace(/- alert[^\n]*\n\s*- heading [^\n]*/, "- alert");
  const levels = [...own.matchAll(HEADING)].map((match) => Number(match[1]));
  if (levels.filter((level) => level === 1).length !== 1)
    faults.push(`${name}: it has not one first heading`);
  for (const [index, level] of levels.entries())
    if (level > (levels[index - 1] ?? 0) + 1) faults.push(`${name}: a heading of level ${level} skips one`);
  const field = main.search(FIELD);
  if (field >= 0 && main.search(HEADING) > field) faults.push(`${name}: a field comes before what is asked`);
  for (const nameless of main.match(/- (?:radio|checkbox|textbox|combobox|button|link)(?=:?\s*\n)/g) ?? [])
    faults.push(`${name}: a ${nameless.slice(2)} has no name`);
  return faults;
}

/** The accessibility tree of each page of a request, as a screen reader goes through it from top to bottom. */
test("each page of a request is read out in an order that makes sense, and its errors first", async () => {
  const page = await (await visit(browser, server.url, { scripts: false })).newPage();
  const faults: string[] = [];
  const read = () => page.locator("body").ariaSnapshot();
  let questions = 0;
  const reference = await askForPhysiotherapy(page, {
    at: async (_, name) => {
      const tree = await read();
      faults.push(...disorder(name, tree));
      if (name === "home" || name === "search" || name === "service") return;
      questions += 1;
      const main = tree.slice(tree.indexOf("- main"));
      const sends = main.search(/- button "(?:Continue|Send my request)"/);
      if (main.search(FIELD) > sends) faults.push(`${name}: the button comes before what it sends`);
      // What was typed wrong is told first, and in words that say what to do.
      if (name === "red-flags" || name === "who") {
        await goOn(page);
        const wrong = await read();
        faults.push(...disorder(`${name} with an error`, wrong));
        const told = wrong.indexOf("- alert");
        if (told < 0 || told > wrong.search(/- heading [^\n]*\[level=1\]/))
          faults.push(`${name}: its error is not told first`);
      }
    },
  });
  await page.goto(`/requests/${reference}`);
  faults.push(...disorder("tracking", await read()));
  expect(questions).toBeGreaterThan(6);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a page that is out of order is told of", () => {
  const page = (main: string) =>
    `- link "Skip to main content"\n- banner\n- region "If you need help now"\n- main:\n${main}\n- contentinfo`;
  expect(disorder("good", page('  - heading "Who?" [level=1]\n  - radio "Me"'))).toEqual([]);
  expect(disorder("field", page('  - radio "Me"\n  - heading "Who?" [level=1]'))).toHaveLength(1);
  expect(disorder("skips", page('  - heading "Who?" [level=1]\n  - heading "More" [level=3]'))).toHaveLength(
    1,
  );
  expect(disorder("nameless", page('  - heading "Who?" [level=1]\n  - button\n  - link:\n'))).toHaveLength(2);
  expect(disorder("landmarks", "- main\n- banner")).toContain(
    "landmarks: its landmarks come in another order",
  );
});

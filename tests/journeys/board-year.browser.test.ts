import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { longestStory } from "../support/picture";
import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";
import { recordSmallYear } from "../support/year";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ seed: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const alan = async (scripts: boolean): Promise<Page> => {
  const page = await (await visit(browser, server.url, { scripts })).newPage();
  await signIn(page, "board", /Alan Fenwick/);
  return page;
};

/** Every line of a table on the page: what it is in, and its cells. */
const linesOf = (page: Page): Promise<string[][]> =>
  page.evaluate<string[][]>(
    "[...document.querySelectorAll('.year tbody tr')].map((line) => [...line.children].map((cell) => cell.textContent))",
  );

test("a member of the board reads how the year was made, with scripts on and off, and takes it along as a file", {
  timeout: longestStory,
}, async () => {
  const before = await alan(false);
  await before.goto("/board/year");
  await before.getByRole("heading", { name: "There is no year yet" }).waitFor();
  expect(await (await before.request.get("/board/year.csv")).text()).toContain("There is no year yet");
  expect(await faultsOf(before, "no year yet")).toEqual([]);

  await recordSmallYear(server.db, 0.02);
  await before.reload();
  await before.getByRole("heading", { name: "Made up, all of it" }).waitFor();
  await before.getByText("The luck comes from the number 1951").waitFor();
  const shown = await linesOf(before);
  expect(shown.length).toBeGreaterThan(150);
  expect(shown.find(([name]) => name === "Tidewell Community Health")?.[1]).toBe("1.5%");

  const page = await alan(true);
  await page.goto("/board/year");
  expect(await linesOf(page)).toEqual(shown);
  expect(await faultsOf(page, "how the year was made")).toEqual([]);
  const file = await page.request.get("/board/year.csv");
  expect(file.headers()["content-type"]).toContain("text/csv");
  const text = await file.text();
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  for (const cells of shown) expect(text).toContain(`\r\n${cells.map(quoted).join(",")}\r\n`);
});

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FLOW } from "~/content/board/flow";
import { createOnedoor } from "~/usecases/onedoor";
import { recordYear } from "~/usecases/record-year";
import { YEARS } from "~seeds/years";
import { brokenWords } from "../support/broken-words";
import { openBrowser, visit } from "../support/browser";
import { cutOff } from "../support/cut-off";
import { faultsOf } from "../support/page-faults";

import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
  const year = YEARS.larkmouth;
  if (year === undefined) throw new Error("Larkmouth has no year");
  // A fiftieth of Larkmouth's: enough for every number to have people behind it.
  const asked = { ...year, demand: { ...year.demand, asksHere: 0.02 } };
  const made = await recordYear(createOnedoor(server.db, quiet), "larkmouth", asked);
  expect(made.kind).toBe("recorded");
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function inTheBoardRoom(
  scripts: boolean,
  width: number,
  work: (page: Page, visitor: BrowserContext) => Promise<void>,
): Promise<void> {
  const visitor = await visit(browser, server.url, { scripts, width });
  try {
    const page = await visitor.newPage();
    await signIn(page, "board", /Alan Fenwick/);
    await work(page, visitor);
  } finally {
    await visitor.close();
  }
}

/** The cells of a table as they are read, line by line. */
const cellsOf = (page: Page, table: string): Promise<string[][]> =>
  page
    .locator(table)
    .locator("tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
    );

test("on a telephone without scripts: from the flow to a measure, to the list behind its number", async () => {
  await inTheBoardRoom(false, 320, async (page, visitor) => {
    await page.goto("/board");
    await page.getByRole("main").getByRole("link", { name: "The flow" }).first().click();
    await page.getByLabel("How far back?").selectOption({ label: "The last year" });
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByText("are made up").first().waitFor();
    // The bands have no room: the same is told column by column.
    expect(await page.locator(".board-flow__picture").isVisible()).toBe(false);
    expect(await page.locator(".board-flow__list li").count()).toBeGreaterThan(15);
    expect(await page.locator(".board-measures .board-spark").first().isVisible()).toBe(false);
    expect(await brokenWords(page, ".board-measures tbody")).toEqual([]);
    // What is long is a line until it is opened: nobody reads ten thousand pixels.
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(6_500);
    await page.getByText(FLOW.byPartner).click();
    await page
      .getByRole("cell", { name: /^£[\d,]+$/ })
      .first()
      .waitFor();

    await page.getByRole("link", { name: "Accepted within a week" }).click();
    await page.getByRole("heading", { name: "Accepted within a week" }).waitFor();
    expect(await page.locator(".board-figure__value").textContent()).toMatch(/^(\d+|over 99)%$/);

    // The file holds what the table shows, word for word.
    const section = page.locator("section", { has: page.getByRole("heading", { name: "By partner" }) });
    const file = await section.getByRole("link", { name: "Save as a file (CSV)" }).getAttribute("href");
    const csv = await (await visitor.request.get(file ?? "")).text();
    const shown = await cellsOf(page, "section[aria-labelledby=partner] table");
    expect(csv.replace("\uFEFF", "").trim().split("\r\n")).toEqual(
      shown.map((cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(",")),
    );

    await page.locator(".board-figure__of a").click();
    await page.getByRole("heading", { name: "The list behind it" }).waitFor();
    const people = await page.locator("td[data-column=Requests]").allTextContents();
    expect(people.length).toBeGreaterThan(5);
    for (const count of people) expect(Number(count.replaceAll(",", ""))).toBeGreaterThanOrEqual(5);
    expect(await faultsOf(page, "the list behind a number, scripts off")).toEqual([]);
  });
});

test("in the room, with scripts: each page is drawn on the server, and has no fault", async () => {
  await inTheBoardRoom(true, 1280, async (page) => {
    await page.goto("/board/flow?period=year");
    const picture = page.getByRole("img", { name: "From need to box" });
    await picture.waitFor();
    await page.getByRole("img", { name: /Where people ask from/ }).waitFor();
    expect(await faultsOf(page, "the flow")).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
    // Read from the back of a room: no name in the picture is smaller than 14 pixels.
    const sizes = await page.locator(".board-flow__picture text").evaluateAll((texts) =>
      texts.map((text) => {
        const matrix = (text as SVGTextElement).getScreenCTM();
        return Number.parseFloat(getComputedStyle(text).fontSize) * (matrix?.a ?? 0);
      }),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    expect(await cutOff(page)).toEqual([]);
    for (const measure of ["declined", "wait", "boxes", "spread"]) {
      await page.goto(`/board/flow/${measure}?period=year`);
      expect(await faultsOf(page, `the measure ${measure}`)).toEqual([]);
    }
  });
});

test("dates that make no sense are said to, and a time in which nobody asked says what to do", async () => {
  await inTheBoardRoom(false, 1280, async (page) => {
    const wrong = await page.goto("/board/flow?period=own&from=soon&until=2026-02-31");
    expect(wrong?.status()).toBe(400);
    await page
      .getByRole("link", { name: "Enter both dates as year, month and day, as in 2026-01-31" })
      .waitFor();
    expect(await faultsOf(page, "the flow with wrong dates")).toEqual([]);
    await page.goto("/board/flow?period=own&from=2020-01-08&until=2020-01-09");
    await page.getByText("6 January 2020 to 2 February 2020").waitFor();
    await page.getByText("Nobody asked for anything in this time.").waitFor();
    await page.getByText("npm run onedoor -- year --brand larkmouth").waitFor();
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { digestOfBrand } from "../support/brand-rows";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";

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

/** The chair of the board, with scripts off: every task here is done without. */
async function alan(): Promise<Page> {
  const page = await (await visit(browser, server.url, { scripts: false })).newPage();
  await signIn(page, "board", /Alan Fenwick/);
  return page;
}

test("the board asks what would come of a partner's leaving, and nothing comes of asking", {
  timeout: 120_000,
}, async () => {
  const page = await alan();
  await page.goto("/board");
  expect(await faultsOf(page, "the board room")).toEqual([]);
  await page.goto("/board/partners");
  expect(await page.getByText("36,870 people are on the lists of 6 practices").count()).toBe(1);
  expect(await faultsOf(page, "the board's partners")).toEqual([]);
  await page.getByRole("link", { name: "Anchor Voluntary Alliance" }).click();
  expect(await page.getByText("Steady Feet Larkmouth").first().isVisible()).toBe(true);
  expect(await faultsOf(page, "a partner of the board")).toEqual([]);
  const before = await digestOfBrand(server.db, "larkmouth");
  await page.getByLabel("All of it goes on to others").check();
  await page.getByRole("button", { name: "Show what would happen" }).click();
  const result = page.locator(".leaving");
  expect(await result.innerText()).toMatch(/Even Keel Advice.*would go along, for it answers for them/);
  expect(await result.innerText()).toMatch(/Nobody else gives these services/);
  expect(await faultsOf(page, "what would come of leaving")).toEqual([]);
  expect(await digestOfBrand(server.db, "larkmouth")).toBe(before);

  await page.goto("/board/partners/lighthouse");
  await page.getByRole("button", { name: "Show what would happen" }).click();
  const lost = await page.locator(".leaving").innerText();
  expect(lost).toMatch(/9,420 people on its list would go along\. 27,450 people would be left/);
  expect(lost).toMatch(/fewer than the 30,000 that a front door needs/);
  await page.context().close();
});

test("the chair makes the next town's front door, which has its own name and people and no requests", {
  timeout: 120_000,
}, async () => {
  const page = await alan();
  await page.goto("/board/replicate");
  expect(await page.getByText("Harbour Community Trust works through 2 front doors").count()).toBe(1);
  expect(await faultsOf(page, "the next town")).toEqual([]);
  const make = page.getByRole("button", { name: "Make this front door" });
  await page.getByLabel("Name of the front door").fill("Reedmouth Care");
  await page.getByLabel("The area it is for").fill("Reedmouth");
  await page.getByLabel("Its address").fill("Reedmouth!");
  await make.click();
  expect(await faultsOf(page, "the next town, sent back")).toEqual([]);
  await page.getByLabel("Its address").fill("reedmouth");
  await page.getByLabel("Anchor Voluntary Alliance", { exact: true }).uncheck();
  await make.click();
  expect(await page.locator(".nhsuk-error-summary").innerText()).toContain(
    "Choose Anchor Voluntary Alliance too",
  );
  await page.getByLabel("Anchor Voluntary Alliance", { exact: true }).check();
  await page.getByLabel("Halyard Opticians", { exact: true }).uncheck();
  await make.click();
  expect(await page.locator(".done-note").innerText()).toContain("Reedmouth Care is there");
  expect(await faultsOf(page, "the next town, made")).toEqual([]);
  const made = page.getByRole("row", { name: /Reedmouth Care/ });
  expect(await made.innerText()).toContain("made from this one");
  expect(await made.getByRole("cell").first().innerText()).toBe("23");
  const requests = server.db.kysely.selectFrom("requests").select("id").where("brand_id", "=", "reedmouth");
  expect(await requests.execute()).toEqual([]);
  await page.context().close();
});

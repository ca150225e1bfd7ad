import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { referenceFrom } from "~/domain/shared/identifiers";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, goOn, signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";
import { IN_WAY, WAYS, type Way } from "../support/ways";

/** A reference that is well formed, and no request's. */
const NO_ONES = referenceFrom(Uint8Array.of(25, 24, 23, 22, 21, 20, 19));

let server: RunningServer;
let browser: Browser;
let reference: string;
beforeAll(async () => {
  server = await startServer({ prepare: twoTowns });
  browser = await openBrowser();
  const context = await visit(browser, server.url, { scripts: false });
  reference = await askForPhysiotherapy(await context.newPage());
  await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const somebody = async (way: Way = { scripts: false, width: 1280 }) =>
  (await visit(browser, server.url, way)).newPage();

test.each(WAYS)(
  `a guest in another browser finds the request by its reference and a date of birth: ${IN_WAY}`,
  async (way) => {
    const page = await somebody(way);
    await page.goto(`/requests/${reference}`);
    expect(new URL(page.url()).pathname).toBe("/requests");
    expect(await page.getByText("Physiotherapy").count()).toBe(0);
    expect(await page.getByLabel("Reference").inputValue()).toBe(reference);
    // As it may be read off a letter.
    await page.getByLabel("Reference").fill(reference.toLowerCase().replace("-", " "));
    await page.getByLabel("Day").fill("27");
    await page.getByLabel("Month").fill("March");
    await page.getByLabel("Year").fill("1992");
    await goOn(page, "Show where it is");
    expect(new URL(page.url()).pathname).toBe(`/requests/${reference}`);
    expect(await page.locator("[aria-current=step]").textContent()).toContain("Harbour Community Trust");
    await page.reload();
    expect(await page.locator("[aria-current=step]").count()).toBe(1);
    await page.context().close();
  },
);

test("a wrong date of birth and an unknown reference are told in the same words", async () => {
  const page = await somebody();
  const tryWith = async (typed: string, year: string) => {
    await page.goto("/requests");
    await page.getByLabel("Reference").fill(typed);
    await page.getByLabel("Day").fill("27");
    await page.getByLabel("Month").fill("3");
    await page.getByLabel("Year").fill(year);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      goOn(page, "Show where it is"),
    ]);
    return { status: answer.status(), said: await page.getByRole("alert").textContent() };
  };
  const wrongDate = await tryWith(reference, "1993");
  const unknown = await tryWith(NO_ONES, "1992");
  expect(wrongDate.status).toBe(400);
  expect(wrongDate.said).toContain("We cannot find a request with that reference and date of birth");
  expect(unknown).toEqual(wrongDate);
  await page.context().close();
});

test("guessing dates of one reference is stopped", async () => {
  const page = await somebody();
  await page.goto("/requests");
  let status = 0;
  for (let year = 1930; year < 1945 && status !== 429; year += 1) {
    const answer = await page.context().request.post("/requests", {
      form: { reference, "born-day": "27", "born-month": "3", "born-year": String(year) },
      headers: { "sec-fetch-site": "same-origin" },
    });
    status = answer.status();
  }
  expect(status).toBe(429);
  await page.context().close();
});

test("another signed-in patient is asked to prove it, as a stranger is", async () => {
  const page = await somebody();
  await signIn(page, "patient", /Meera Patel/);
  for (const path of ["", "/cancel", "/choose"]) {
    await page.goto(`/requests/${reference}${path}`);
    expect(new URL(page.url()).pathname).toBe("/requests");
  }
  const stream = await page.context().request.get(`/events?request=${reference}&since=0`);
  expect(stream.status()).toBe(404);
  await page.context().close();
});

test.each(WAYS)(`cancelling asks once, then says so and offers to ask again: ${IN_WAY}`, async (way) => {
  const page = await somebody(way);
  const own = await askForPhysiotherapy(page);
  await page.getByRole("link", { name: "Cancel this request" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  expect(new URL(page.url()).pathname).toBe(`/requests/${own}`);
  expect(await page.getByText("You cancelled this").count()).toBe(1);
  expect(await page.locator("[aria-current=step]").count()).toBe(0);
  expect(await page.getByRole("link", { name: "Ask for something else" }).count()).toBe(1);
  await page.context().close();
});

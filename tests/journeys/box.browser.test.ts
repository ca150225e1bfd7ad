import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, goOn, signIn } from "../support/stories";
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

const somebody = async (scripts: boolean) =>
  (await visit(browser, server.url, { scripts, width: 320 })).newPage();
const PATH = "/partner/box/physiotherapy-harbour";

/** A label as it was drawn, element for element, and so the data that it was drawn from. */
const label = (page: Page, form: "full" | "compact") =>
  page
    .locator(`article.box-label--${form}`)
    .first()
    .evaluate((element) => element.outerHTML);

test("what a partner is shown of its box is, element for element, what the patient is shown", {
  timeout: 90_000,
}, async () => {
  const [max, rosa] = [await somebody(false), await somebody(false)];
  await signIn(max, "partner", /Max Lind/);
  await max.goto("/partner/box");
  expect(await faultsOf(max, "boxes")).toEqual([]);
  await max.locator(`a[href="${PATH}"]`).click();
  const before = await label(max, "full");

  await max.getByLabel("Both names on the box").check();
  await max.getByLabel("Letters are headed").fill("The Harbour <with> Small Town");
  await max.getByLabel("Texts are from").fill("The Harbour");
  await goOn(max, "Show me");
  expect(await max.getByRole("alert").textContent()).toContain("Use up to 11 letters");
  // What was typed stands there still, and so does what people are shown now.
  expect(await max.getByLabel("Letters are headed").inputValue()).toBe("The Harbour <with> Small Town");
  expect(await label(max, "full")).toBe(before);
  await max.getByLabel("Texts are from").fill("TheHarbour");
  await max.getByLabel("Warmly").check();
  await goOn(max, "Show me");
  const letter = (await max.locator(".doormat__item--delivered").textContent()) ?? "";
  expect(letter).toContain("Hello Alex Example,");
  expect(letter).toContain("With our best wishes, The Harbour <with> Small Town");
  const shown = await label(max, "full");
  expect(shown).toContain("A text from TheHarbour");
  expect(await max.locator(".doormat__item--delivered").textContent()).toContain(
    "The Harbour <with> Small Town",
  );
  expect(await faultsOf(max, "a box that is looked at")).toEqual([]);
  // Looking changes nothing.
  await max.goto(PATH);
  expect(await label(max, "full")).toBe(before);

  await max.getByLabel("Both names on the box").check();
  await max.getByLabel("Letters are headed").fill("The Harbour <with> Small Town");
  await max.getByLabel("Texts are from").fill("TheHarbour");
  await goOn(max, "Save");
  expect(await max.getByRole("status").textContent()).toContain("It is saved");
  expect(await label(max, "full")).toBe(shown);
  const small = await label(max, "compact");

  const contact = { phone: "01632 960 001", email: "rosa@example.org" };
  const reference = await askForPhysiotherapy(rosa, { contact });
  await rosa.goto(`/requests/${reference}`);
  expect(await label(rosa, "full")).toBe(shown);
  await vi.waitUntil(
    async () => {
      await rosa.goto(`/doormat/${reference}`);
      return (await rosa.locator("article.box-label--compact").count()) > 0;
    },
    { timeout: 20_000 },
  );
  expect(await label(rosa, "compact")).toBe(small);

  // Whoever has asked keeps the box that they were told of; the partner's page has the one before again.
  await max.goto(PATH);
  await max.getByRole("button", { name: /^Put it back/ }).click();
  expect(await label(max, "full")).toBe(before);
  await rosa.goto(`/requests/${reference}`);
  expect(await label(rosa, "full")).toBe(shown);
  for (const page of [max, rosa]) await page.context().close();
});

test("with scripts the label changes as one types", { timeout: 60_000 }, async () => {
  const max = await somebody(true);
  await signIn(max, "partner", /Max Lind/);
  await max.goto(PATH);
  await max.getByLabel("Calls are from").fill("Sam at the quay");
  await max.locator("#box-preview article.box-label--full", { hasText: "Sam at the quay" }).waitFor();
  // Where the hands are stays as it was.
  expect(await max.getByLabel("Calls are from").evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  await max.context().close();
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { accept, askForPhysiotherapy, decline, promiseOn, requestsOf, signIn } from "../support/stories";
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

/** Harbour has no room, so it goes on to the hill, which says yes. `seen` is how the patient comes to see a change. */
async function story(scripts: boolean, seen: (page: Page, change: string) => Promise<void>) {
  const patient = await visit(browser, server.url, { scripts });
  const partners = await visit(browser, server.url, { scripts });
  const asked = [requestsOf(patient), requestsOf(partners)];
  const rosa = await patient.newPage();

  const reference = await askForPhysiotherapy(rosa);
  const promised = await promiseOn(rosa);
  expect(promised).toMatch(/You’ll have an answer with a time by \w+ \d+ \w+, 5\u00a0pm\./);
  const label = rosa.getByRole("article", { name: "Box label: Harbour Community Trust" });
  expect(await label.isVisible()).toBe(true);
  expect(await label.getByText("Questions").count()).toBe(1);
  expect(await rosa.locator("[aria-current=step]").textContent()).toContain(
    "Harbour Community Trust has your request",
  );

  const priya = await partners.newPage();
  await signIn(priya, "partner", /Priya Shah/);
  await decline(priya, reference, /^22 Capacity/);

  await seen(rosa, "Hill Street Physiotherapy has your request");
  expect(await promiseOn(rosa)).toBe(promised);
  expect(await rosa.getByText("Harbour Community Trust had no room, so we asked Hill").count()).toBe(1);
  expect(await rosa.getByRole("heading", { name: "Your box has changed" }).count()).toBe(1);
  expect(await rosa.getByRole("article", { name: /^The label before: Harbour/ }).count()).toBe(1);
  expect(await rosa.getByRole("article", { name: /^Box label: Hill Street/ }).count()).toBe(1);

  await priya.goto("/partner?state=declined");
  const declined = await priya.getByRole("list", { name: "Declined" }).textContent();
  expect(declined).toContain(reference);
  expect(declined).not.toContain("Rosa");

  const hal = await (await visit(browser, server.url, { scripts })).newPage();
  await signIn(hal, "partner", /Hal Green/);
  const day = await accept(hal, reference);

  await seen(rosa, `You have a time: ${day}`);
  expect(await rosa.getByText("Hill Street Physiotherapy said yes").count()).toBe(1);
  expect(await promiseOn(rosa)).toContain("You have one.");
  expect(await rosa.getByText("If you cannot feel your legs, call 999.").count()).toBe(1);

  expect(
    asked.flat().filter(({ protocol, origin }) => protocol !== "data:" && origin !== server.url),
  ).toEqual([]);
  const scriptsAsked = asked[0]?.filter(({ pathname }) => /\.m?js$/.test(pathname)) ?? [];
  expect(scriptsAsked.every(({ pathname }) => pathname.startsWith("/modules/"))).toBe(true);
  await hal.context().close();
  await partners.close();
  await patient.close();
}

describe("a bad back, from the search to a time", () => {
  test("with scripts off: the patient loads the page again", async () => {
    await story(false, async (page, change) => {
      await page.reload();
      await page.locator("[aria-current=step]", { hasText: change }).waitFor();
    });
  });

  test("with scripts on: the page changes by itself", async () => {
    await story(true, async (page, change) => {
      await page.locator("[aria-current=step]", { hasText: change }).waitFor();
      await page.locator("[role=status]", { hasText: change }).waitFor({ state: "attached" });
    });
  });
});

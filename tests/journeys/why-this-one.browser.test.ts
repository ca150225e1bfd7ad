import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, askUpTo, decline, goOn, ROSA, signIn } from "../support/stories";
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

const somebody = async (): Promise<Page> => (await visit(browser, server.url, { scripts: false })).newPage();

/** Opens what is folded away, and gives its text and how far it reaches beyond a phone's screen. */
async function unfolded(page: Page, summary: string | RegExp) {
  const details = page.locator("details").filter({ hasText: summary }).first();
  await details.locator("summary").click();
  await page.setViewportSize({ width: 320, height: 800 });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return { text: (await details.textContent()) ?? "", beyond };
}

test("a patient reads why one comes first, before choosing, without scripts and on a phone", async () => {
  const rosa = await somebody();
  await askUpTo(rosa, "choose", { asker: ROSA, search: "bad back", service: "Physiotherapy" });
  const { text, beyond } = await unfolded(rosa, "Why this one comes first");
  expect(text).toContain("Why Harbour Community Trust comes first");
  expect(text).toContain("Why not the others");
  expect(text).toContain("The order is only our advice.");
  expect(beyond).toBeLessThanOrEqual(0);
  await rosa.context().close();
});

test("the desk reads in full how a request was decided", async () => {
  const rosa = await somebody();
  const reference = await askForPhysiotherapy(rosa, { consent: "No, come back to me first" });
  const priya = await somebody();
  await signIn(priya, "partner", /Priya Shah/);
  await decline(priya, reference, /^22 Capacity/);
  await rosa.goto(`/requests/${reference}/choose`);
  await rosa.getByLabel(/^Let .* help me$/).check();
  await goOn(rosa, "Ask them");

  const desk = await somebody();
  await signIn(desk, "partner", /front desk/i);
  await desk.goto("/desk");
  await desk.getByRole("link", { name: new RegExp(reference) }).click();
  const { text, beyond } = await unfolded(desk, /^How it was decided/);
  expect(text).toMatch(/Decided .* by policy \d+ on directory \d+/);
  expect(text).toContain("Eligible, best first");
  expect(text).toMatch(/1\. Harbour Community Trust.*: \d+ points/);
  expect(beyond).toBeLessThanOrEqual(0);
  await desk.context().close();
  await priya.context().close();
  await rosa.context().close();
});

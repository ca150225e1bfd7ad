import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { accept, askForPhysiotherapy, goOn, openWork, signIn } from "../support/stories";
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

const somebody = async (scripts = false) => (await visit(browser, server.url, { scripts })).newPage();
const LONGEST = 120_000;

/** The file that a page's link to a calendar gives, read by the browser's own session. */
async function calendarOf(page: Page, link: string): Promise<string> {
  const href = await page.getByRole("link", { name: link }).getAttribute("href");
  const answer = await page.request.get(`${server.url}${href}`);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  return answer.text();
}

test("a time goes into a calendar and out again, for nobody else, and all of it onto one page to print", {
  timeout: LONGEST,
}, async () => {
  const [rosa, priya, other] = [await somebody(), await somebody(), await somebody()];
  await signIn(priya, "partner", /Priya Shah/);
  const reference = await askForPhysiotherapy(rosa);
  await accept(priya, reference);
  await rosa.goto(`/requests/${reference}`);
  const added = await calendarOf(rosa, "Add it to your calendar");
  expect(added).toContain("STATUS:CONFIRMED");
  expect(added.toLowerCase()).not.toContain("physio");
  const href = await rosa.getByRole("link", { name: "Add it to your calendar" }).getAttribute("href");
  await other.goto(href ?? "");
  expect(new URL(other.url()).pathname).toBe("/requests");

  await rosa.getByRole("link", { name: "Print this, or show it on your phone" }).click();
  expect(await rosa.locator(".sheet__reference").textContent()).toBe(reference);
  expect(await rosa.getByRole("img", { name: /QR code/ }).count()).toBe(1);
  expect(await rosa.getByRole("article", { name: /^Box label/ }).count()).toBe(1);
  expect(await rosa.getByRole("button", { name: "Print this page" }).count()).toBe(0);

  await rosa.goto(`/requests/${reference}/cancel`);
  await goOn(rosa, "Yes, cancel it");
  const removed = await calendarOf(rosa, "Take it out of your calendar");
  expect(removed).toContain("STATUS:CANCELLED");
  expect(/UID:.*/.exec(removed)?.[0]).toBe(/UID:.*/.exec(added)?.[0]);
  const sequence = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
  expect(sequence(removed)).toBeGreaterThan(sequence(added));

  await rosa.getByRole("link", { name: "Say how it was" }).click();
  await goOn(rosa, "Send it");
  expect(await rosa.getByRole("alert").textContent()).toContain("Choose how it was");
  await rosa.getByLabel("Very good", { exact: true }).check();
  await goOn(rosa, "Send it");
  await rosa.getByText("You told us how it was").waitFor();
  expect(await rosa.getByRole("link", { name: "Say how it was" }).count()).toBe(0);
  for (const page of [rosa, priya, other]) await page.context().close();
});

test("somebody who is worse and ticks a sign is shown 999 at once; the partner and the front desk see it", {
  timeout: LONGEST,
}, async () => {
  const [rosa, priya, dot] = [await somebody(), await somebody(), await somebody()];
  await signIn(priya, "partner", /Priya Shah/);
  await signIn(dot, "partner", /Dot Lane/);
  const reference = await askForPhysiotherapy(rosa);
  await rosa.goto(`/requests/${reference}`);
  await rosa.getByRole("link", { name: "I’m worse" }).click();
  await rosa.getByLabel("I cannot feel my legs").check();
  await goOn(rosa);
  await rosa.getByRole("heading", { level: 1, name: "Call 999 now" }).waitFor();
  expect(await rosa.getByText("do not wait for them").count()).toBe(1);
  await priya.goto("/partner");
  expect(await priya.getByText("Sign of an emergency").count()).toBe(1);
  await openWork(priya, reference);
  expect(await priya.getByText("They ticked: “I cannot feel my legs”").count()).toBe(1);
  await dot.goto("/desk");
  const told = dot.getByRole("region", { name: "Told of an emergency while they wait" });
  expect(await told.textContent()).toContain(reference);

  // What is written is looked at too, and is sent all the same.
  await rosa.goto(`/requests/${reference}`);
  await rosa.getByRole("link", { name: "Ask a question, or tell them more" }).click();
  await rosa.getByLabel("No, this is something they should know").check();
  await rosa.getByLabel("Your question, or what they should know").fill("I have chest pain since today");
  await goOn(rosa, "Send it");
  await rosa.getByRole("heading", { level: 1, name: "Call 999 now" }).waitFor();
  await priya.reload();
  expect(await priya.getByText("I have chest pain since today").count()).toBe(1);
  for (const page of [rosa, priya, dot]) await page.context().close();
});

test("a question is answered live; what is typed and what is unfolded stay when a page changes under them", {
  timeout: LONGEST,
}, async () => {
  const [rosa, priya] = [await somebody(true), await somebody(true)];
  await signIn(priya, "partner", /Priya Shah/);
  const reference = await askForPhysiotherapy(rosa);
  await openWork(priya, reference);
  await priya.locator("textarea[name=note]").fill("Half a sentence");
  await priya.locator("h1").click();

  await rosa.goto(`/requests/${reference}`);
  await rosa.getByRole("link", { name: "Ask a question, or tell them more" }).click();
  await rosa.getByLabel("Yes, I have a question").check();
  await rosa.getByLabel("Your question, or what they should know").fill("Shall I bring my stick?");
  await goOn(rosa, "Send it");
  await priya.locator("#case-facts").getByText("Shall I bring my stick?").waitFor();
  expect(await priya.locator("textarea[name=note]").inputValue()).toBe("Half a sentence");

  await rosa.getByText("Why this one?").click();
  await openWork(priya, reference);
  await priya.getByLabel("Your answer").fill("Yes, please");
  await goOn(priya, "Answer them");
  await rosa.locator(".said").getByText("Yes, please").waitFor();
  expect(await rosa.locator("details.why-this-one[open]").count()).toBe(1);
  for (const page of [rosa, priya]) await page.context().close();
});

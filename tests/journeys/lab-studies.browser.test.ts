import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { READY_STUDY } from "~seeds/scenarios/studies";
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

/** Somebody of the lab, with scripts off: every task here is done without. */
async function inTheLab(name: RegExp): Promise<Page> {
  const page = await (await visit(browser, server.url, { scripts: false })).newPage();
  await signIn(page, "lab", name);
  return page;
}

/** All that a page says on an A4 sheet; or what is cut off there. */
async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 1_000 });
  const isCut = "document.documentElement.scrollWidth > innerWidth";
  const said = (await page.evaluate(isCut)) ? "cut at the side" : await page.locator("body").innerText();
  await page.emulateMedia({ media: null });
  return said.replace(/^Skip to main content\s+/, "");
}

const errorsOn = (page: Page) => page.locator(".nhsuk-error-summary").innerText();
const save = (page: Page) => page.getByRole("button", { name: "Save" }).click();

test("the lab has a study on its first day, that an observer reads and cannot change", {
  timeout: 120_000,
}, async () => {
  const page = await inTheLab(/Freya Lund/);
  await page.goto("/lab");
  expect(await page.getByText("3 asked · 0 taking part · 0 done").count()).toBe(1);
  expect(await faultsOf(page, "the lab")).toEqual([]);
  await page.getByRole("link", { name: "Whose box?" }).click();
  expect(await page.getByText("Version 1 is in use, as you see it here.").count()).toBe(1);
  expect(
    await page
      .getByRole("button")
      .filter({ hasText: /Open|Close|Move|Take out/ })
      .count(),
  ).toBe(0);
  // On a telephone each part is a line until it is unfolded.
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate<number>("document.documentElement.scrollHeight")).toBeLessThan(6_000);
  const variants = page.getByRole("list", { name: "Variants" });
  expect(await variants.isVisible()).toBe(false);
  await page.locator("summary", { hasText: "Variants" }).click();
  expect(await variants.isVisible()).toBe(true);
  expect(await faultsOf(page, "a study, read")).toEqual([]);
  expect((await page.goto(`/lab/studies/${READY_STUDY}/edit/about`))?.status()).toBe(403);
  expect((await page.goto(`/lab/studies/${READY_STUDY}/participants`))?.status()).toBe(403);
  await page.context().close();
});

test("a researcher writes a study part by part, opens it, and what was opened stays as it was", {
  timeout: 180_000,
}, async () => {
  const page = await inTheLab(/Ingrid Solberg/);
  await page.goto("/lab");
  await page.getByRole("link", { name: "Make a study" }).click();
  expect(await faultsOf(page, "a new study")).toEqual([]);
  await page.getByRole("button", { name: "Make the study" }).click();
  expect(await errorsOn(page)).toContain("Say what the study is called");
  expect(await faultsOf(page, "a new study, sent back")).toEqual([]);
  await page.getByLabel("An empty study").check();
  await page.getByLabel("What is it called?").fill("Which words?");
  await page.getByRole("button", { name: "Make the study" }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Which words?");

  await page.getByRole("link", { name: "Add a question" }).click();
  await save(page);
  expect(await errorsOn(page)).toContain("Say what you ask");
  expect(await faultsOf(page, "a question, sent back")).toEqual([]);
  await page.getByLabel("What do you ask?").fill("Who will treat you?");
  await page.getByLabel("It has a right answer").check();
  await save(page);
  // What was changed last stands open.
  expect(await page.getByText("The right answer comes from their own town").isVisible()).toBe(true);

  await page.getByRole("link", { name: "Change “task-1”" }).click();
  expect(await faultsOf(page, "a task")).toEqual([]);
  await page.getByLabel("What they read").fill("You are Samira. Find out who will come.");
  await page.getByLabel("Who are they?").selectOption({ label: "Samira Haddad" });
  await page.getByLabel("What has happened before?").fill("ask health-visitor\nage: baby\nsome time later");
  await page.getByLabel("When they come to a page").check();
  await page.getByLabel("Which page").fill("/request/:reference");
  await page.getByLabel("Who will treat you?").check();
  await save(page);
  expect(await errorsOn(page)).toContain("This line cannot be read: some time later");
  await page.getByLabel("What has happened before?").fill("");
  await save(page);
  expect(await errorsOn(page)).toContain("Did you mean “/requests/:reference”?");
  await page.getByLabel("Which page").fill("/requests/:reference");
  expect(await faultsOf(page, "a task, sent back")).toEqual([]);
  await page.getByLabel("What has happened before?").fill("ask alchemy\nage: baby");
  await save(page);
  expect(await page.getByText("there is no service alchemy").count()).toBe(1);
  expect(await page.getByRole("button", { name: "Open version 1" }).count()).toBe(0);
  await page.getByRole("link", { name: "Change “task-1”" }).click();
  await page.getByLabel("What has happened before?").fill("ask health-visitor\nage: baby\nabout: sleep, me");
  await save(page);

  await page.getByRole("link", { name: "Add a task" }).click();
  await page.getByLabel("What they read").fill("You are Kit. Find help.");
  await page.getByLabel("Who are they?").selectOption({ label: "Samira Haddad" });
  await page.getByLabel("What is to be seen").fill("They find it");
  await save(page);
  expect(await errorsOn(page)).toContain("has something behind them in one task");
  await page.getByLabel("Who are they?").selectOption({ label: "Kit Morrow" });
  await save(page);
  await page.getByRole("button", { name: "Move up “task”" }).click();
  expect(await page.getByRole("link", { name: "Change “task”" }).isVisible()).toBe(true);
  const order = await page.locator("section.lab-task h3").allInnerTexts();
  expect(order).toEqual(["1. task", "2. task-1"]);

  await page.getByRole("link", { name: "Add a variant" }).click();
  expect(await faultsOf(page, "a variant")).toEqual([]);
  await page.getByLabel("What is it called?").fill("All in both names");
  await page.getByLabel("In both names").check();
  await page.getByLabel("How near it is").fill("500");
  await save(page);
  expect(await errorsOn(page)).toContain("Write from 0 to 100, or nothing");
  await page.getByLabel("How near it is").fill("");
  await save(page);
  expect(await page.getByText("All care comes in both names.").isVisible()).toBe(true);

  // One more of a kind is asked for without losing what was typed, and is kept with the others.
  await page.getByRole("link", { name: "Change “All in both names”" }).click();
  await page.getByLabel("It is called").fill("Nights");
  await page.getByLabel("Which service").selectOption("sleep");
  await page.getByRole("button", { name: "Add words for one more service" }).click();
  expect(new URL(page.url()).hash).toBe("#words-2");
  await page.getByRole("button", { name: "Add care in one more name" }).click();
  expect(await page.getByLabel("It is called").first().inputValue()).toBe("Nights");
  const others = page.getByRole("group", { name: "And in whose name for others? (2)" });
  await others.getByLabel("In the partner’s name").check();
  await page.locator("input[name=services-2][value=sleep]").check();
  const words = page.getByRole("group", { name: "Other words for one more service (2)" });
  await words.getByLabel("Which service").selectOption("physiotherapy");
  await words.getByLabel("It is called").fill("Backs and knees");
  expect(await faultsOf(page, "a variant of several changes")).toEqual([]);
  await page.getByLabel("What is it called?").press("Enter");
  const listed = page.getByRole("list", { name: "Variants" }).getByRole("listitem").last();
  expect(await listed.innerText()).toMatch(/both names[\s\S]*partner[\s\S]*Nights[\s\S]*Backs and knees/);
  for (const part of ["about", "script", "end"]) {
    await page.goto(`${new URL(page.url()).pathname}/edit/${part}`);
    expect(await faultsOf(page, `a study, its ${part}`)).toEqual([]);
    if (part === "script") await page.getByLabel("What is said to begin").fill("Thank you for coming.");
    await save(page);
  }
  expect(await page.getByText("Thank you for coming.").count()).toBe(1);
  expect(await faultsOf(page, "a study, being written")).toEqual([]);

  await page.getByRole("button", { name: "Open version 1" }).click();
  expect(await page.getByText("Version 1 is in use, as you see it here.").count()).toBe(1);
  await page.getByRole("button", { name: "Move down “task”" }).click();
  expect(await page.getByText(/What you see here was written since, and is not/).count()).toBe(1);
  await page.getByRole("link", { name: "Read version 1" }).click();
  expect(await page.locator("section.lab-task h3").allInnerTexts()).toEqual(["1. task", "2. task-1"]);
  expect(await page.getByRole("button", { name: /Move|Open version/ }).count()).toBe(0);
  await page.context().close();
});

test("of two who write the same part, the second is told and loses nothing that they typed", {
  timeout: 120_000,
}, async () => {
  const pages = [await inTheLab(/Ingrid Solberg/), await inTheLab(/Ingrid Solberg/)] as const;
  for (const page of pages) await page.goto(`/lab/studies/${READY_STUDY}/edit/script`);
  for (const [place, page] of pages.entries()) {
    await page.getByLabel("What is said to end").fill(`Goodbye ${place}`);
    await save(page);
  }
  const [first, second] = pages;
  expect(await first.getByText("Goodbye 0").count()).toBe(1);
  expect(await errorsOn(second)).toContain("Somebody else changed this study");
  expect(await second.getByLabel("What is said to end").inputValue()).toBe("Goodbye 1");
  for (const page of pages) await page.context().close();
});

test("a facilitator makes links that are shown once, and deletes somebody after being asked again", {
  timeout: 120_000,
}, async () => {
  const page = await inTheLab(/Leon Adeyemi/);
  await page.goto(`/lab/studies/${READY_STUDY}/participants`);
  expect(await faultsOf(page, "who takes part")).toEqual([]);
  await page.getByLabel("How many links do you want?").fill("0");
  await page.getByRole("button", { name: "Make the links" }).click();
  expect(await errorsOn(page)).toContain("Write how many, from 1 to 30");
  await page.getByLabel("How many links do you want?").fill("2");
  await page.getByRole("button", { name: "Make the links" }).click();
  const links = page.locator(".lab-links a");
  expect(await links.count()).toBe(2);
  expect(await links.first().innerText()).toMatch(/\/lab\/join\/.{20,}$/);
  expect(await page.locator(".lab-links svg").count()).toBe(2);
  expect(await faultsOf(page, "links that were made")).toEqual([]);
  expect(await page.getByRole("status").innerText()).toContain("If one is lost, press “Make a new link”");
  expect(await printed(page)).toEqual(await page.locator(".lab-links").innerText());
  const [code = ""] = await page.locator(".lab-links .lab-code").allInnerTexts();
  await page.goto(`/lab/studies/${READY_STUDY}/participants`);
  expect(await links.count()).toBe(0);
  await page.getByRole("button", { name: `Make a new link for ${code}` }).click();
  expect(await links.count()).toBe(1);
  await page.getByRole("link", { name: `Delete for ${code}` }).click();
  expect(await faultsOf(page, "whether to delete somebody")).toEqual([]);
  await page.getByRole("button", { name: `Delete everything of ${code}` }).click();
  expect(await page.getByText("All that was theirs is deleted.").count()).toBe(1);
  expect(await page.getByText(code).count()).toBe(0);
  await page.context().close();
});

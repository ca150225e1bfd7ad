import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { daysFrom, instant, localDate } from "~/domain/shared/time";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { ask, signIn } from "../support/stories";

const PHARMACY = "Beacon Winter Pharmacy";
const SERVICE = "Flu jab";
const PATIENT = {
  name: "Della Marsh",
  born: [3, 5, 1948],
  sex: "female",
  postcode: "LM1 2AB",
} as const;

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

/** Somebody without scripts, and what it costs them: pages seen, clicks on buttons, links and choices, fields and what is typed. */
async function counted() {
  const page = await (await visit(browser, server.url, { scripts: false })).newPage();
  const cost = { pages: 0, clicks: 0, fields: 0, characters: 0 };
  page.on("framenavigated", () => {
    cost.pages += 1;
  });
  return {
    page,
    cost,
    press: async (role: "button" | "link" | "radio" | "checkbox", name: string) => {
      cost.clicks += 1;
      await page.getByRole(role, { name, exact: true }).first().click();
    },
    choose: async (label: string, option: string) => {
      cost.clicks += 2;
      await page.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
    type: async (label: string, text: string, within: Page | ReturnType<Page["locator"]> = page) => {
      cost.fields += 1;
      cost.characters += text.length;
      await within.getByLabel(label, { exact: true }).fill(text);
    },
  };
}

test("a winter pop-up is brought from nothing to its first booked patient through the pages alone", {
  timeout: 120_000,
}, async () => {
  const today = localDate(instant(Date.now()));
  const { page, cost, press, choose, type } = await counted();
  const typeDate = async (legend: string, date: string) => {
    const [year = "", month = "", day = ""] = date.split("-");
    const group = page.getByRole("group", { name: legend });
    await type("Day", day, group);
    await type("Month", month, group);
    await type("Year", year, group);
  };
  const done = () => page.locator(".done-note").textContent();
  await signIn(page, "partner", /Ruth Abara/);
  cost.pages = 0;
  await press("link", "Running it");
  await press("link", "Partners");

  await press("link", "Bring a partner in");
  await type("Name", PHARMACY);
  await type("Short name", "The Beacon");
  await choose("What kind of place is it?", "Pharmacy");
  await type("Phone number", "01632 960 399");
  await type("Letters", "bw");
  await press("radio", "Joint venture");
  await choose("Lead provider", "Quayside Pharmacy");
  await press("button", "Bring them in");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(PHARMACY);
  expect(await done()).toContain("They are a partner now");

  await press("link", "Say where it gives care");
  await type("Name of the place", "The Beacon, Market Hall");
  await type("Address", "Market Hall, Larkmouth");
  await type("Postcode", "lm1 1aa");
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    await press("checkbox", day);
  await type("Opens at", "8 am");
  await type("Closes at", "8 pm");
  await typeDate("First day", today);
  await typeDate("Last day", daysFrom(today, 90));
  await press("button", "Add this place");
  expect(await done()).toContain("The place is added");

  await press("link", "Say what care it gives");
  await choose("Service", SERVICE);
  await press("radio", "They choose one as they ask");
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    await press("checkbox", day);
  await type("First time at", "8 am");
  await type("Last time ends at", "8 pm");
  await type("Minutes for each", "10");
  await press("radio", "Larkmouth Care’s box");
  await press("button", "Put it on offer");
  expect(await done()).toContain("It is on offer");
  expect(await faultsOf(page, "a partner with care on offer")).toEqual([]);

  await type("Their name", "Colin Frost");
  await type("Their email at work", "colin@example.com");
  await press("button", "Make the link");
  const link = (await page.locator(".invitation-link").textContent()) ?? "";

  const colin = await (await visit(browser, server.url, { scripts: false, width: 320 })).newPage();
  await signIn(colin, "partner", /Colin Frost/);
  await colin.goto(new URL(link).pathname);
  await colin.getByRole("button", { name: /Join/ }).click();

  const della = await (await visit(browser, server.url, { scripts: false, width: 320 })).newPage();
  const reference = await ask(della, {
    asker: PATIENT,
    search: "flu jab",
    service: SERVICE,
    answers: { why: "age" },
    choice: new RegExp(PHARMACY),
  });
  await della.goto(`/requests/${reference}`);
  expect(await della.locator("main").textContent()).toContain(PHARMACY);
  expect(await della.locator("[aria-current=step]").textContent()).toMatch(/You have a time/);

  await colin.goto("/partner?view=booked");
  expect(await colin.locator("main").textContent()).toContain(reference);
  // What it took to open it, signing in left out. docs/evidence has the figures, and what they come to in minutes.
  expect(cost).toEqual({ pages: 9, clicks: 32, fields: 20, characters: 161 });
});

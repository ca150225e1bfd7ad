import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveBrandClock } from "~db/queries/brands";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { TOWN } from "../support/small-town";
import {
  askForPhysiotherapy,
  fillTime,
  firstTuesdayOfNextMonth,
  goOn,
  openWork,
  promiseOn,
  signIn,
} from "../support/stories";
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

const somebody = async () => (await visit(browser, server.url, { scripts: false })).newPage();
const nowStep = async (page: Page) => (await page.locator("[aria-current=step]").textContent()) ?? "";
/** Opens a form that is folded away. */
const unfold = (page: Page, summary: string) => page.getByText(summary, { exact: true }).click();

/** Moves the town's clock to an hour after the appointment on Tuesday has begun. */
const afterTheAppointment = () =>
  server.db.write((tx) =>
    moveBrandClock(tx, TOWN, firstTuesdayOfNextMonth().getTime() + 16 * 3_600_000 - Date.now()),
  );

test("a request is put on hold, answered, taken on, given a time, moved, missed, and asked for again", {
  timeout: 120_000,
}, async () => {
  const [rosa, priya] = [await somebody(), await somebody()];
  const reference = await askForPhysiotherapy(rosa);
  const promised = await promiseOn(rosa);

  await signIn(priya, "partner", /Priya Shah/);
  await openWork(priya, reference);
  await unfold(priya, "Ask for something you must know first");
  await goOn(priya, "Ask");
  expect(await priya.getByRole("alert").textContent()).toContain("Write what you need to know");
  await priya.getByLabel("The person", { exact: true }).check();
  await priya.getByLabel("What you need to know").fill("Which side is it?");
  await goOn(priya, "Ask");
  await priya.getByText("It is on hold until there is an answer").waitFor();
  await openWork(priya, reference);
  expect(await priya.getByRole("button", { name: "Accept" }).count()).toBe(0);

  await rosa.goto(`/requests/${reference}`);
  expect(await nowStep(rosa)).toContain("Harbour Community Trust asked you something");
  expect(await rosa.getByRole("link", { name: "Choose who we ask next" }).count()).toBe(0);
  await rosa.getByRole("link", { name: "Answer the question" }).click();
  expect(await rosa.getByText("Which side is it?").count()).toBe(1);
  await goOn(rosa, "Send your answer");
  expect(await rosa.getByRole("alert").textContent()).toContain("Write your answer");
  await rosa.getByLabel("Your answer").fill("The left one");
  await goOn(rosa, "Send your answer");
  expect(await nowStep(rosa)).toContain("Harbour Community Trust has your request");
  expect(await promiseOn(rosa)).toBe(promised);

  await openWork(priya, reference);
  expect(await priya.getByText("The left one").count()).toBe(1);
  await goOn(priya, "Say yes, and give a time later");
  await priya.getByText("Give the person a time as soon as you can").waitFor();
  await rosa.reload();
  expect(await nowStep(rosa)).toContain("Harbour Community Trust is finding a time for you");
  expect(await promiseOn(rosa)).toBe(promised);

  await openWork(priya, reference);
  const day = await fillTime(priya, "10.30 am");
  await goOn(priya, "Give this time");
  await priya.getByText("The person can see the new time").waitFor();
  await rosa.reload();
  expect(await nowStep(rosa)).toContain(`${day}`);
  expect(await rosa.locator(".appointment__when").textContent()).toContain("10.30 am");

  await openWork(priya, reference);
  await unfold(priya, "Move the appointment");
  await fillTime(priya, "2.00 pm");
  await goOn(priya, "Move it");
  await priya.getByText("The person can see the new time").waitFor();
  await rosa.reload();
  expect(await rosa.locator(".appointment__when").textContent()).toContain("2 pm");
  expect(await rosa.getByText("Your appointment was moved").count()).toBe(1);

  await openWork(priya, reference);
  expect(await priya.getByText("The person was not there").count()).toBe(0);
  await afterTheAppointment();
  await openWork(priya, reference);
  await unfold(priya, "The person was not there");
  await goOn(priya, "They were not there");
  await priya.getByText("It is back with the person").waitFor();

  await rosa.reload();
  expect(await nowStep(rosa)).toContain("It is your turn: choose who we ask next");
  await rosa.getByRole("link", { name: "Choose who we ask next" }).click();
  expect(await rosa.getByText("You were not at your appointment").count()).toBe(1);
  await rosa.getByLabel(/^Harbour Community Trust/).check();
  await goOn(rosa, "Ask them");
  expect(await nowStep(rosa)).toContain("Harbour Community Trust has your request");
  expect(await promiseOn(rosa)).toContain("You’ll have an answer with a time by");
  await openWork(priya, reference);
  expect(await priya.getByRole("button", { name: "Accept", exact: true }).count()).toBe(1);
  for (const page of [rosa, priya]) await page.context().close();
});

test("what is over is opened again: the front desk finds it by its reference, and it is more urgent", {
  timeout: 120_000,
}, async () => {
  const [rosa, dot] = [await somebody(), await somebody()];
  const reference = await askForPhysiotherapy(rosa);
  await rosa.goto(`/requests/${reference}`);
  await rosa.getByRole("link", { name: "I’m worse" }).click();
  await rosa.getByLabel("None of these").check();
  await goOn(rosa);
  await goOn(rosa, "Send it");
  expect(await rosa.getByRole("alert").textContent()).toContain("Say in a few words what has changed");
  await rosa.getByLabel("In your own words").fill("I cannot sleep for the pain");
  await goOn(rosa, "Send it");
  expect(await rosa.getByText("Everyone who has it must act sooner").count()).toBeGreaterThan(0);

  await rosa.getByRole("link", { name: "Cancel this request" }).click();
  await goOn(rosa, "Yes, cancel it");

  await signIn(dot, "partner", /Dot Lane/);
  await dot.goto("/desk?reference=K7PM-3QXX");
  expect(await dot.getByText("Enter a reference, like K7PM-3QXR").count()).toBe(1);
  await dot.getByLabel("Find a request by its reference").fill(reference.toLowerCase());
  await goOn(dot, "Find it");
  await dot.getByRole("button", { name: "Open it again" }).waitFor();
  expect(await dot.getByRole("button", { name: "Ask them" }).count()).toBe(0);

  await rosa.getByRole("link", { name: "This is not over: open it again" }).click();
  await goOn(rosa, "Open it again");
  expect(await rosa.getByRole("alert").textContent()).toContain("Say in a few words what you need now");
  await rosa.getByLabel("What do you need now?").fill("It hurts again");
  await goOn(rosa, "Open it again");
  expect(await nowStep(rosa)).toContain("Our front desk");

  await dot.goto(`/desk?reference=${reference}`);
  await dot.getByLabel(/^Hill Street Physiotherapy/).check();
  await dot.getByLabel("Why you ask them").fill("They know her.");
  await goOn(dot, "Ask them");
  await dot.getByText("It is with the partner now").waitFor();
  await dot.goto(`/desk?reference=${reference}`);
  expect(await dot.getByText("This request is with Hill Street Physiotherapy").count()).toBeGreaterThan(0);
  for (const page of [rosa, dot]) await page.context().close();
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { askUpTo, goOn, ROSA, signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";
import { IN_WAY, WAYS } from "../support/ways";

describe.each(WAYS)(IN_WAY, ({ scripts, width }) => {
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

  const LONGEST = 120_000;
  const ASK = "/services/physiotherapy/request";
  const somebody = async () => (await visit(browser, server.url, { scripts, width })).newPage();
  const pathOf = (page: Page) => new URL(page.url()).pathname;

  /** Says that no red flag applies, for whom it is, and who that is. */
  async function begin(
    page: Page,
    whom: string,
    person: readonly [name: string, year: string],
  ): Promise<void> {
    await page.goto(ASK);
    await page.getByLabel("None of these").check();
    await goOn(page);
    await page.getByLabel(whom).check();
    await goOn(page);
    await page.getByLabel("Full name").fill(person[0]);
    await page.getByLabel("Day").fill("4");
    await page.getByLabel("Month").fill("5");
    await page.getByLabel("Year").fill(person[1]);
    await page.getByLabel("Male", { exact: true }).check();
    await goOn(page);
  }

  /** Where they live, how they want to be seen and by whom, up to how they can be reached. */
  async function upToContact(page: Page): Promise<void> {
    await page.getByLabel("Home postcode").fill("LK1 1AA");
    await page.getByLabel("I am not sure").check();
    await goOn(page);
    await page.getByLabel("Being seen nearest").check();
    await goOn(page);
    await page.getByLabel("Time to think before I answer").check();
    await goOn(page);
    await page.getByLabel("Choose for me").check();
    await goOn(page);
    await page.waitForURL(/\/contact$/);
  }

  test("a red flag at the start leads to 999, promises no call, and is only counted", {
    timeout: LONGEST,
  }, async () => {
    const page = await somebody();
    await page.goto(ASK);
    await page.getByLabel("I cannot feel my legs").check();
    await goOn(page);
    expect(pathOf(page)).toBe(`${ASK}/stop/999`);
    expect(await page.getByText("Do not wait for us to call you").count()).toBe(1);
    const dot = await somebody();
    await signIn(dot, "partner", /Dot Lane/);
    await dot.goto("/desk");
    expect(await dot.getByText("1 request more stopped").textContent()).toContain("1 to 999");
    expect(await dot.locator(".stops__line").count()).toBe(0);
    expect(await faultsOf(dot, "a desk with a stop that is counted")).toEqual([]);
    for (const each of [page, dot]) await each.context().close();
  });

  test("a signed-in parent whose child gets worse midway is seen by the front desk, which says what it did", {
    timeout: LONGEST,
  }, async () => {
    const meera = await somebody();
    await signIn(meera, "patient", /Meera Patel/);
    await begin(meera, "My child", ["Ravi Patel", "2016"]);
    // Nothing of the parent's own stands in the child's fields, and a parent's duty is asked of them.
    await meera.getByLabel("Their parent").check();
    expect(await faultsOf(meera, "asking for a child")).toEqual([]);
    await goOn(meera);
    await meera.getByLabel("By law, I can decide for them").check();
    await goOn(meera);
    await upToContact(meera);
    await meera.getByLabel("Your own name").fill("Meera Patel");
    await meera.getByLabel("Phone number").fill("01632 960 010");
    await meera.getByLabel("A text message").check();
    await goOn(meera);
    expect(await meera.getByText("By law, I can decide for them").count()).toBe(1);
    await meera.goto(`${ASK}/red-flags?change=1`);
    await meera.getByLabel("None of these").uncheck();
    await meera.getByLabel("I cannot feel my legs").check();
    await goOn(meera);
    expect(pathOf(meera)).toBe(`${ASK}/stop/999`);

    const dot = await somebody();
    await signIn(dot, "partner", /Dot Lane/);
    await dot.goto("/desk");
    expect(await dot.locator(".stops__line").textContent()).toContain("I cannot feel my legs");
    await dot.getByRole("link", { name: "Ravi Patel" }).click();
    expect(await dot.getByText("01632 960 010").count()).toBe(1);
    expect(await faultsOf(dot, "a stop at the desk")).toEqual([]);
    await goOn(dot, "Close it with this note");
    expect(await dot.getByRole("alert").textContent()).toContain("Say what was done");
    await dot.getByLabel("What did you do?").fill("I rang: an ambulance is with them");
    await goOn(dot, "Close it with this note");
    expect(pathOf(dot)).toBe("/desk");
    expect(await dot.locator(".stops__line").count()).toBe(0);
    // What it stopped is not sent, and can be thrown away.
    await meera.goto("/requests");
    await meera.getByRole("button", { name: /^Throw it away/ }).click();
    expect(await meera.locator(".unfinished").count()).toBe(0);
    for (const each of [meera, dot]) await each.context().close();
  });

  test("a carer asks for somebody who agrees, and the partner reads who asks and what helps first", {
    timeout: LONGEST,
  }, async () => {
    const carer = await somebody();
    await begin(carer, "Someone I care for", ["Arthur Lane", "1944"]);
    await carer.getByLabel("A friend or neighbour").check();
    await goOn(carer);
    await carer.getByLabel("They do not know about this, or do not agree").check();
    await goOn(carer);
    expect(await carer.getByRole("alert").textContent()).toContain("Talk with them first");
    expect(await faultsOf(carer, "asking for somebody with an error")).toEqual([]);
    await carer.getByLabel("They know about this and agree").check();
    await goOn(carer);
    await carer.getByLabel("Only times and places").check();
    expect(await faultsOf(carer, "what they may tell who asks")).toEqual([]);
    await goOn(carer);
    await upToContact(carer);
    await carer.getByLabel("Your own name").fill("Cam Reid");
    await carer.getByLabel("Phone number").fill("01632 960 011");
    await goOn(carer);
    await carer.getByLabel("Yes, ask the next one").check();
    await goOn(carer, "Send my request");
    const reference = (await carer.locator(".nhsuk-panel strong").textContent()) ?? "";

    expect(await carer.getByText("For Arthur Lane. Asked by Cam Reid, a friend or neighbour.").count()).toBe(
      1,
    );
    await carer.goto(ASK);
    // Nobody is signed in, so the phone may be shared: it is said without a name.
    expect(await carer.getByText(/You already asked for this/).textContent()).not.toContain("Arthur Lane");

    const priya = await somebody();
    await signIn(priya, "partner", /Priya Shah/);
    await priya.goto("/partner");
    await priya.getByRole("link", { name: reference }).click();
    const facts = (await priya.locator("#case-facts").textContent()) ?? "";
    expect(facts).toContain("Cam Reid, a friend or neighbour");
    expect(facts).toContain("Only times and places");
    expect(facts.indexOf("Time to think before answering")).toBeLessThan(facts.indexOf("Date of birth"));
    for (const each of [carer, priya]) await each.context().close();
  });

  test("what was begun is found again in another browser, gone on with, or thrown away; asking again is noticed", {
    timeout: LONGEST,
  }, async () => {
    const first = await somebody();
    await signIn(first, "patient", /Meera Patel/);
    await begin(first, "Someone I care for", ["Arthur Lane", "1944"]);
    await first.getByRole("link", { name: "Stop here and come back later" }).click();
    expect(await first.getByText(/^We keep your answers until/).textContent()).toContain(
      "any phone or computer",
    );
    expect(await faultsOf(first, "a request so far")).toEqual([]);
    await first.context().close();

    const second = await somebody();
    await signIn(second, "patient", /Meera Patel/);
    await second.goto("/requests");
    expect(await second.locator(".unfinished").textContent()).toContain("for Arthur Lane");
    expect(await faultsOf(second, "requests that are not sent")).toEqual([]);
    await second.locator(".unfinished").getByRole("link", { name: "Physiotherapy" }).click();
    await second.getByRole("link", { name: "Go on" }).click();
    expect(pathOf(second)).toBe(`${ASK}/relation`);
    await second.goto("/requests");
    await second.getByRole("button", { name: /^Throw it away/ }).click();
    expect(await second.locator(".unfinished").count()).toBe(0);
    await second.context().close();
  });

  test("what was answered to the end in one browser is sent from another, as soon as it is opened there", {
    timeout: LONGEST,
  }, async () => {
    const first = await somebody();
    await signIn(first, "patient", /Meera Patel/);
    await askUpTo(first, "check", { asker: ROSA, search: "bad back", service: "Physiotherapy" });
    await first.context().close();

    const second = await somebody();
    await signIn(second, "patient", /Meera Patel/);
    await second.goto(ASK);
    await second.getByRole("link", { name: "Go on" }).click();
    await second.getByLabel("Yes, ask the next one").check();
    await goOn(second, "Send my request");
    await second.getByText("We have your request").waitFor();
    await second.context().close();
  });

  test("somebody whose identity is proved finds their own details filled in, and can change them", {
    timeout: LONGEST,
  }, async () => {
    const meera = await somebody();
    await signIn(meera, "patient", /Meera Patel/);
    await meera.goto("/services/eye-test/request");
    await meera.getByLabel("None of these").check();
    await goOn(meera);
    await meera.getByLabel("Myself").check();
    await goOn(meera);
    expect(await meera.locator(".from-login").textContent()).toContain("999 000 0018");
    expect(await meera.getByLabel("Full name").count()).toBe(0);
    expect(await faultsOf(meera, "details from NHS login")).toEqual([]);
    await meera.getByRole("link", { name: /^Change/ }).click();
    expect(await meera.getByLabel("Full name").inputValue()).toBe("Meera Patel");
    await meera.goBack();
    await meera.getByLabel("Female", { exact: true }).check();
    await goOn(meera);
    expect(pathOf(meera)).toBe("/services/eye-test/request/place");
    await meera.context().close();
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, goOn, signIn } from "../support/stories";
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

  const somebody = async () => (await visit(browser, server.url, { scripts, width })).newPage();
  const SERVICE = "/manage/services/hand-clinic";
  const SIGN = "I cannot feel my hand";

  async function search(page: Page, words: string): Promise<void> {
    await page.goto("/");
    const box = page.getByRole("search").first().locator("input[name=q]");
    await box.fill(words);
    await box.press("Enter");
    await page.getByRole("link", { name: "Hand clinic", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "Hand clinic" }).waitFor();
  }

  test("a service is added by one person, made safe by two, and found, read and asked for by its own words", {
    timeout: 90_000,
  }, async () => {
    const [bea, cliff, rosa] = [await somebody(), await somebody(), await somebody()];
    await signIn(bea, "partner", /Bea Hart/);
    await bea.goto("/manage/services/new");
    await bea.getByLabel("Name", { exact: true }).fill("Hand clinic");
    await bea.getByLabel("In one sentence").fill("Help with a sore hand or thumb.");
    await bea.getByLabel("Bones, muscles and moving").check();
    await bea.getByLabel("Other words people use").fill("sore thumb\nstiff fingers");
    await bea.getByLabel("What it is").fill("Somebody looks at your hand.\nThen you agree what to do.");
    await bea.getByLabel("What it costs").fill("Free");
    await bea.getByLabel("What to do if it gets worse").fill("Call 111.");
    await bea.getByLabel("Can wait its turn").check();
    await bea.getByLabel("People ask for it themselves").check();
    await goOn(bea, "Add it");
    await bea.getByRole("status").getByText("It is added").waitFor();
    expect(new URL(bea.url()).pathname).toBe(SERVICE);

    // It is found by other words for it at once, and nobody can ask before two people have agreed what is danger.
    await search(rosa, "stiff fingers");
    expect(await rosa.getByText("Then you agree what to do.").count()).toBe(1);
    expect(await rosa.locator('a[href*="/hand-clinic/request"]').count()).toBe(0);
    await rosa.goto("/services/hand-clinic/request");
    expect(new URL(rosa.url()).pathname).toBe("/services/hand-clinic");

    await bea.goto(`${SERVICE}/questions/new.question`);
    await bea.getByLabel("The question").fill("Which hand is it?");
    await bea.getByLabel("In a few words").fill("Hand");
    await bea.getByLabel("Answer 1", { exact: true }).fill("My left hand");
    await bea.getByLabel("Answer 2", { exact: true }).fill("My right hand");
    await goOn(bea, "Show me");
    const preview = bea.locator("#question-preview");
    await preview.getByLabel("My right hand").waitFor();
    await goOn(bea, "Save");
    await bea.getByRole("status").getByText("The question is saved").waitFor();

    await bea.goto(`${SERVICE}/red-flags`);
    await bea.getByLabel("Sign 1", { exact: true }).fill(SIGN);
    await bea.getByLabel("Sign 1 leads to").selectOption("999");
    await bea.getByLabel("Where do these signs come from?").fill("Made up for a test");
    await bea.getByLabel("The line under them").fill("Not clinically reviewed.");
    await goOn(bea, "Propose it");
    await bea.getByText("You proposed it, so somebody else must agree").waitFor();
    expect(await bea.getByRole("button", { name: "Agree and publish" }).count()).toBe(0);
    await rosa.goto("/services/hand-clinic/request");
    expect(new URL(rosa.url()).pathname).toBe("/services/hand-clinic");

    await signIn(cliff, "partner", /Cliff Dean/);
    await cliff.goto("/manage");
    await cliff.getByRole("link", { name: "Hand clinic" }).first().click();
    await cliff.getByRole("link", { name: "See and propose" }).click();
    await goOn(cliff, "Agree and publish");
    await cliff.getByRole("status").getByText("It is published").waitFor();
    expect(await cliff.getByText("Agreed by Bea Hart and Cliff Dean").count()).toBe(1);

    await search(rosa, "sore thumb");
    await rosa.locator('a[href*="/hand-clinic/request"]').first().click();
    await rosa.getByLabel(SIGN).waitFor();
    await rosa.getByLabel("None of these").check();
    await goOn(rosa);
    await rosa.getByLabel("Myself").check();
    await goOn(rosa);
    await rosa.getByLabel("Full name").fill("Rosa Marchetti");
    await rosa.getByLabel("Day").fill("4");
    await rosa.getByLabel("Month").fill("5");
    await rosa.getByLabel("Year").fill("1990");
    await rosa.getByLabel("Female", { exact: true }).check();
    await goOn(rosa);
    await rosa.getByRole("heading", { level: 1, name: "Which hand is it?" }).waitFor();
    await rosa.getByLabel("My right hand").check();
    await goOn(rosa);
    await rosa.getByLabel("Home postcode").waitFor();

    // Other signs are asked of whoever is in the middle of asking, too.
    await bea.goto(`${SERVICE}/red-flags`);
    await bea.getByLabel("Sign 2", { exact: true }).fill("My hand has turned white");
    await bea.getByLabel("Sign 2 leads to").selectOption("999");
    await goOn(bea, "Propose it");
    await bea.getByText("You proposed it").waitFor();
    await cliff.goto(`${SERVICE}/red-flags`);
    await goOn(cliff, "Agree and publish");
    await cliff.getByText("Version 2").waitFor();
    await rosa.getByLabel("Home postcode").fill("LK1 1AA");
    await rosa.getByLabel("I am not sure").check();
    await goOn(rosa);
    await rosa.getByRole("link", { name: "Go on" }).click();
    await rosa.getByLabel("My hand has turned white").waitFor();
    expect(new URL(rosa.url()).pathname).toBe("/services/hand-clinic/request/red-flags");
    for (const each of [bea, cliff, rosa]) await each.context().close();
  });

  test("once a service is closed, nobody can ask for it; whoever has asked, or has a page of it open, is still led to help", {
    timeout: 90_000,
  }, async () => {
    const [bea, rosa, late] = [await somebody(), await somebody(), await somebody()];
    const reference = await askForPhysiotherapy(rosa);
    await late.goto("/services/physiotherapy/request/red-flags");
    await signIn(bea, "partner", /Bea Hart/);
    await bea.goto("/manage/services/physiotherapy");
    await goOn(bea, "Close it");
    await bea.getByRole("status").getByText("It is closed").waitFor();

    await late.getByLabel("I cannot feel my legs").check();
    await goOn(late);
    await late.getByRole("heading", { level: 1, name: "Call 999 now" }).waitFor();
    expect((await late.reload())?.status()).toBe(200);
    expect((await late.goto("/services/physiotherapy/request/red-flags"))?.status()).toBe(404);

    await rosa.goto(`/requests/${reference}`);
    await rosa.getByRole("link", { name: "I’m worse" }).click();
    await rosa.getByLabel("I cannot feel my legs").check();
    await goOn(rosa);
    await rosa.getByRole("heading", { level: 1, name: "Call 999 now" }).waitFor();

    await bea.goto("/manage/services/physiotherapy");
    await goOn(bea, "Open it again");
    await bea.getByRole("status").getByText("It is open again").waitFor();
    for (const each of [bea, rosa, late]) await each.context().close();
  });

  test("nobody overwrites what they have not seen, and nothing that was typed is lost", {
    timeout: 60_000,
  }, async () => {
    const [bea, cliff] = [await somebody(), await somebody()];
    await signIn(bea, "partner", /Bea Hart/);
    await signIn(cliff, "partner", /Cliff Dean/);
    const words = "/manage/services/physiotherapy/words";
    await bea.goto(words);
    await cliff.goto(words);
    await cliff.getByLabel("What it costs").fill("Free, says Cliff");
    await goOn(cliff, "Save");
    await cliff.getByRole("status").waitFor();
    await bea.getByLabel("What it costs").fill("Free, says Bea");
    for (const _ of ["once", "and again"]) {
      await goOn(bea, "Save");
      await bea.getByRole("alert").getByText("Somebody else changed this service").waitFor();
      expect(await bea.getByLabel("What it costs").inputValue()).toBe("Free, says Bea");
    }
    await bea.goto(words);
    expect(await bea.getByLabel("What it costs").inputValue()).toBe("Free, says Cliff");
    for (const each of [bea, cliff]) await each.context().close();
  });
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, decline, goOn, openWork, promiseOn, signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";
import { IN_WAY, WAYS, type Way } from "../support/ways";

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

const somebody = async (way: Way = { scripts: false, width: 1280 }) =>
  (await visit(browser, server.url, way)).newPage();

async function declinedBy(who: RegExp, reference: string, reason = /^22 Capacity/) {
  const page = await somebody();
  await signIn(page, "partner", who);
  await decline(page, reference, reason);
  await page.context().close();
}

describe("without consent to pass it on", () => {
  test.each(WAYS)(
    `a refusal comes back to the patient, who chooses the mead; the date stays: ${IN_WAY}`,
    async (way) => {
      const rosa = await somebody(way);
      const reference = await askForPhysiotherapy(rosa, { consent: "No, come back to me first" });
      const promised = await promiseOn(rosa);
      await declinedBy(/Priya Shah/, reference, /^31 No appointments/);
      await rosa.reload();
      expect(await rosa.locator("[aria-current=step]").textContent()).toContain("It is your turn");
      await rosa.getByRole("link", { name: "Choose who we ask next" }).click();

      await goOn(rosa, "Ask them");
      expect(await rosa.getByRole("alert").textContent()).toContain("Choose who we ask next");
      expect(await rosa.getByText("Harbour Community Trust had no appointments left").count()).toBe(1);
      expect(await rosa.getByRole("radio", { name: /Harbour/ }).count()).toBe(0);
      await rosa.getByLabel(/^Mead Social Enterprise/).check();
      await goOn(rosa, "Ask them");
      expect(await rosa.locator("[aria-current=step]").textContent()).toContain(
        "Mead Social Enterprise has your request",
      );
      expect(await promiseOn(rosa)).toBe(promised);
      await rosa.goto(`/requests/${reference}/choose`);
      expect(new URL(rosa.url()).pathname).toBe(`/requests/${reference}`);
      await rosa.context().close();
    },
  );

  test("the patient can let the front desk help, and the desk asks somebody by hand", async () => {
    const rosa = await somebody();
    const reference = await askForPhysiotherapy(rosa, { consent: "No, come back to me first" });
    await declinedBy(/Priya Shah/, reference);
    await rosa.goto(`/requests/${reference}/choose`);
    await rosa.getByLabel(/^Let .* help me$/).check();
    await goOn(rosa, "Ask them");
    expect(await rosa.locator("[aria-current=step]").textContent()).toContain("Our front desk");

    const dot = await somebody();
    await signIn(dot, "partner", /Dot Lane/);
    await dot.goto("/desk");
    expect(await dot.getByText("The person asked for your help").count()).toBe(1);
    await dot.getByRole("link", { name: reference }).click();
    await goOn(dot, "Ask them");
    expect(await dot.getByRole("alert").textContent()).toContain("Choose whom to ask");
    await dot.getByLabel(/^Hill Street Physiotherapy/).check();
    await dot.getByLabel("Why you ask them").fill("They said on the phone that they have room.");
    await goOn(dot, "Ask them");
    await dot.getByText("It is with the partner now").waitFor();
    expect(await dot.getByRole("link", { name: reference }).count()).toBe(0);

    await rosa.reload();
    expect(await rosa.locator("[aria-current=step]").textContent()).toContain("Hill Street Physiotherapy");
    await dot.context().close();
    await rosa.context().close();
  });
});

test("when all have declined, the desk has it, and closes it in words that the patient reads", async () => {
  const rosa = await somebody();
  const reference = await askForPhysiotherapy(rosa);
  await declinedBy(/Priya Shah/, reference);
  await declinedBy(/Hal Green/, reference, /^42 Distance/);
  await declinedBy(/Mo Farrow/, reference);
  await rosa.reload();
  expect(await rosa.locator("[aria-current=step]").textContent()).toContain("Our front desk is finding");

  const dot = await somebody();
  await signIn(dot, "partner", /Dot Lane/);
  await dot.goto("/desk");
  await dot.getByRole("link", { name: reference }).click();
  await goOn(dot, "Close and show the person why");
  expect(await dot.getByRole("alert").textContent()).toContain("Say why it is closed");
  await dot.getByLabel("Why it is closed").fill("We spoke today. Your practice will call you on Monday.");
  await goOn(dot, "Close and show the person why");
  await dot.getByText("It is closed").waitFor();

  await rosa.reload();
  expect(await rosa.getByText("Your practice will call you on Monday.").count()).toBe(1);
  expect(await rosa.getByText("This request is closed").count()).toBe(1);
  await dot.context().close();
  await rosa.context().close();
});

test("two people answer at once: the second is told who was first, and nothing of theirs is kept", async () => {
  const rosa = await somebody();
  const reference = await askForPhysiotherapy(rosa);
  const [first, second] = [await somebody(), await somebody()];
  for (const page of [first, second]) {
    await signIn(page, "partner", /Priya Shah/);
    await openWork(page, reference);
  }
  await decline(first, reference, /^22 Capacity/);
  await second.getByLabel(/^40 Not eligible/).check();
  const [answer] = await Promise.all([
    second.waitForResponse((response) => response.request().method() === "POST"),
    second.getByRole("button", { name: "Decline" }).click(),
  ]);
  expect(answer.status()).toBe(409);
  await second.getByText("This was changed before your answer came, by").waitFor();
  expect(await second.getByText("Rosa").count()).toBe(0);
  for (const page of [first, second, rosa]) await page.context().close();
});

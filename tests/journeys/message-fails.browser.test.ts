import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";

/** A number to which no text arrives in a demonstration. */
const NEVER = { phone: "07700 900002", email: "rosa@example.com" };

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

/** Without scripts a person looks again until it is there. */
async function lookUntil(page: Page, path: string, there: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(path);
        return page.locator(there).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
}

describe.each([
  { scripts: false, width: 320 },
  { scripts: true, width: 1280 },
])("a message that fails, scripts $scripts", ({ scripts, width }) => {
  test("a guest whose text does not arrive gets an email; the front desk sees it, tells them and closes it", {
    timeout: 120_000,
  }, async () => {
    const rosa = await (await visit(browser, server.url, { scripts, width })).newPage();
    const reference = await askForPhysiotherapy(rosa, { contact: NEVER });

    await rosa.goto(`/requests/${reference}`);
    await rosa.getByRole("link", { name: "see the phone, the inbox and the doormat" }).click();
    const email = ".doormat__place--email .doormat__item > article";
    // With scripts on it comes by itself.
    if (scripts) await rosa.locator(email).waitFor({ timeout: 20_000 });
    else await lookUntil(rosa, `/doormat/${reference}`, email);
    const phone = rosa.getByRole("region", { name: "The phone" });
    expect(await phone.getByText("Did not arrive").count()).toBe(1);
    expect(await phone.textContent()).toContain(`Small Town Care, ${reference}: we have your request`);
    expect(await phone.textContent()).not.toMatch(/Physiotherapy|Harbour/);
    const inbox = await rosa.locator(email).textContent();
    expect(inbox).toContain(`Your request has reached us (${reference})`);
    expect(inbox).toContain("Your care comes from Harbour Community Trust");
    expect(await rosa.getByText("No letters.").count()).toBe(1);
    expect(await faultsOf(rosa, "the doormat")).toEqual([]);
    await rosa.locator(`${email} a`).click();
    expect(new URL(rosa.url()).pathname).toBe(`/requests/${reference}`);
    expect(await rosa.getByRole("region", { name: "Messages to you" }).textContent()).toContain(
      "By text: did not arrive. By email: arrived.",
    );

    const dot = await (await visit(browser, server.url, { scripts, width })).newPage();
    await signIn(dot, "partner", /Dot Lane/);
    await dot.goto("/desk");
    const lost = dot.locator(".not-arrived__line", { hasText: reference });
    expect(await lost.textContent()).toContain(
      "We sent a text, and as far as we know it did not arrive. We sent an email after it.",
    );
    expect(await lost.getByRole("link", { name: NEVER.phone }).count()).toBe(1);
    expect(await faultsOf(dot, "the desk with a message that did not arrive")).toEqual([]);
    await lost.getByRole("button", { name: "I have told them" }).click();
    await dot.getByText("You have told them.").waitFor();
    expect(await dot.locator(".not-arrived__line", { hasText: reference }).count()).toBe(0);

    await rosa.context().close();
    await dot.context().close();
  });
});

test("a doormat is shown to nobody else, and a form that names no message is told so", async () => {
  const rosa = await (await visit(browser, server.url, { scripts: false })).newPage();
  const reference = await askForPhysiotherapy(rosa, { contact: NEVER });
  const stranger = await (await visit(browser, server.url, { scripts: false })).newPage();
  await stranger.goto(`/doormat/${reference}`);
  expect(new URL(stranger.url()).pathname).toBe("/requests");
  await signIn(stranger, "partner", /Dot Lane/);
  const sent = await stranger.context().request.post("/desk", {
    form: { intent: "told" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(sent.status()).toBe(400);
  expect(await sent.text()).toContain("choose the message that you told them");
  await rosa.context().close();
  await stranger.context().close();
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { type Asking, ask, askUpTo, goOn, ROSA } from "../support/stories";
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

  const eyeTest: Asking = { asker: ROSA, search: "eye test", service: "Eye test", choice: /harbour/i };

  /** What a page shows of the appointment: the day and the time. */
  const appointmentOn = async (page: Page) => (await page.locator(".appointment__when").textContent()) ?? "";

  /** Every free time of the page, as the values of its radios. */
  const timesOn = (page: Page) =>
    page.locator("input[name=slot]").evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));

  async function seesAllOf(page: Page, name: string): Promise<void> {
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }

  test("a time is kept for longer without scripts, moved, moved to another partner, and an earlier one is taken", async () => {
    const rosa = await somebody();
    let times: string[] = [];
    await askUpTo(rosa, "time", eyeTest);
    times = (await timesOn(rosa)).filter((slot) => slot.includes("."));
    await rosa.context().close();
    expect(times.length).toBeGreaterThan(8);

    // Two people, each with a time of the harbour's.
    const first = await somebody();
    const early = await ask(first, { ...eyeTest, slot: times[6] ?? "" });
    const second = await somebody();
    await askUpTo(second, "check", { ...eyeTest, slot: times[8] ?? "" });
    expect(
      await second.getByText(/^We are keeping this time for you until .* You have 10 more minutes/).count(),
    ).toBe(1);
    await seesAllOf(second, "kept");
    await goOn(second, "Keep it for 10 more minutes");
    await second.waitForURL(/\/check$/);
    await second.getByLabel("Yes, ask the next one").check();
    await goOn(second, "Send my request");
    const had = await appointmentOn(second);

    // Another time of the same partner.
    await second.getByRole("link", { name: /^Change your time/ }).click();
    await seesAllOf(second, "times");
    await goOn(second, "Take this time");
    expect(await second.getByRole("alert").textContent()).toContain("Choose a time");
    await second.locator(`input[value="${times[7]}"]`).check();
    await goOn(second, "Take this time");
    await second.getByText("You moved your appointment").first().waitFor();
    expect(await appointmentOn(second)).not.toBe(had);

    // Somebody who goes with another partner is told of the new box.
    await second.getByRole("link", { name: /^Change your time/ }).click();
    await second.getByRole("link", { name: /Hill/ }).click();
    await seesAllOf(second, "elsewhere");
    await second.locator("input[name=slot]").last().check();
    await goOn(second, "Move to Hill Street Physiotherapy");
    expect(await second.locator(".tracking__why").textContent()).toContain(
      "You moved your appointment to Hill",
    );
    await second.getByRole("link", { name: /^Change your time/ }).click();
    await second.getByRole("link", { name: /Harbour/ }).click();
    await second.locator(`input[value="${times[8]}"]`).check();
    await goOn(second, "Move to Harbour Community Trust");

    // The list for earlier times.
    await second.getByRole("link", { name: /^Change your time/ }).click();
    await goOn(second, "Tell me of one");
    await second.getByText("We tell you when an earlier time comes free").waitFor();
    await first.goto(`/requests/${early}/cancel`);
    await goOn(first, "Yes, cancel it");
    await first.getByText("You cancelled this").first().waitFor();
    await second.reload();
    await seesAllOf(second, "earlier");
    const before = await appointmentOn(second);
    await goOn(second, "Take it");
    await second.getByText("You moved your appointment").first().waitFor();
    expect(await appointmentOn(second)).not.toBe(before);
  });

  test("a partner without a free time says so, names who has, and can be asked all the same", async () => {
    // Everything that the harbour has is booked, as far as a page can tell.
    await server.db.kysely
      .updateTable("slots")
      .set({ held_by: "somebody else", held_until: "2999-01-01T00:00:00.000Z" })
      .where("offer_id", "=", "eye-test-harbour")
      .where("status", "=", "free")
      .execute();
    const page = await somebody();
    await askUpTo(page, "time", eyeTest);
    await page.getByRole("group", { name: "Harbour Community Trust has no free times to book" }).waitFor();
    await seesAllOf(page, "no-times");
    await goOn(page);
    expect(await page.getByRole("alert").textContent()).toContain("Choose one of those on this page");
    // Another partner that has times is one press away, and the way back too.
    await goOn(page, "Choose Hill Street Physiotherapy");
    await page.waitForURL(/\/time$/);
    expect((await timesOn(page)).length).toBeGreaterThan(1);
    await page.goto(page.url().replace(/time.*/, "choose"));
    await page
      .getByRole("radio", { name: /harbour/i })
      .first()
      .check();
    await goOn(page);
    await page.getByLabel("Ask them, and tell me if a time comes free").check();
    await goOn(page);
    await page.getByLabel("Phone number").fill("01632 960 001");
    await goOn(page);
    await page.getByLabel("Yes, ask the next one").check();
    await goOn(page, "Send my request");
    await page.getByText("Harbour Community Trust has your request").first().waitFor();
    await page.getByText("We tell you when an earlier time comes free").waitFor();
  });
});

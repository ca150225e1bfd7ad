import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { type Asking, ask, goOn, openWork, ROSA, signIn } from "../support/stories";
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
  const slotOf = async (reference: string) => {
    const row = await server.db.kysely
      .selectFrom("fulfilments")
      .innerJoin("requests", "requests.id", "fulfilments.request_id")
      .leftJoin("slots", "slots.id", "fulfilments.slot_id")
      .select(["appointment_at", "slot_id", "slots.status as slot_status"])
      .where("reference", "=", reference)
      .executeTakeFirstOrThrow();
    return { at: row.appointment_at, slot: row.slot_id, status: row.slot_status };
  };
  const standingOf = async (slotId: string | null) =>
    (
      await server.db.kysely
        .selectFrom("slots")
        .select("status")
        .where("id", "=", slotId ?? "")
        .executeTakeFirst()
    )?.status;

  const eyeTest: Asking = { asker: ROSA, search: "eye test", service: "Eye test", choice: /harbour/i };

  test("a person is moved from the diary: the new time is theirs before the old one is anybody's, and they are told", {
    timeout: 90_000,
  }, async () => {
    const [rosa, priya] = [await somebody(), await somebody()];
    const reference = await ask(rosa, eyeTest);
    const before = await slotOf(reference);
    expect(before.status).toBe("busy");
    await signIn(priya, "partner", /Priya Shah/);

    await priya.goto(`/partner/diary?offer=eye-test-harbour&week=${(before.at ?? "").slice(0, 10)}`);
    await priya.getByRole("link", { name: /Move Rosa Marchetti/ }).click();
    await priya.getByText("Choose another time for Rosa Marchetti").waitFor();
    await priya.getByRole("link", { name: "Later week" }).click();
    await priya
      .getByRole("button", { name: /^Give this time/ })
      .last()
      .click();
    await priya.getByText("The person can see the new time on their page").waitFor();
    const after = await slotOf(reference);
    expect(after.slot).not.toBe(before.slot);
    expect([after.status, await standingOf(before.slot)]).toEqual(["busy", "free"]);
    expect((after.at ?? "") > (before.at ?? "")).toBe(true);
    await rosa.goto(`/requests/${reference}`);
    const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(
      new Date(after.at ?? 0),
    );
    expect(await rosa.locator("main").textContent()).toContain(day);
    for (const page of [rosa, priya]) await page.context().close();
  });

  test("a time that others have is given only by who says so", { timeout: 90_000 }, async () => {
    const [rosa, meera, priya] = [await somebody(), await somebody(), await somebody()];
    const first = await ask(rosa, eyeTest);
    const second = await ask(meera, eyeTest);
    const { at } = await slotOf(first);
    const when = new Date(at ?? 0);
    await signIn(priya, "partner", /Priya Shah/);
    await openWork(priya, second);
    await priya.getByText("Move the appointment").click();
    await priya.getByLabel("Another time").check();
    await priya.locator("#date-day").fill(String(when.getUTCDate()));
    await priya.locator("#date-month").fill(String(when.getUTCMonth() + 1));
    await priya.locator("#date-year").fill(String(when.getUTCFullYear()));
    const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Europe/London" }).format(
      when,
    );
    await priya.getByLabel("Time", { exact: true }).fill(time);
    await goOn(priya, "Move it");
    await priya.getByRole("alert").waitFor();
    expect((await slotOf(second)).at).not.toBe(at);
    await priya.getByLabel("Give this time all the same").check();
    await goOn(priya, "Move it");
    await priya.getByText("The person can see the new time on their page").waitFor();
    const [one, other] = [await slotOf(first), await slotOf(second)];
    expect(other.at).toBe(one.at);
    // It is a time of its own: the slot is the first one's still.
    expect([one.slot === other.slot, one.status]).toEqual([false, "busy"]);
    for (const page of [rosa, meera, priya]) await page.context().close();
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COOKIES } from "~/content/cookies";
import { instant } from "~/domain/shared/time";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { TOWN } from "../support/small-town";
import { askForPhysiotherapy, askUpTo, goOn, ROSA, signIn } from "../support/stories";
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

const somebody = async (scripts: boolean) => (await visit(browser, server.url, { scripts })).newPage();
const ownCookies = async (page: Page) =>
  (await page.context().cookies()).filter(({ name }) => name.startsWith("onedoor_"));

/** Every patient's session ends so many seconds from now. */
const endSessionsIn = (seconds: number) =>
  server.db.kysely
    .updateTable("sessions")
    .set({ expires_at: instant(Date.now() + seconds * 1_000) })
    .where("audience", "=", "patient")
    .execute();
const lastSessionEnds = async () => {
  const rows = await server.db.kysely
    .selectFrom("sessions")
    .select("expires_at")
    .where("audience", "=", "patient")
    .execute();
  return Math.max(...rows.map((row) => Date.parse(row.expires_at)));
};

test("two minutes before a session ends a person is warned, and stays signed in with what they typed", async () => {
  const page = await somebody(true);
  await signIn(page, "patient", /Meera Patel/);
  await endSessionsIn(121);
  await page.goto("/requests");
  const reference = page.getByLabel("Reference");
  await reference.fill("K7PM");
  const warning = page.getByRole("dialog", { name: "You will soon be signed out" });
  await warning.waitFor();
  expect(await faultsOf(page, "a session that is soon over")).toEqual([]);
  await warning.getByRole("button", { name: "Stay signed in" }).click();
  await warning.waitFor({ state: "hidden" });
  expect(await reference.inputValue()).toBe("K7PM");
  expect(await lastSessionEnds()).toBeGreaterThan(Date.now() + 7 * 3_600_000);
  await page.context().close();
});

test("a session that ended says so, and signing in leads back to the same page", async () => {
  const page = await somebody(true);
  await signIn(page, "patient", /Meera Patel/);
  await endSessionsIn(4);
  await page.goto("/requests");
  const over = page.getByRole("dialog", { name: "You were signed out" });
  await over.waitFor();
  await over.getByRole("link", { name: "Sign in and go on" }).click();
  await page
    .getByRole("button", { name: /Meera Patel/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "My requests" }).waitFor();
  await page.context().close();
});

test("without scripts a session that ended loses nothing that was answered", async () => {
  const page = await somebody(false);
  await signIn(page, "patient", /Meera Patel/);
  await askUpTo(page, "place", {
    asker: ROSA,
    search: "bad back",
    service: "Physiotherapy",
    at: async (_, name) => {
      if (name === "red-flags")
        await page.getByText("We keep your answers for 24 hours after the last one").waitFor();
    },
  });
  const place = page.url();
  await endSessionsIn(-1);
  await page.goto("/requests");
  await page.getByRole("link", { name: "Sign in", exact: true }).first().waitFor();
  await signIn(page, "patient", /Meera Patel/);
  await page.goto(place);
  expect(page.url()).toBe(place);
  await page.getByLabel("Home postcode").waitFor();
  await page.context().close();
});

test("a shared phone forgets who finished on it", async () => {
  const page = await somebody(false);
  await page.goto("/");
  const forget = page.getByRole("button", { name: "Finish and forget me on this device" });
  expect(await forget.count()).toBe(0);
  const reference = await askForPhysiotherapy(page);
  await page.goto(`/requests/${reference}`);
  expect(new URL(page.url()).pathname).toBe(`/requests/${reference}`);
  await forget.click();
  await page.getByRole("heading", { level: 1, name: "This device has forgotten you" }).waitFor();
  expect(await ownCookies(page)).toEqual([]);
  await page.goto(`/requests/${reference}`);
  expect(new URL(page.url()).pathname).toBe("/requests");
  await page.context().close();
});

test("every cookie that is set is on the page about privacy, and lasts no longer than it says", async () => {
  const page = await somebody(false);
  await signIn(page, "partner", /Priya Shah/);
  await signIn(page, "patient", /Meera Patel/);
  await askUpTo(page, "who", { asker: ROSA, search: "eye test", service: "Eye test" });
  await goOn(page);
  const cookies = await ownCookies(page);
  expect(cookies.map(({ name }) => name).sort()).toEqual(
    expect.arrayContaining(["draft", "partner", "patient"].map((kind) => `onedoor_${kind}_${TOWN}`)),
  );
  await page.getByRole("contentinfo").getByRole("link", { name: "How we use what you tell us" }).click();
  const said = await page.getByRole("main").innerText();
  for (const { name, expires } of cookies) {
    expect(said).toContain(name);
    const kind = Object.entries(COOKIES).find(([one]) => name === `onedoor_${one}_${TOWN}`);
    expect(expires * 1_000).toBeLessThanOrEqual(Date.now() + (kind?.[1].seconds ?? 0) * 1_000);
  }
  await page.context().close();
});

test.each(["/forgotten", "/privacy", "/accessibility"])("%s can be used by everybody", async (path) => {
  // What looks a page over is a script itself.
  const page = await somebody(true);
  await page.goto(path);
  expect(await faultsOf(page, path)).toEqual([]);
  await page.context().close();
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { openFrontDoor } from "../support/front-door";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, send, sendForm, startServer } from "../support/server";
import { askForMeals, fillTime, goOn, linkTo } from "../support/stories";
import { PRACTICE_TOWN, practiceTown, twoTowns } from "../support/town-people";

const PREFIX = `/b/${PRACTICE_TOWN}`;
const DOORMAT = `${PREFIX}/doormat/partner/kettle`;
/** Nothing of Walter Penn stands on a page that shows no request. */
const PERSONAL = /Walter|Penn|1944|LK1|Meals|01632 960 001|Bill/;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({
    prepare: async (db) => {
      await twoTowns(db);
      await openFrontDoor(db, practiceTown());
    },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const onAPhone = async () => (await visit(browser, server.url, { scripts: false, width: 320 })).newPage();

test("a club without a system answers from its phone: once by each link, and the person sees the time", {
  timeout: 120_000,
}, async () => {
  const [walter, bill] = [await onAPhone(), await onAPhone()];
  const reference = await askForMeals(walter, PREFIX);
  await walter.goto(`${PREFIX}/doormat/${reference}`);
  await walter.getByRole("link", { name: "The Kettle Club" }).click();
  expect(new URL(walter.url()).pathname).toBe(DOORMAT);

  const link = await linkTo(bill, DOORMAT, reference);
  const email = bill.getByRole("article", { name: reference });
  expect(await email.textContent()).toContain("There is a new request for you");
  expect(await email.textContent()).not.toMatch(PERSONAL);
  await email.getByRole("link", { name: /light/ }).click();
  expect(await bill.getByRole("heading", { level: 1 }).textContent()).toContain("Walter Penn");
  expect(await faultsOf(bill, "a link")).toEqual([]);

  await fillTime(bill, "10.30 am");
  await goOn(bill, "Say yes with this time");
  expect(await bill.getByRole("alert").textContent()).toContain("Enter your name");
  // What was typed stands there still.
  expect(await bill.getByLabel("Time", { exact: true }).inputValue()).toBe("10.30 am");
  await bill.getByLabel("Your name").fill("Bill H.");
  await goOn(bill, "Say yes with this time");
  expect(await bill.getByRole("heading", { level: 1 }).textContent()).toBe("Thank you");
  expect(await bill.locator("main").textContent()).toContain("01632 960000");
  expect(await bill.locator("main").textContent()).not.toMatch(PERSONAL);

  await walter.goto(`${PREFIX}/requests/${reference}`);
  expect(await walter.locator("[aria-current=step]").textContent()).toMatch(
    /You have a time: Tuesday .*10\.30/,
  );

  const again = await bill.goto(link);
  expect(again?.status()).toBe(410);
  expect(await bill.locator("main").textContent()).toMatch(
    /This link was used on .* to say yes\. It works once/,
  );
  expect(await bill.locator("main").textContent()).not.toMatch(PERSONAL);

  // The next step comes by a link of its own.
  await bill.goto(await linkTo(bill, DOORMAT, reference, 2));
  await bill.getByLabel("Your name").fill("Bill H.");
  await bill.getByLabel("The person had the care they asked for").check();
  await goOn(bill, "Send how it went");
  expect(await bill.getByRole("heading", { level: 1 }).textContent()).toBe("Thank you");
  await walter.reload();
  expect(await walter.locator("main").textContent()).toContain("complete");
  await walter.context().close();
  await bill.context().close();
});

test("a link that is altered, late, or of another front door is refused kindly, and shows nobody’s request", {
  timeout: 120_000,
}, async () => {
  const [walter, bill] = [await onAPhone(), await onAPhone()];
  const link = await linkTo(bill, DOORMAT, await askForMeals(walter, PREFIX));
  const open = await send(server, link);
  expect([open.status, open.headers["cache-control"], open.headers["x-robots-tag"]]).toEqual([
    200,
    "no-store",
    "noindex, nofollow",
  ]);
  expect(open.body).not.toContain("__remixContext");

  // Nor is it kept by signing in from it.
  const away = await send(server, `${PREFIX}/sign-in?as=partner&next=${encodeURIComponent(link)}`);
  expect(away.status).toBe(303);
  const sessions = await server.db.kysely.selectFrom("sessions").select("body").execute();
  expect(sessions.length).toBeGreaterThan(0);
  expect(JSON.stringify(sessions)).not.toContain(link);

  const altered = link.slice(0, -1) + (link.endsWith("A") ? "B" : "A");
  for (const address of [altered, link.replace(PREFIX, "")]) {
    const refused = await send(server, address);
    expect([refused.status, refused.headers["x-robots-tag"]]).toEqual([404, "noindex, nofollow"]);
    expect(refused.body).toContain("This link does not work");
    expect(refused.body).not.toMatch(PERSONAL);
    expect((await sendForm(server, address, { intent: "accept-later", who: "Bill" })).status).toBe(404);
  }
  expect((await sendForm(server, link, { intent: "complete", code: "treated", who: "Bill" })).status).toBe(
    409,
  );
  expect((await sendForm(server, link, { intent: "accept-later", who: " " })).status).toBe(400);

  await server.db.kysely
    .updateTable("light_links")
    .set({ expires_at: "2026-01-01T09:00:00.000Z" })
    .where("used_at", "is", null)
    .execute();
  for (const late of [
    await send(server, link),
    await sendForm(server, link, { intent: "accept-later", who: "B" }),
  ]) {
    expect(late.status).toBe(410);
    expect(late.body).toContain("The time for this link is over");
    expect(late.body).toContain("01632 960000");
    expect(late.body).not.toMatch(PERSONAL);
  }
  const { kysely } = server.db;
  const stands = await kysely
    .selectFrom("fulfilments")
    .select("status")
    .where("status", "=", "accepted")
    .execute();
  expect(stands).toEqual([]);
  await walter.context().close();
  await bill.context().close();
});

test("who tries many codes is told to wait, and a link that is right still opens", {
  timeout: 60_000,
}, async () => {
  const bill = await onAPhone();
  const walter = await onAPhone();
  const link = await linkTo(bill, DOORMAT, await askForMeals(walter, PREFIX));
  let status = 404;
  for (let tries = 0; status === 404 && tries < 200; tries += 1)
    status = (await send(server, `${PREFIX}/light/${"x".repeat(43)}`)).status;
  expect(status).toBe(429);
  expect((await send(server, link)).status).toBe(200);
  await walter.context().close();
  await bill.context().close();
});

import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { momentWords } from "~/content/deadlines";
import { instant } from "~/domain/shared/time";
import { runDueWork } from "~/jobs/due-work";
import { createOnedoor } from "~/usecases/onedoor";
import { acceptFulfilment } from "~/usecases/respond-to-fulfilment";
import { moveBrandClock, readBrandNow } from "~db/queries/brands";
import { messagesOfRequest } from "~db/queries/deliveries";
import { readTracking } from "~db/queries/tracking";
import { hearsKeys, openBrowser, visit } from "../support/browser";
import { type FrontDoor, firstWork, submitted, worker } from "../support/front-door";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { brand, offer, service, TOWN } from "../support/small-town";
import { signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";

const DAY = 24 * 3_600_000;
const EVERY_DAY = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, opens: "09:00", closes: "17:00" }));
const DIARY = { minutes: 30, sessions: EVERY_DAY } as const;

const SCRIPTED = { scripts: true, width: 1280 };

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  const prepare = (db: RunningServer["db"]) =>
    twoTowns(db, {
      brand: brand(),
      services: [
        service("physiotherapy"),
        service("podiatry", { name: "Foot care", synonyms: [] }),
        service("eye-test", { name: "Eye test", synonyms: [] }),
      ],
      offers: [
        offer("physiotherapy", "harbour", { booking: "partner", slots: null }),
        offer("physiotherapy", "hill", { booking: "partner", slots: null }),
        offer("podiatry", "harbour", { booking: "partner", slots: DIARY }),
        offer("podiatry", "hill", { booking: "partner", slots: null }),
      ],
    });
  [server, browser] = await Promise.all([startServer({ prepare }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The first to be asked for is accepted without a time, and nobody gives one until the front desk asks after it. */
async function oneLeftToLate(door: FrontDoor): Promise<string> {
  const { onedoor } = door;
  const reference = await submitted(door, { accountId: "meera" });
  const work = await firstWork(door, "harbour");
  expect(await acceptFulfilment(onedoor, TOWN, worker("harbour"), { ...work, later: true })).toEqual({
    kind: "done",
  });
  await onedoor.db.write((tx) => moveBrandClock(tx, TOWN, 20 * DAY));
  await runDueWork(onedoor);
  return reference;
}

/** Tab by tab, as a keyboard alone gets there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < 150; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No tab leads to ${target}`);
}

/** Presses a button, or ticks a choice, by the keyboard alone. */
async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Where a radio is not the one of its group that tabs reach, arrows go on from there. */
async function choose(page: Page, target: Locator): Promise<void> {
  const first = page.locator(`input[name="${await target.getAttribute("name")}"]`).first();
  await tabTo(page, first);
  await page.keyboard.press("Space");
  for (let steps = 0; steps < 15 && !(await target.isChecked()); steps += 1)
    await page.keyboard.press("ArrowDown");
  expect(await target.isChecked()).toBe(true);
}

const brandsNow = () => readBrandNow(server.db.kysely, TOWN, instant(Date.now()));
const type = async (page: Page, target: Locator, text: string) => {
  await tabTo(page, target);
  await page.keyboard.type(text);
};

async function keysOn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("#work-keys:not([hidden])") !== null);
  await hearsKeys(page);
}

/** Goes down the list by its keys to a reference. */
async function goTo(page: Page, reference: string): Promise<void> {
  await keysOn(page);
  const link = page.getByRole("link", { name: reference, exact: true });
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press("j");
    if (await link.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keys do not lead to ${reference}`);
}

async function open(page: Page, reference: string): Promise<void> {
  await page.goto("/partner");
  await goTo(page, reference);
  await page.keyboard.press("o");
  await page.getByRole("heading", { level: 1, name: /Rosa Marchetti/ }).waitFor();
}

const count = async (page: Page, view: string): Promise<string> =>
  ((await page.getByRole("link", { name: new RegExp(`^${view} \\d+$`) }).textContent()) ?? "").replace(
    /\D/g,
    "",
  );

const whatNow = async (page: Page, reference: string): Promise<string> => {
  await page.goto(`/requests/${reference}`);
  return (await page.locator("[aria-current=step]").textContent()) ?? "";
};

test("forty items before nine: all by keyboard from one list, and every patient reads what was done", {
  timeout: 300_000,
}, async () => {
  const errors: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (_: object, text: string) => errors.push(text) };
  const door: FrontDoor = { onedoor: createOnedoor(server.db, log), at: () => {} };
  const late = await oneLeftToLate(door);
  const references: string[] = [];
  for (let asked = 0; asked < 39; asked += 1)
    references.push(
      await submitted(door, { accountId: "meera", serviceId: asked < 10 ? "podiatry" : "physiotherapy" }),
    );
  const [noRoom = "", notRight = "", handedOn = "", askedFirst = "", ...accepted] = references.slice(10);
  accepted.push(...references.slice(0, 10));
  expect(accepted).toHaveLength(35);

  const priya = await (await visit(browser, server.url, SCRIPTED)).newPage();
  await signIn(priya, "partner", /Priya Shah/);
  expect([
    await count(priya, "To do"),
    await count(priya, "To review"),
    await count(priya, "Overdue"),
  ]).toEqual(["40", "39", "1"]);
  expect(await faultsOf(priya, "a worklist of forty")).toEqual([]);

  // One that nobody gave a time is recovered.
  await open(priya, late);
  expect(await priya.locator(".worklist__deadline--late").textContent()).toContain(
    "the front desk asks after it",
  );
  const day = new Date(Date.parse(await brandsNow()) + 3 * DAY);
  await type(priya, priya.getByLabel("Day", { exact: true }), String(day.getUTCDate()));
  await type(priya, priya.getByLabel("Month", { exact: true }), String(day.getUTCMonth() + 1));
  await type(priya, priya.getByLabel("Year", { exact: true }), String(day.getUTCFullYear()));
  await type(priya, priya.getByLabel("Time", { exact: true }), "14:30");
  await press(priya, priya.getByRole("button", { name: "Give this time" }));
  await priya.getByText("The person can see the new time").waitFor();
  expect(await count(priya, "Overdue")).toBe("0");

  // Two are declined, each with its own reason.
  for (const [reference, reason] of [
    [noRoom, /no room at the moment/],
    [notRight, /not for this service/],
  ] as const) {
    await open(priya, reference);
    await choose(priya, priya.getByLabel(reason));
    await press(priya, priya.getByRole("button", { name: "Decline" }));
    await priya.getByText("You declined it").waitFor();
  }

  // One is handed on.
  await open(priya, handedOn);
  await press(priya, priya.getByText("Hand it to another partner", { exact: true }).locator(".."));
  await choose(priya, priya.getByLabel(/Hill Street Physiotherapy/));
  await press(priya, priya.getByRole("button", { name: "Hand it on" }));
  await priya.getByText("You handed it on").waitFor();

  // One needs something to be known first: the person answers, and it is accepted then.
  await open(priya, askedFirst);
  await press(priya, priya.getByText("Ask for something you must know first", { exact: true }).locator(".."));
  await choose(priya, priya.getByLabel("The person", { exact: true }));
  await type(priya, priya.getByLabel("What you need to know"), "Which side is it?");
  await press(priya, priya.getByRole("button", { name: "Ask", exact: true }));
  await priya.getByText("It is on hold until there is an answer").waitFor();
  expect(await count(priya, "Waiting for information")).toBe("1");

  const meera = await (await visit(browser, server.url, SCRIPTED)).newPage();
  await signIn(meera, "patient", /Meera Patel/);
  expect(await whatNow(meera, askedFirst)).toContain("asked you something");
  await meera.getByRole("link", { name: "Answer the question" }).click();
  await meera.getByLabel("Your answer").fill("The left one");
  await meera.getByRole("button", { name: "Send your answer" }).click();
  await meera.waitForURL(/\/requests\/[^/]+(\?|$)/);

  await open(priya, askedFirst);
  expect(await priya.getByText("The left one").count()).toBe(1);
  await press(priya, priya.getByRole("button", { name: "Say yes, and give a time later" }));
  await priya.getByText("Give the person a time as soon as you can").waitFor();

  // All the others are accepted at once: who has a diary gets its next free times, each another.
  await priya.goto("/partner?state=to-review");
  expect(await priya.locator(".worklist__line").count()).toBe(35);
  await keysOn(priya);
  for (let line = 0; line < 35; line += 1) {
    await priya.keyboard.press("j");
    await priya.keyboard.press("x");
  }
  await priya.keyboard.press("a");
  await priya.getByRole("heading", { level: 1, name: "Accept 35 requests" }).waitFor();
  expect(await faultsOf(priya, "accept several")).toEqual([]);
  await press(priya, priya.getByRole("button", { name: "Accept all 35" }));
  expect(await priya.getByRole("alert").textContent()).toContain("Choose which time each gets");
  await choose(priya, priya.getByLabel(/The next free time of your diary/));
  await press(priya, priya.getByRole("button", { name: "Accept all 35" }));
  await priya.getByRole("heading", { level: 1, name: "35 requests accepted" }).waitFor();
  expect(await faultsOf(priya, "several accepted")).toEqual([]);
  await press(
    priya,
    priya
      .getByRole("link", { name: "Back to your worklist" })
      .or(priya.getByRole("button", { name: "Back to your worklist" })),
  );
  await priya.waitForURL(/\/partner$/);
  expect([
    await count(priya, "To review"),
    await count(priya, "To book"),
    await count(priya, "Booked"),
  ]).toEqual(["0", "26", "11"]);

  // Every patient's page and messages agree with what was done.
  const now = await brandsNow();
  const told = async (reference: string) => {
    const tracking = await readTracking(server.db.kysely, TOWN, reference);
    const messages = await messagesOfRequest(server.db.kysely, TOWN, tracking?.request.id ?? "");
    return messages.map(({ message }) => message.template);
  };
  const times = new Set<string>();
  for (const reference of [late, ...accepted, askedFirst]) {
    const tracking = await readTracking(server.db.kysely, TOWN, reference);
    const fulfilment = tracking?.parts[0]?.fulfilments.at(-1);
    expect(fulfilment).toMatchObject({ organisationId: "harbour", status: "accepted" });
    const at = fulfilment?.appointment?.startsAt;
    const page = await whatNow(meera, reference);
    if (at === undefined) {
      expect(page).toContain("Harbour Community Trust is finding a time for you");
      expect(await told(reference)).not.toContain("time-given");
    } else {
      expect(await meera.locator("main").textContent()).toContain(momentWords(at, now));
      expect(await told(reference)).toContain("time-given");
      times.add(at);
    }
  }
  expect(times.size).toBe(11);
  for (const reference of [noRoom, notRight, handedOn]) {
    expect(await whatNow(meera, reference)).toContain("Hill Street Physiotherapy has your request");
    expect(await told(reference)).toContain("asked-next");
  }
  expect(errors).toEqual([]);
});

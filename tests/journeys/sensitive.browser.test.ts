import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, send, startServer } from "../support/server";
import { service } from "../support/small-town";
import { accept, ask, askForPhysiotherapy, goOn, ROSA, signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";

const ELSEWHERE = "https://www.bbc.co.uk/weather";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({
    prepare: (db) =>
      twoTowns(db, {
        services: [
          service("physiotherapy", { sensitive: true, ifWorse: "If you cannot feel your legs, call 999." }),
          service("eye-test", { name: "Eye test", synonyms: [] }),
        ],
      }),
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody whose way off the page ends at a page of the test's own: nothing is asked of anybody else's site. */
async function somebody(scripts: boolean): Promise<Page> {
  const context = await visit(browser, server.url, { scripts });
  await context.route(`${ELSEWHERE}**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Weather</title><h1>Weather</h1>" }),
  );
  return context.newPage();
}

test("asked for from start to finish, it is named in no title, and each page can be left at once", async () => {
  const page = await somebody(false);
  const faults: string[] = [];
  const titles: string[] = [];
  const look = async (name: string) => {
    titles.push(await page.title());
    const href = await page.getByRole("link", { name: "Leave this page quickly" }).getAttribute("href");
    if (href !== ELSEWHERE) faults.push(`${name} cannot be left`);
  };
  const reference = await askForPhysiotherapy(page, {
    at: async (_, name) => {
      if (name !== "home" && name !== "search") await look(name);
    },
  });
  for (const path of ["", "/cancel", "/worse", "/worse/say", "/tell", "/print", "/help/111"]) {
    await page.goto(`/requests/${reference}${path}`);
    await look(`request${path}`);
  }
  expect(faults).toEqual([]);
  expect(titles.length).toBeGreaterThan(10);
  expect(titles.filter((title) => /physio/i.test(title))).toEqual([]);
  expect(titles).toContain("Your care – Small Town Care");
  await page.getByRole("link", { name: "Leave this page quickly" }).click();
  expect(await page.title()).toBe("Weather");
  await page.context().close();
});

test("a calendar is told neither what it is for, nor with whom, nor where; paper does not name it", async () => {
  const [rosa, priya] = [await somebody(false), await somebody(false)];
  await signIn(priya, "partner", /Priya Shah/);
  const reference = await askForPhysiotherapy(rosa);
  await accept(priya, reference);
  await rosa.goto(`/requests/${reference}`);
  const href = await rosa.getByRole("link", { name: "Add it to your calendar" }).getAttribute("href");
  const file = await rosa.request.get(`${server.url}${href}`);
  expect(file.headers()["cache-control"]).toBe("no-store");
  const calendar = (await file.text()).replaceAll("\r\n ", "");
  expect(calendar).toContain("SUMMARY:Appointment – Small Town Care");
  expect(calendar).toContain('ORGANIZER;CN="Small Town Care"');
  expect(calendar).not.toMatch(/physio|harbour|LOCATION/i);

  await rosa.goto(`/requests/${reference}/print`);
  expect(await rosa.title()).toBe("Your care: to print or to show");
  expect(await rosa.getByRole("heading", { level: 1 }).textContent()).toContain(
    "Your care for Rosa Marchetti",
  );

  await rosa.goto(`/requests/${reference}/cancel`);
  await goOn(rosa, "Yes, cancel it");
  await rosa.getByRole("link", { name: "Say how it was" }).click();
  await rosa.getByRole("heading", { level: 1, name: /how was your experience/ }).waitFor();
  expect(await rosa.title()).not.toMatch(/physio/i);
  expect(await rosa.getByRole("link", { name: "Leave this page quickly" }).count()).toBe(1);
  for (const page of [rosa, priya]) await page.context().close();
});

test("its pages are kept by no browser, and say to other sites nothing of where somebody was", async () => {
  const found = await send(server, "/services/physiotherapy");
  expect(found.headers["cache-control"]).toContain("no-store");
  expect(found.headers.etag).toBeUndefined();
  expect(found.headers["referrer-policy"]).toBe("no-referrer");
  expect(found.body).not.toContain('name="description"');
  // A form is taken from our own pages only, and older browsers do not say whose it is under `no-referrer`.
  const asked = await send(server, "/services/physiotherapy/request/red-flags");
  expect(asked.headers["cache-control"]).toContain("no-store");
  expect(asked.headers["referrer-policy"]).toBe("same-origin");

  const other = await send(server, "/services/eye-test");
  expect(other.headers["referrer-policy"]).toBe("same-origin");
  expect(other.headers["cache-control"]).toBe("private, no-cache");
  expect(other.body).not.toContain("Leave this page quickly");
});

test("three presses of Esc hide the page and take its place in the browser's history", async () => {
  const page = await somebody(true);
  await page.goto("/");
  await page.goto("/services/physiotherapy");
  await page.getByText("Or press Esc three times.").waitFor();
  expect(await faultsOf(page, "a sensitive service")).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByText("Press Esc two more times to leave.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Press Esc once more to leave.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Weather" }).waitFor();
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.context().close();
});

test("the link leaves in the same way", async () => {
  const page = await somebody(true);
  await page.goto("/");
  await page.goto("/services/physiotherapy");
  await page.getByText("Or press Esc three times.").waitFor();
  await page.getByRole("link", { name: "Leave this page quickly" }).click();
  await page.getByRole("heading", { name: "Weather" }).waitFor();
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.context().close();
});

test("another service is asked for with its name, and no such button", async () => {
  const page = await somebody(false);
  await ask(page, {
    asker: ROSA,
    search: "eye test",
    service: "Eye test",
    at: async (_, name) => {
      if (name === "service") expect(await page.title()).toBe("Eye test – Small Town Care");
      expect(await page.getByText("Leave this page quickly").count()).toBe(0);
    },
  });
  await page.context().close();
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { type Asker, ask } from "../support/stories";

/** Bytes of a page and all that it loads, as they come over the line. */
const MOST = 60_000;
/**
 * On a slow line it is the round trips that cost. A server sends ten packets of 1,460 bytes before it waits to hear of
 * the first, so what a page cannot be drawn without comes in two flights: the page, and the one file of its styles.
 */
const ONE_FLIGHT = 14_600;
const ARTHUR: Asker = { name: "Arthur Lane", born: [4, 5, 1944], sex: "male", postcode: "LM1 2AB" };

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** How far what was drawn has moved since, by the browser's own reckoning, once two more frames are drawn. */
const SHIFTED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  let shifted = 0;
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: "layout-shift", buffered: true });
  for (const entry of observer.takeRecords()) shifted += entry.value;
  done(shifted);
})))`;

/** Whether each module that the page starts once it is drawn has come. */
const MODULES_CAME = `[...document.querySelectorAll("script[data-module]")].every(({ dataset }) =>
  performance.getEntriesByName(location.origin + "/modules/" + dataset.module + ".js").length > 0)`;

/** Opens addresses as somebody does who was never here, and tells what is too much of each. */
async function weigher(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  let asked: string[] = [];
  const waitedFor = new Map<string, string>();
  /** What is on its way still; a stream of events never comes to an end. */
  const coming = new Set<string>();
  let flights: { readonly what: string; readonly size: number }[] = [];
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Document" || type === "Stylesheet") waitedFor.set(requestId, type);
  });
  session.on("Network.requestWillBeSent", ({ requestId, type }) => {
    if (type !== "EventSource") coming.add(requestId);
  });
  session.on("Network.loadingFailed", ({ requestId }) => coming.delete(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    coming.delete(requestId);
    bytes += encodedDataLength;
    const what = waitedFor.get(requestId);
    if (what !== undefined) flights.push({ what, size: encodedDataLength });
  });
  page.on("request", (request) => asked.push(request.url()));
  return async (path: string): Promise<string[]> => {
    bytes = 0;
    asked = [];
    flights = [];
    coming.clear();
    await session.send("Network.clearBrowserCache");
    await page.goto(path, { waitUntil: "load" });
    await expect.poll(() => page.evaluate<boolean>(MODULES_CAME), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => coming.size, { timeout: 10_000 }).toBe(0);
    const shifted = await page.evaluate<number>(SHIFTED);
    const others = asked.filter((url) => !url.startsWith(server.url) && !url.startsWith("data:"));
    const frameworks = asked.filter(
      (url) => /\.m?js$/.test(url) && !new URL(url).pathname.startsWith("/modules/"),
    );
    expect(bytes, path).toBeGreaterThan(5_000);
    return [
      ...(bytes > MOST ? [`${path} weighs ${bytes}`] : []),
      ...flights
        .filter(({ size }) => size > ONE_FLIGHT)
        .map(({ what, size }) => `${path} waits for a ${what} of ${size}`),
      ...(shifted > 0 ? [`${path} moves by ${shifted}`] : []),
      ...[...others, ...frameworks].map((url) => `${path} asks for ${url}`),
    ];
  };
}

test("no page of a patient's weighs over 60 kB at first view, moves once drawn, or asks others for anything", {
  timeout: 180_000,
}, async () => {
  const context = await visit(browser, server.url, { scripts: true, width: 320 });
  const page = await context.newPage();
  const weigh = await weigher(await context.newPage());
  const faults: string[] = [];
  const paths: string[] = [];
  const reference = await ask(page, {
    asker: ARTHUR,
    search: "bad back",
    service: "Physiotherapy",
    answers: { where: "back", "leg-pain": "no", "how-long": "weeks", stops: "no" },
    at: async (current) => {
      const { pathname, search } = new URL(current.url());
      paths.push(pathname);
      faults.push(...(await weigh(pathname + search)));
    },
  });
  for (const path of [
    "/services?need=moving",
    "/services?view=a-to-z",
    "/requests",
    `/requests/${reference}`,
    `/requests/${reference}/print`,
    `/doormat/${reference}`,
    "/languages/ar",
    "/privacy",
  ])
    faults.push(...(await weigh(path)));
  expect(paths.length).toBeGreaterThan(10);
  expect(faults).toEqual([]);
  await context.close();
});

/** Whether something was drawn. */
const DRAWN = `performance.getEntriesByName("first-contentful-paint").length > 0`;

test("what has come of a page stands where it was drawn, when the rest of it is late", async () => {
  const page = await (await fetch(server.url)).text();
  let cut = 0;
  let sendTheRest = () => {};
  const line = createServer(async ({ url }, response) => {
    if (url !== "/") {
      const asked = await fetch(server.url + url);
      response.setHeader("Content-Type", asked.headers.get("Content-Type") ?? "");
      response.end(Buffer.from(await asked.arrayBuffer()));
      return;
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.write(page.slice(0, cut));
    sendTheRest = () => response.end(page.slice(cut));
  });
  await new Promise<void>((done) => line.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
  const context = await visit(browser, address, { scripts: true, width: 320 });
  const moved: string[] = [];
  // A part ends with the sign, the name, the words under it, each of the links, and each of the ways to help.
  const header = page.slice(0, page.indexOf("<main"));
  for (const { index, 0: end } of header.matchAll(/<\/(svg|bdi|span|li|header|section)>/g)) {
    cut = index + end.length;
    const tab = await context.newPage();
    await tab.goto("/", { waitUntil: "commit" });
    await expect.poll(() => tab.evaluate<boolean>(DRAWN), { timeout: 10_000 }).toBe(true);
    sendTheRest();
    await tab.waitForLoadState("load");
    const shifted = await tab.evaluate<number>(SHIFTED);
    if (shifted > 0) moved.push(`${page.slice(cut - 60, cut)} moves by ${shifted}`);
    await tab.close();
  }
  await context.close();
  line.closeAllConnections();
  await new Promise((done) => line.close(done));
  expect(moved).toEqual([]);
});

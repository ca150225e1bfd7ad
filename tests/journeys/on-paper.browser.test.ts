import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DECIDED } from "~seeds/scenarios/decisions";
import { openBrowser, visit } from "../support/browser";
import { areApart, onPaper } from "../support/on-paper";
import { longestStory } from "../support/picture";
import { SAMPLE, sampleScenario } from "../support/sample-scenario";
import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";
import { recordSmallYear } from "../support/year";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
  await sampleScenario(server.db, "larkmouth");
  await recordSmallYear(server.db);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every page of the board room with a picture, and how many it has at least. */
const PAGES: readonly (readonly [string, number])[] = [
  ["/board/flow?period=year", 2],
  ["/board/flow/declined?period=year", 1],
  ["/board/flow/boxes?period=year", 1],
  [`/board/what-if/${SAMPLE}`, 1],
  [`/board/governance/${DECIDED}`, 1],
  ["/board/partners", 1],
  ["/board/replicate", 1],
  ["/board/year", 10],
  ["/board/stage/handout", 0],
];

test("every picture of the board room reads in grey on paper, with its table and its file, scripts off", {
  timeout: longestStory,
}, async () => {
  const visitor = await visit(browser, server.url, { scripts: false });
  const page = await visitor.newPage();
  await signIn(page, "board", /Alan Fenwick/);
  for (const [address, least] of PAGES) {
    await page.goto(address);
    const { pictures, faults } = await onPaper(page);
    expect(faults, address).toEqual([]);
    expect(pictures, address).toBeGreaterThanOrEqual(least);
  }
  await visitor.close();
});

test("two marks that differ in nothing but hue are found", () => {
  const teal = { means: "for", shape: "rect", pattern: "", dash: "none", fill: 0.07, line: null };
  expect(areApart(teal, { ...teal, means: "against", fill: 0.11 })).toBe(false);
  expect(areApart(teal, { ...teal, means: "against", fill: 0.5 })).toBe(true);
  expect(areApart(teal, { ...teal, means: "against", pattern: "url(#against)" })).toBe(true);
});

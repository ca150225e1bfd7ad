import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TALLEST_PICTURE } from "~/domain/usability/pictured";
import { openBrowser } from "~tests/support/browser";
import { pixelsApart, sizeOf } from "~tests/support/pixels";
import { findChromium } from "../../../scripts/chromium.mjs";
import { assetsIn } from "../assets";
import { answersFrom, type Drawer, openDrawer } from "./draw-page";

const CLIENT = resolve(import.meta.dirname, "../../../build/client");

/** Somebody else's server: whoever asks it for anything is counted. */
let elsewhere: Server;
let askedFor: string[] = [];
let drawer: Drawer;
let browser: Browser;
let sheet = "";
beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    askedFor.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("body { display: none }");
  });
  await new Promise<void>((done) => elsewhere.listen(0, "127.0.0.1", done));
  [drawer, browser] = await Promise.all([
    openDrawer(findChromium() ?? "", answersFrom(CLIENT)),
    openBrowser(),
  ]);
  sheet =
    [...assetsIn(CLIENT)].find(({ address }) => /^\/assets\/onedoor-.*\.css$/.test(address))?.address ?? "";
});
afterAll(async () => {
  await drawer?.close();
  await browser?.close();
  await new Promise((done) => elsewhere?.close(done));
});

const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const picture = async (html: string, width = 360) => {
  const drawn = await drawer.draw({ html, width });
  if (drawn.kind !== "drawn") throw new Error(drawn.kind);
  return { ...drawn, png: Buffer.from(drawn.png) };
};

test("a page is drawn as wide as it is asked for and as high as it is, and no two alike", async () => {
  const one = await picture(page("<h1>Physiotherapy</h1>"), 375);
  expect(sizeOf(one.png)).toEqual({ width: 375, height: one.height });
  expect(one.wholeHeight).toBe(one.height);
  expect(await pixelsApart(browser, one.png, (await picture(page("<h1>Physiotherapy</h1>"), 375)).png)).toBe(
    0,
  );
  expect(
    await pixelsApart(browser, one.png, (await picture(page("<h1>Eye test</h1>"), 375)).png),
  ).toBeGreaterThan(0);
  const blank = await picture(page(""), 375);
  expect(await pixelsApart(browser, one.png, blank.png)).toBeGreaterThan(0.001);
});

test("a long page is cut, and it is said how long it was", async () => {
  const long = await picture(page("<p>Line after line</p>".repeat(400)));
  expect([long.height, sizeOf(long.png).height]).toEqual([TALLEST_PICTURE, TALLEST_PICTURE]);
  expect(long.wholeHeight).toBeGreaterThan(TALLEST_PICTURE + 1_000);
});

test("the build's styles are on it, in the brand's colour; without them there is no picture", async () => {
  const styled = (href: string) =>
    page("<h1>Care</h1><a href='#'>A link</a>", `<link rel="stylesheet" href="${href}">`);
  const plain = await picture(page("<h1>Care</h1><a href='#'>A link</a>"));
  const dressed = await picture(styled(`${sheet}?1d5c63`));
  expect(await pixelsApart(browser, plain.png, dressed.png)).toBeGreaterThan(0.005);
  expect(await drawer.draw({ html: styled("/assets/onedoor-of-last-year.css"), width: 360 })).toEqual({
    kind: "styles-gone",
  });
});

test("nothing in it runs, and nobody is asked for anything", async () => {
  askedFor = [];
  const { port } = elsewhere.address() as AddressInfo;
  const there = `http://127.0.0.1:${port}`;
  await picture(
    page(
      `<h1>Care</h1>
       <script>fetch("${there}/fetch")</script>
       <img src="${there}/image.png" alt="">
       <iframe src="${there}/frame"></iframe>
       <object data="${there}/object"></object>
       <video src="${there}/video"></video>
       <div style="background: url(${there}/background.png)">Care</div>`,
      `<link rel="stylesheet" href="${there}/styles.css"><link rel="preconnect" href="${there}">
       <link rel="prefetch" href="${there}/prefetch"><link rel="icon" href="${there}/icon.png">
       <style>@import url("${there}/import.css"); @font-face { font-family: A; src: url("${there}/font.woff2") }
       h1 { font-family: A }</style><meta http-equiv="refresh" content="0; url=${there}/refresh">`,
    ),
  );
  expect(askedFor).toEqual([]);
  const quiet = await picture(page("<h1>Care</h1>"));
  const loud = await picture(page("<h1>Care</h1><script>document.body.textContent = 'It ran'</script>"));
  expect(await pixelsApart(browser, quiet.png, loud.png)).toBe(0);
});

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tracesOf } from "~tests/support/traces";
import { findChromium } from "../../scripts/chromium.mjs";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { pixelsApart, sizeOf } from "../support/pixels";
import { type RunningServer, startServer } from "../support/server";
import { askedAt, beginBy } from "../support/sessions";
import { goOn, signIn } from "../support/stories";
import { Visitor } from "../support/visitor";

const PHONE = 375;
const ALLOWS = ["take-part", "follow-pages", "keep-pictures"] as const;

/** Two servers of one demonstration: one has no browser to make pictures with. */
let without: RunningServer;
let server: RunningServer;
let browser: Browser;
/** Where the other's browser keeps its files. */
let folder: string;
let open = false;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "onedoor-pictures-of-a-test-"));
  without = await startServer({ seed: true, environment: { CHROMIUM_PATH: "off" } });
  const environment = { CHROMIUM_PATH: findChromium() ?? "", TMPDIR: folder };
  server = await startServer({ after: without, environment });
  open = true;
});
afterAll(async () => {
  await browser?.close();
  if (open) await server.stop();
  await without?.stop();
  await rm(folder, { recursive: true, force: true });
});

const visitor = async (scripts: boolean, width?: number, at = server): Promise<Page> =>
  (await visit(browser, at.url, { scripts, ...(width === undefined ? {} : { width }) })).newPage();

/** Marks what somebody sees now, on a facilitator's console without scripts, once the page that they are on is there. */
async function mark(leon: Page, who: string, here: RegExp, button: string, note: string) {
  await expect
    .poll(
      async () => {
        await leon.goto(`/lab/sessions/${who}`);
        return leon.locator("#console-here").textContent();
      },
      { timeout: 15_000 },
    )
    .toMatch(here);
  await leon.locator("#console-note").fill(note);
  await goOn(leon, button);
  await leon.locator("#console-marks").getByText(note).waitFor();
}

test("a problem has a picture of the page as it was, on its page, in the replay, on paper and in a file", {
  timeout: 240_000,
}, async () => {
  const [who] = await askedAt(server, "pictured", 1, { moderated: true });
  if (who === undefined) throw new Error("One was asked");
  const [participant, leon, ingrid] = [
    await visitor(true, PHONE),
    await visitor(false),
    await visitor(false),
  ];
  await signIn(leon, "lab", /Leon Adeyemi/);
  await signIn(ingrid, "lab", /Ingrid Solberg/);
  await beginBy(participant, who.link, ALLOWS);
  const world = new URL(participant.url()).pathname.replace(/\/$/, "");
  await participant.goto(`${world}/services/physiotherapy`);
  await mark(leon, who.id, /^Physiotherapy/, "Problem 3: major", "Reads past the label");
  await participant.goto(`${world}/privacy`);
  await mark(leon, who.id, /^How we use/, "Confused", "Goes off to read this");

  // Of marks alone, and by themselves.
  const pictureAt = async (title: RegExp) => {
    await leon.goto(`/lab/sessions/${who.id}/replay`);
    return leon.locator(".lab-replay > li", { hasText: title }).locator(".lab-picture img").first();
  };
  await expect
    .poll(async () => (await pictureAt(/Physiotherapy/)).count(), { timeout: 90_000, interval: 1_000 })
    .toBe(1);
  await expect
    .poll(async () => (await pictureAt(/How we use/)).count(), { timeout: 90_000, interval: 1_000 })
    .toBe(1);
  expect(await leon.locator(".lab-picture").count()).toBe(2);
  expect(await faultsOf(leon, "replay with pictures")).toEqual([]);

  // Each is a PNG, as wide as their browser, and what a browser shows of that page.
  const pngs: Buffer[] = [];
  for (const title of [/Physiotherapy/, /How we use/]) {
    const picture = await pictureAt(title);
    expect(await picture.getAttribute("alt")).toMatch(title);
    const src = (await picture.getAttribute("src")) ?? "";
    const answer = await leon.request.get(`${server.url}${src}`);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
    expect(answer.headers()).toMatchObject({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
    });
    const png = await answer.body();
    const { width, height } = sizeOf(png);
    expect(width).toBe(PHONE);
    const alone = await leon.context().newPage();
    await alone.setViewportSize({ width: PHONE, height });
    await alone.goto(src.replace(/picture\.png$/, "as-sent"));
    expect(await alone.getByRole("heading", { level: 1 }).textContent()).toMatch(title);
    expect(await pixelsApart(browser, png, await alone.screenshot())).toBeLessThan(0.01);
    await alone.close();
    pngs.push(png);
    const [page] = /[0-9a-f-]{36}(?=\/picture)/.exec(src) ?? [];
    const saved = await leon.request.get(`${server.url}${src}?save`);
    expect(saved.headers()["content-disposition"]).toBe(`attachment; filename="${who.id}-${page}.png"`);
  }
  const [physiotherapy, privacy] = pngs as [Buffer, Buffer];
  expect(await pixelsApart(browser, physiotherapy, privacy)).toBeGreaterThan(0.03);

  // The page with what is known of it: the picture first, and the page itself for who does not see.
  await (await pictureAt(/Physiotherapy/)).click();
  expect(await leon.getByText(`as wide as their browser: ${PHONE} pixels`).count()).toBe(1);
  await leon.frameLocator("iframe").getByRole("heading", { level: 1, name: "Physiotherapy" }).waitFor();
  expect(await faultsOf(leon, "lab page with its picture")).toEqual([]);

  // Moments become a problem, with its evidence.
  const study = "/lab/studies/pictured";
  await ingrid.goto(`${study}/problems`);
  await ingrid.getByRole("checkbox").first().check();
  await ingrid.getByLabel("What is the problem?").fill("Nobody reads the label");
  await ingrid.getByLabel("3: people need help, or fail").check();
  await goOn(ingrid, "Make a problem of them");
  const shown = ingrid.getByRole("article", { name: "Nobody reads the label" }).locator("img");
  expect(await shown.getAttribute("alt")).toMatch(/^The page as it was: .*Physiotherapy/);
  expect(await shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(
    PHONE,
  );
  expect(await faultsOf(ingrid, "problems with pictures")).toEqual([]);
  await ingrid.goto(`${study}/report`);
  expect(await ingrid.locator(".lab-evidence img").count()).toBe(1);
  expect(await faultsOf(ingrid, "report with pictures")).toEqual([]);

  const zip = await ingrid.request.get(`${server.url}${study}/files/problems.zip`);
  expect([zip.status(), zip.headers()["content-type"], zip.headers()["cache-control"]]).toEqual([
    200,
    "application/zip",
    "no-store",
  ]);
  const files = unzipSync(new Uint8Array(await zip.body()));
  const text = (name: string) => Buffer.from(files[name] ?? []).toString("utf8");
  const [moment] = JSON.parse(text("problems.json")).problems[0].evidence;
  expect(Object.keys(files).sort()).toEqual(
    ["problems.csv", "problems.json", moment.picture, moment.html].sort(),
  );
  // Both lists call them by one name.
  expect(text("problems.csv").split("\r\n")[0]).toContain(",picture,html,");
  expect(text("problems.csv")).toContain(`Reads past the label,${moment.picture},${moment.html},`);
  expect(Buffer.from(files[moment.picture] ?? []).equals(physiotherapy)).toBe(true);
  expect(text(moment.html)).toContain("Physiotherapy");
  // By itself the list names the pictures by their addresses here.
  const list = await ingrid.request.get(`${server.url}${study}/files/problems.json`);
  const [listed] = (await list.json()).problems[0].evidence;
  expect((await ingrid.request.get(`${server.url}${listed.picture}`)).status()).toBe(200);

  // Whoever withdraws takes the pictures along: no table, no file and no log line has any of them.
  const someone = new Visitor(server);
  expect((await someone.get(`/lab/sessions/${who.id}/replay`)).status).toBe(303);
  const secrets = [who.id, physiotherapy.subarray(600, 680), privacy.subarray(600, 680)];
  expect(await tracesOf(server.db, secrets)).not.toEqual([]);
  await ingrid.goto(`${study}/participants?delete=${who.id}`);
  await ingrid
    .getByRole("button", { name: /^Delete/ })
    .first()
    .click();
  await expect.poll(() => tracesOf(server.db, secrets), { timeout: 15_000 }).toEqual([]);
  expect(server.output()).not.toContain(who.id);
  expect((await someone.get(listed.picture)).status).toBe(401);
  expect((await ingrid.request.get(`${server.url}${listed.picture}`)).status()).toBe(404);
  await Promise.all([participant, leon, ingrid].map((page) => page.context().close()));
});

test("a server that stops leaves no browser and no file of it behind; without one it says what would make pictures", {
  timeout: 180_000,
}, async () => {
  const [who] = await askedAt(server, "unpictured", 1, { moderated: true });
  if (who === undefined) throw new Error("One was asked");
  const [participant, leon] = [await visitor(false), await visitor(false)];
  await signIn(leon, "lab", /Leon Adeyemi/);
  await beginBy(participant, who.link, ALLOWS);
  await mark(leon, who.id, /./, "Problem 2: minor", "Does not look up");
  await expect.poll(() => readdir(folder), { timeout: 30_000 }).not.toEqual([]);
  await expect.poll(() => runningIn(folder), { timeout: 30_000 }).not.toEqual([]);
  await server.stop();
  open = false;
  await expect.poll(() => runningIn(folder), { timeout: 10_000 }).toEqual([]);
  expect(await readdir(folder)).toEqual([]);

  const ingrid = await visitor(false, 1280, without);
  await signIn(ingrid, "lab", /Ingrid Solberg/);
  const { pathname } = new URL(participant.url());
  await participant.goto(`${without.url}${pathname.replace(/\/$/, "")}/privacy`);
  await mark(ingrid, who.id, /^How we use/, "Confused", "Nobody draws this");
  await ingrid
    .getByRole("link", { name: /^See the page/ })
    .first()
    .click();
  expect(await ingrid.locator("main").innerText()).toContain("or name it in CHROMIUM_PATH");
  await ingrid.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
  expect(await faultsOf(ingrid, "lab page without a picture")).toEqual([]);
  await ingrid.goto("/lab/studies/unpictured/problems");
  expect(await ingrid.locator("main").innerText()).toContain("This server makes no pictures of pages");
  await Promise.all([participant, leon, ingrid].map((page) => page.context().close()));
});

/** The processes that were begun with a folder in their arguments. */
async function runningIn(where: string): Promise<readonly string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
  return lines.filter((line) => line.includes(where));
}

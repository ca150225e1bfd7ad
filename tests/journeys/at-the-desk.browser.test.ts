import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hearsKeys, openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, decline, goOn, signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";
import { IN_WAY, WAYS, type Way } from "../support/ways";

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

const somebody = async (way: Way) => (await visit(browser, server.url, way)).newPage();

async function worksAs(way: Way, name: RegExp): Promise<Page> {
  const page = await somebody(way);
  await signIn(page, "partner", name);
  return page;
}

/** Rosa asks, the harbour says no, and she leaves it to the front desk. */
async function leftToTheDesk(way: Way): Promise<string> {
  const rosa = await somebody(way);
  const reference = await askForPhysiotherapy(rosa, { consent: "No, come back to me first" });
  const priya = await worksAs(way, /Priya Shah/);
  await decline(priya, reference, /^22 Capacity/);
  await rosa.goto(`/requests/${reference}/choose`);
  await rosa.getByLabel(/^Let .* help me$/).check();
  await goOn(rosa, "Ask them");
  for (const page of [rosa, priya]) await page.context().close();
  return reference;
}

const TAKE_IT = /^Take it(?! over)/;
const lineOf = (page: Page, reference: string) => page.locator(".worklist__line", { hasText: reference });

describe.each(WAYS)(`at the front desk, ${IN_WAY}`, (way) => {
  test("of two who take one request one has it; the other is told who, and takes it over knowingly", {
    timeout: 120_000,
  }, async () => {
    const reference = await leftToTheDesk(way);
    const [dot, bea] = [await worksAs(way, /Dot Lane/), await worksAs(way, /Bea Hart/)];
    // Bea's page stays as it is.
    await bea.route("**/events*", (route) => route.abort());
    for (const page of [dot, bea]) await page.goto("/desk");
    await lineOf(dot, reference).getByRole("button", { name: TAKE_IT }).click();
    await dot.getByText("It is yours.").waitFor();
    expect(await lineOf(dot, reference).textContent()).toContain("You have had this since");
    expect(await faultsOf(dot, "a desk of which somebody took something")).toEqual([]);

    const [late] = await Promise.all([
      bea.waitForResponse((response) => response.request().method() === "POST"),
      lineOf(bea, reference).getByRole("button", { name: TAKE_IT }).click(),
    ]);
    expect(late.status()).toBe(409);
    expect(await bea.getByRole("alert").textContent()).toContain("Dot Lane has this now.");
    expect(await lineOf(bea, reference).textContent()).toContain("Dot Lane has had this since");
    await lineOf(bea, reference).getByRole("link", { name: reference }).click();
    expect(await bea.locator(".take").textContent()).toContain("Dot Lane has had this since");
    await bea.getByRole("button", { name: "Take it over" }).click();
    await bea.getByText("You have had this since").waitFor();
    expect(await faultsOf(bea, "the desk's work that somebody took over")).toEqual([]);

    await dot.goto("/desk");
    expect(await lineOf(dot, reference).textContent()).toContain("Bea Hart has had this since");
    for (const came of ["Nobody answered", "It went to voicemail, and I left no message"]) {
      await bea.getByRole("link", { name: "Write down a call" }).click();
      await bea.getByLabel(came).check();
      await goOn(bea, "Keep this call");
      await bea.getByRole("heading", { name: "Calls to the person" }).waitFor();
    }
    await dot.goto("/desk");
    expect(await lineOf(dot, reference).textContent()).toContain("Rang twice without answer");
    const groups = dot.getByRole("navigation", { name: "What there is to do" });
    await groups.getByRole("link", { name: /^Requests no partner has/ }).click();
    expect(new URL(dot.url()).hash).toBe("#work");
    if (way.scripts) {
      await dot.waitForFunction(() => document.querySelector("#work-keys:not([hidden])") !== null);
      await hearsKeys(dot);
      await dot.keyboard.press("j");
      expect(await dot.evaluate(() => document.activeElement?.closest(".worklist__line") !== null)).toBe(
        true,
      );
    }
    await bea.getByRole("button", { name: "Give it back" }).click();
    await bea.getByRole("button", { name: TAKE_IT }).waitFor();
    await dot.goto("/desk");
    expect(await lineOf(dot, reference).getByRole("button", { name: TAKE_IT }).count()).toBe(1);
    for (const page of [dot, bea]) await page.context().close();
  });
});

describe.each(WAYS)(`two requests of one person for one thing, ${IN_WAY}`, (way) => {
  test("are laid side by side; one is closed and its person told why, or both go on for good", {
    timeout: 120_000,
  }, async () => {
    const [rosa, again] = [await somebody(way), await somebody(way)];
    const first = await askForPhysiotherapy(rosa);
    const second = await askForPhysiotherapy(again);
    const dot = await worksAs(way, /Dot Lane/);
    const pair = dot.locator(".stops__line", { hasText: first }).filter({ hasText: second });
    await dot.goto("/desk");
    expect(await faultsOf(dot, "a desk with what is likely asked twice")).toEqual([]);
    await pair.getByRole("link", { name: /^Look at both/ }).click();
    expect(await faultsOf(dot, "two requests side by side")).toEqual([]);
    expect(await dot.getByText("All answers are the same.").count()).toBe(1);
    expect(await dot.locator(".twice__side").first().textContent()).toContain("Harbour Community Trust");
    await dot.getByRole("button", { name: `Close ${second}` }).click();
    await dot.getByText("One of the two is closed, and the person is told.").waitFor();
    await again.goto(`/requests/${second}`);
    expect(await again.getByText("This was asked for twice. The other request for it goes on.").count()).toBe(
      1,
    );
    expect(await again.getByText(first).count()).toBe(0);
    await rosa.goto(`/requests/${first}`);
    expect(await rosa.locator("[aria-current=step]").textContent()).toContain("Harbour Community Trust");

    const third = await askForPhysiotherapy(again);
    await dot.goto(`/desk/duplicates/${first}/${third}`);
    await goOn(dot, "They are not the same request");
    await dot.getByText("Both go on.").waitFor();
    expect(await dot.locator(".stops__line", { hasText: first }).filter({ hasText: third }).count()).toBe(0);
    await dot.goto(`/desk/duplicates/${third}/${first}`);
    await dot.getByText("Those two are not on the list any more.").waitFor();

    // On one of two the person tells of danger while somebody looks at both: that one cannot be closed, and says why.
    const fourth = await askForPhysiotherapy(again);
    await dot.goto(`/desk/duplicates/${third}/${fourth}`);
    await again.goto(`/requests/${fourth}`);
    await again.getByRole("link", { name: "I’m worse" }).click();
    await again.getByLabel("I cannot feel my legs").check();
    await goOn(again);
    await again.getByRole("heading", { level: 1, name: "Call 999 now" }).waitFor();
    await dot.getByRole("button", { name: `Close ${fourth}` }).click();
    await dot.getByRole("alert").getByText("The person told of a sign of danger on this one").waitFor();
    expect(await dot.getByRole("button", { name: `Close ${fourth}` }).count()).toBe(0);
    expect(await dot.getByRole("button", { name: `Close ${third}` }).count()).toBe(1);
    expect(await faultsOf(dot, "two requests of which one cannot be closed")).toEqual([]);
    for (const page of [rosa, again, dot]) await page.context().close();
  });
});

test("a form that takes nothing there is, is told so", async () => {
  const dot = await worksAs({ scripts: false, width: 1280 }, /Dot Lane/);
  const send = (form: Record<string, string>) =>
    dot.context().request.post("/desk", { form, headers: { "sec-fetch-site": "same-origin" } });
  expect((await send({ intent: "take", kind: "part", item: "made-up" })).status()).toBe(404);
  const other = await send({ intent: "take", kind: "nothing", item: "made-up" });
  expect([other.status(), (await other.text()).includes("choose from there what you want to do")]).toEqual([
    400,
    true,
  ]);
  await dot.context().close();
});

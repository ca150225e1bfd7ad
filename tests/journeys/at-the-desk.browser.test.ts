import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, decline, goOn, signIn } from "../support/stories";
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

interface Way {
  readonly scripts: boolean;
  readonly width: number;
}
const WAYS: readonly Way[] = [
  { scripts: false, width: 320 },
  { scripts: true, width: 1280 },
];

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

describe.each(WAYS)("at the front desk, scripts $scripts, $width pixels", (way) => {
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
    await bea.getByRole("button", { name: "Give it back" }).click();
    await bea.getByRole("button", { name: TAKE_IT }).waitFor();
    await dot.goto("/desk");
    expect(await lineOf(dot, reference).getByRole("button", { name: TAKE_IT }).count()).toBe(1);
    for (const page of [dot, bea]) await page.context().close();
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

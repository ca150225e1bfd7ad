import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { askForPhysiotherapy, openWork, signIn } from "../support/stories";
import { FAR_TOWN, twoTowns } from "../support/town-people";

const FAR = `/b/${FAR_TOWN}`;

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

const somebody = async () => (await visit(browser, server.url, { scripts: false })).newPage();

describe("two front doors, a patient and a partner, in one browser", () => {
  test("never mix: each has cookies of its own, and an id of one is unknown to the other", async () => {
    const page = await somebody();
    await signIn(page, "patient", /Meera Patel/);
    const here = await askForPhysiotherapy(page);
    await signIn(page, "partner", /Priya Shah/);
    await signIn(page, "patient", /Meera Patel/, FAR);
    const there = await askForPhysiotherapy(page, { prefix: FAR });
    await signIn(page, "partner", /Priya Shah/, FAR);

    const cookies = (await page.context().cookies())
      .map(({ name }) => name)
      .filter((name) => name.startsWith("onedoor_"));
    expect(cookies).toEqual(
      expect.arrayContaining(
        ["patient", "partner", "draft"].flatMap((kind) => [
          `onedoor_${kind}_small-town`,
          `onedoor_${kind}_${FAR_TOWN}`,
        ]),
      ),
    );
    expect(new Set(cookies).size).toBe(cookies.length);

    await page.goto("/requests");
    expect(await page.getByText(here).count()).toBe(1);
    expect(await page.getByText(there).count()).toBe(0);
    await page.goto(`${FAR}/requests`);
    expect(await page.getByText(there).count()).toBe(1);
    expect(await page.getByText(here).count()).toBe(0);

    await page.goto(`/requests/${there}`);
    expect(new URL(page.url()).pathname).toBe("/requests");
    await page.goto(`${FAR}/requests/${here}`);
    expect(new URL(page.url()).pathname).toBe(`${FAR}/requests`);

    await openWork(page, here);
    const work = new URL(page.url()).pathname;
    expect((await page.goto(`${FAR}${work}`))?.status()).toBe(404);
    await page.goto(`${FAR}/partner`);
    expect(await page.getByRole("link", { name: here }).count()).toBe(0);
    expect(await page.getByRole("link", { name: there }).count()).toBe(1);
    await page.context().close();
  });

  test("the patient's session opens no partner page, and the partner's no patient page", async () => {
    const page = await somebody();
    await signIn(page, "patient", /Meera Patel/);
    for (const path of ["/partner", "/desk", "/partner/fulfilments/any"]) {
      await page.goto(path);
      expect(new URL(page.url()).pathname).toMatch(/^\/(sign-in|oidc)/);
    }
    await page.context().close();
    const partner = await somebody();
    await signIn(partner, "partner", /Priya Shah/);
    await partner.goto("/requests");
    expect(await partner.getByRole("heading", { name: "Track a request" }).count()).toBe(1);
    await partner.context().close();
  });
});

describe("a partner's work", () => {
  test("is not there for another organisation, with any verb", async () => {
    const rosa = await somebody();
    const reference = await askForPhysiotherapy(rosa);
    const priya = await somebody();
    await signIn(priya, "partner", /Priya Shah/);
    await openWork(priya, reference);
    const work = new URL(priya.url()).pathname;

    const mo = await somebody();
    await signIn(mo, "partner", /Mo Farrow/);
    expect((await mo.goto(work))?.status()).toBe(404);
    for (const intent of ["accept", "decline", "start", "complete", "fail", "nonsense"]) {
      const answer = await mo.context().request.post(work, {
        form: { intent, version: "1", reason: "22", slot: "other", failure: "x" },
        headers: { "sec-fetch-site": "same-origin" },
      });
      expect(answer.status()).toBe(404);
    }
    for (const page of [rosa, priya, mo]) await page.context().close();
  });

  test("is done once when its form is sent twice, and not when another is sent in its place", async () => {
    const rosa = await somebody();
    const reference = await askForPhysiotherapy(rosa);
    const priya = await somebody();
    await signIn(priya, "partner", /Priya Shah/);
    await openWork(priya, reference);
    const form = priya.locator("form", { has: priya.locator('input[name="intent"][value="decline"]') });
    const hidden = async (name: string) => form.locator(`input[name="${name}"]`).inputValue();
    const typed = { version: await hidden("version"), part: await hidden("part"), key: await hidden("key") };
    const send = (note: string) =>
      priya.context().request.post(new URL(priya.url()).pathname, {
        form: { intent: "decline", reason: "22", note, ...typed },
        headers: { "sec-fetch-site": "same-origin" },
        maxRedirects: 0,
      });
    expect((await send("")).status()).toBe(303);
    expect((await send("")).status()).toBe(303);
    expect((await send("And we are closing")).status()).toBe(409);
    for (const page of [rosa, priya]) await page.context().close();
  });

  test("somebody with two organisations sees one at a time, and no third", async () => {
    const sol = await somebody();
    await signIn(sol, "partner", /Sol Reid/);
    await sol.goto("/partner");
    await sol.getByRole("link", { name: /^Switch to/ }).click();
    expect(new URL(sol.url()).searchParams.get("organisation")).not.toBeNull();
    expect((await sol.goto("/partner?organisation=harbour"))?.status()).toBe(404);
    await sol.context().close();
  });

  test("the front desk is for the front desk", async () => {
    const priya = await somebody();
    await signIn(priya, "partner", /Priya Shah/);
    expect((await priya.goto("/desk"))?.status()).toBe(403);
    await priya.context().close();
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distanceInWords } from "~/domain/shared/in-words";
import { readDirectoryContents } from "~db/queries/directory";
import { openBrowser, visit } from "../support/browser";
import { type RunningServer, startServer } from "../support/server";
import { type Asking, ask, askUpTo } from "../support/stories";
import { loadBristol } from "./loaded";
import {
  type PublishedBristol,
  pharmaciesFrom,
  publishedWaits,
  readPublishedBristol,
  sayWhetherThere,
  there,
} from "./published";

sayWhetherThere("the real Bristol at the front door");

const PREFIX = "/b/bristol";
/** Of 34 years, in November 2026. */
const ASKER = { name: "Asha Penrose", born: [14, 3, 1992], sex: "female", postcode: "BS3 1TF" } as const;
const REGISTERED_WITH = "L81007";

/** No published file says any of these, so no page may. */
const NEVER_PUBLISHED =
  /has room|no room|waiting list|confirmed \d|next free|free times?|declined|refused|out of \d+ requests/i;
const WAIT = /\bwait\b[^.]*\d|\d+ (days|weeks)/i;

describe.skipIf(!there)("the real Bristol at the front door, with scripts off", { timeout: 60_000 }, () => {
  let server: RunningServer;
  let browser: Browser;
  let published: PublishedBristol;
  let practice: string;
  beforeAll(async () => {
    server = await startServer({
      prepare: async (db) => void (await loadBristol(db)),
      environment: { DEMO_SEED: "0" },
    });
    browser = await openBrowser();
    published = readPublishedBristol();
    const { organisations } = await readDirectoryContents(server.db.kysely, "bristol");
    practice = organisations.find(({ odsCode }) => odsCode === REGISTERED_WITH)?.name ?? "";
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const somebody = async () => (await visit(browser, server.url, { scripts: false })).newPage();
  const asking = (change: Pick<Asking, "search" | "service"> & Partial<Asking>): Asking => ({
    asker: ASKER,
    prefix: PREFIX,
    answers: { problem: "It hurts.", seen: "yes", "how-long": "days", change: "same" },
    ...change,
  });
  /** What a person reads on the page, folded or not, without what is always there. */
  const mainText = async (page: Page) => (await page.getByRole("main").textContent()) ?? "";

  it("says first that the organisations are real, and that nothing is sent", async () => {
    const page = await somebody();
    for (const path of ["", "/services?view=a-to-z", "/services/sore-throat", "/services/befriending"]) {
      await page.goto(`${PREFIX}${path}`);
      const banner = page.getByRole("region", { name: "About this site" });
      expect(await banner.textContent()).toBe(
        "Real places, from lists that anyone can see. Nothing is sent to them.",
      );
    }
    await page.context().close();
  });

  it("finds help for a sore throat first, in a short list", async () => {
    const page = await somebody();
    await page.goto(`${PREFIX}/services?q=sore+throat`);
    const found = await page.locator(".service-card__name").allTextContents();
    expect(found[0]).toBe("Help for a sore throat");
    expect(found.length).toBeLessThanOrEqual(6);
    await page.context().close();
  });

  it("lists the nearest real pharmacies for a sore throat, in the order of their distance", async () => {
    const page = await somebody();
    await askUpTo(page, "choose", asking({ search: "sore throat", service: "Help for a sore throat" }));
    const nearest = pharmaciesFrom(published, ASKER.postcode).slice(0, 30);
    const offered = page.locator("input[name=choice]:not([value=best])");
    expect(await offered.evaluateAll((radios) => radios.map((radio) => radio.getAttribute("value")))).toEqual(
      nearest.map(({ ods }) => `pharmacy-first.${ods.toLowerCase()}.sore-throat`),
    );
    const places = await page.locator(".offer-card__place").allTextContents();
    for (const [index, { km }] of nearest.entries()) {
      expect(places[index]).toContain(`${distanceInWords(km)} away`);
    }
    const said = await mainText(page);
    expect(said).toContain("Their wait is not known, nor if they have room");
    expect(said).not.toMatch(NEVER_PUBLISHED);
    expect(said).not.toMatch(WAIT);
    await page.context().close();
  });

  it("offers an appointment at the person's own practice, and on no other practice's list", async () => {
    const page = await somebody();
    const own = asking({ search: "gp appointment", service: "An appointment at your practice" });
    await askUpTo(page, "choose", { ...own, asker: { ...ASKER, practice } });
    const offered = page.locator("input[name=choice]:not([value=best])");
    expect(await offered.evaluateAll((radios) => radios.map((radio) => radio.getAttribute("value")))).toEqual(
      [`gp.${REGISTERED_WITH.toLowerCase()}.gp-appointment`],
    );
    expect(await page.locator(".offer-card__name").first().textContent()).toBe(practice);
    await page.context().close();
  });

  it("shows the trusts for a knee operation with their dated waits, and sends the request to the practice", async () => {
    const page = await somebody();
    const waits = publishedWaits("C_110");
    const weeks = (ods: string) => `${Math.round((waits.get(ods) ?? 0) / 7)} weeks`;
    const atChoice = async (at: Page, step: string) => {
      if (step !== "choose") return;
      expect(await at.getByRole("heading", { level: 1 }).textContent()).toBe("Your practice refers you");
      expect(await at.locator(".offer-card__name").allTextContents()).toEqual([practice]);
      const hospitals = await at.locator(".hospital-waits li").allTextContents();
      expect(hospitals).toHaveLength(2);
      for (const [index, [name, ods]] of [
        ["University Hospitals Bristol and Weston NHS Foundation Trust", "RA7"],
        ["North Bristol NHS Trust", "RVJ"],
      ].entries()) {
        expect(hospitals[index]).toContain(name);
        expect(hospitals[index]).toContain(weeks(ods ?? ""));
        expect(hospitals[index]).toContain("NHS England RTT, March 2026");
      }
      expect(await mainText(at)).not.toMatch(NEVER_PUBLISHED);
      expect(await mainText(at)).not.toContain("Headquarters");
    };
    const knee = asking({ search: "knee operation", service: "Knee operation", at: atChoice });
    const reference = await ask(page, { ...knee, asker: { ...ASKER, practice } });
    expect(await page.locator("[aria-current=step]").textContent()).toContain(practice);
    expect(await mainText(page)).toContain("Nobody real has been asked.");
    const asked = await server.db.kysely
      .selectFrom("fulfilments")
      .innerJoin("requests", (join) =>
        join
          .onRef("requests.id", "=", "fulfilments.request_id")
          .onRef("requests.brand_id", "=", "fulfilments.brand_id"),
      )
      .where("requests.reference", "=", reference)
      .select("fulfilments.offer_id")
      .execute();
    expect(asked).toEqual([{ offer_id: `gp.${REGISTERED_WITH.toLowerCase()}.knee-operation` }]);
    await page.context().close();
  });

  it("shows a community service in its own published words, with a link that tells nobody where it came from", async () => {
    const page = await somebody();
    await page.goto(`${PREFIX}/services/befriending`);
    const first = page.locator(".possible-boxes__labels > li").first();
    expect(
      await first.getByText(/^Checked on \d+ \w+ 20\d\d by Bristol's community directory$/).count(),
    ).toBe(1);
    const links = page.locator(".possible-boxes a[href^=http]");
    expect(await links.count()).toBeGreaterThan(5);
    const rels = await links.evaluateAll((all) => all.map((link) => link.getAttribute("rel")));
    expect(new Set(rels)).toEqual(new Set(["noreferrer"]));
    await page.context().close();
  });

  it("keeps the footer's sources in line with the page", async () => {
    const page = await somebody();
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(PREFIX);
      const left = async (where: string) => (await page.locator(where).first().boundingBox())?.x ?? -1;
      expect(await left(".page-footer__attribution li")).toBeCloseTo(await left(".page-footer__name"), 0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
});

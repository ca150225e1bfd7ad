import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instant } from "~/domain/shared/time";
import { recordYear, type YearResult } from "~/usecases/record-year";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { YEARS } from "~seeds/years";
import { openBrowser, visit } from "../support/browser";
import { cutOff } from "../support/cut-off";
import { faultsOf } from "../support/page-faults";

import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";
import { loadBristol } from "./loaded";
import { sayWhetherThere, there } from "./published";

sayWhetherThere("the board room of the real Bristol");

const BRAND = "bristol";
const PREFIX = `/b/${BRAND}`;
/** What nobody may say of a real partner, for nobody knows it. */
const NEVER_KNOWN =
  /said? no|says? yes|answers? in time|never answers|declined|refused|had no room|kept promises|over deadline/i;

describe.skipIf(!there)("the board room of the real Bristol", { timeout: 120_000 }, () => {
  let server: RunningServer;
  let browser: Browser;
  let year: YearResult;
  beforeAll(async () => {
    server = await startServer({
      environment: { DEMO_SEED: "0" },
      prepare: async (db) => {
        const onedoor = await loadBristol(db);
        const asked = YEARS[BRAND];
        if (asked === undefined) throw new Error("Bristol has no year");
        year = await recordYear(onedoor, BRAND, asked);
        const account = { id: "chair", issuer: "http://localhost/oidc", subject: "chair", name: "the chair" };
        await db.write(async (tx) => {
          await upsertAccount(tx, { ...account, email: null, claims: {} }, instant(Date.now()));
          await addMembership(tx, BRAND, { accountId: "chair", organisationId: null, role: "board" });
        });
      },
    });
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function chair(): Promise<Page> {
    const page = await (await visit(browser, server.url, { scripts: false })).newPage();
    await signIn(page, "board", /the chair/, PREFIX);
    return page;
  }
  const words = async (page: Page): Promise<string> => (await page.getByRole("main").textContent()) ?? "";

  it("has a year in which what people ask for is made up, and nothing of how a partner answers", async () => {
    expect(year).toMatchObject({ kind: "recorded" });
    // One in seven of what the people on 37 lists ask for.
    const parts = "parts" in year ? year.parts : 0;
    expect([parts > 90_000, parts < 110_000]).toEqual([true, true]);
    const weeks = await server.db.kysely
      .selectFrom("past_weeks")
      .select("parts")
      .where("brand_id", "=", BRAND)
      .execute();
    expect(weeks.length).toBeGreaterThanOrEqual(52);
    const page = await chair();
    await page.goto(`${PREFIX}/board/year`);
    expect(await words(page)).toContain("What partners do is not made up: their names are real");
    expect(await page.getByRole("heading", { name: "How partners answer" }).count()).toBe(0);
    expect(await faultsOf(page, "how the year of real names was made")).toEqual([]);
    await page.context().close();
  });

  it("shows what is asked for, says that it is made up, and measures no partner", async () => {
    const page = await chair();
    await page.goto(`${PREFIX}/board/flow?period=year`);
    expect(await words(page)).toContain(
      "What people ask for here is made up, so no partner is measured by it",
    );
    expect(await words(page)).not.toMatch(NEVER_KNOWN);
    await page.getByRole("heading", { name: "From need to service" }).waitFor();
    // Nobody's box is known, nor who has anything.
    expect(await words(page)).not.toMatch(/\bbox|has it|how it went|Striped/i);
    for (const period of ["year", "quarter", "weeks"]) {
      await page.goto(`${PREFIX}/board/flow?period=${period}`);
      await page.getByRole("img", { name: "From need to service" }).waitFor();
      expect([period, await cutOff(page)]).toEqual([period, []]);
    }
    expect(await faultsOf(page, "the flow of real names")).toEqual([]);
    for (const path of ["/board/flow/accepted", "/board/flow/accepted/list"])
      expect([path, (await page.request.get(`${PREFIX}${path}`)).status()]).toEqual([path, 404]);
    await page.context().close();
  });

  it("has no stage, no next town and nothing to play, and links to none of them", async () => {
    const page = await chair();
    await page.goto(`${PREFIX}/board`);
    const links = await page.getByRole("main").getByRole("link").allTextContents();
    expect(await words(page)).toContain("It is made up, and no partner is measured by it");
    for (const name of ["The stage", "What if", "The next town"]) expect(links).not.toContain(name);
    expect(await faultsOf(page, "the board room of real names")).toEqual([]);
    for (const path of ["/board/stage", "/board/stage/handout", "/board/replicate"])
      expect([path, (await page.request.get(`${PREFIX}${path}`)).status()]).toEqual([path, 404]);
    await page.goto(`${PREFIX}/board/what-if`);
    expect(await words(page)).toContain("So nothing is played again here");
    expect(await page.getByRole("button", { name: /play/i }).count()).toBe(0);
    expect(await faultsOf(page, "what-if with real names")).toEqual([]);
    await page.context().close();
  });

  it("says who its partners are and how they would decide, by what was published", async () => {
    const page = await chair();
    await page.goto(`${PREFIX}/board/partners`);
    expect(await words(page)).not.toMatch(NEVER_KNOWN);
    expect(await faultsOf(page, "the partners of real names")).toEqual([]);
    // So many are folded by what they are.
    await page.getByText(/^Hospital trust: \d+$/).click();
    await page
      .getByRole("main")
      .getByRole("link", { name: "North Bristol NHS Trust", exact: true })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /North Bristol NHS Trust/ }).waitFor();
    expect(await words(page)).not.toMatch(NEVER_KNOWN);
    expect(await faultsOf(page, "a partner with a real name")).toEqual([]);
    for (const [path, name] of [
      ["/board/governance", "how a board of real names decides"],
      ["/board/governance/new", "what to propose among real names"],
    ] as const) {
      await page.goto(`${PREFIX}${path}`);
      expect(await faultsOf(page, name)).toEqual([]);
    }
    await page.context().close();
  });
});

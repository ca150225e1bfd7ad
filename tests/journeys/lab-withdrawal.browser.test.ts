import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { makeProblem } from "~/usecases/lab/keep-problems";
import { createOnedoor } from "~/usecases/onedoor";
import { readProblems } from "~db/queries/lab-problems";
import { readLabRecord } from "~db/queries/lab-record";
import { labWorldsOf } from "~db/queries/lab-worlds";
import { readStudyRecords } from "~db/queries/study-records";
import { readTracesLeft } from "~db/queries/traces-left";
import { openBrowser } from "../support/browser";
import { LARKMOUTH } from "../support/larkmouth-town";
import { type Cluster, createDatabase, startCluster } from "../support/postgres-cluster";
import { type RunningServer, startServer } from "../support/server";
import { askedAt, beginBy, openPage, recordedOf, storedIn } from "../support/sessions";
import { signIn } from "../support/stories";
import { tracesOf } from "../support/traces";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const ALL = ["take-part", "follow-pages", "keep-pictures", "keep-typing"] as const;
const INGRID = { accountId: "ingrid-solberg", name: "Ingrid Solberg" };
const BUTTON = { title: "Nobody sees the button", severity: 3 };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Searches, which is typed, followed and pictured, and reads on what is found. */
async function searches(page: Page, words: string): Promise<void> {
  const field = page.locator("main input[name=q]").first();
  await field.fill(words);
  await field.press("Enter");
  await page.waitForURL(/\/services\?/);
  await page.goto(`${new URL(page.url()).pathname}/physiotherapy`);
  await page.locator("h1").click();
}

const kindsOf = async (server: RunningServer, id: string) => [
  ...new Set((await recordedOf(server, id)).map(({ kind }) => kind)),
];

describe.each(["sqlite", "postgres"] as const)("on %s", (dialect) => {
  let cluster: Cluster | undefined;
  let server: RunningServer;
  beforeAll(async () => {
    if (dialect === "postgres") {
      cluster = await startCluster({ durable: false });
      await createDatabase(cluster.address, "withdrawal");
    }
    const databaseUrl = cluster && { databaseUrl: `${cluster.address}/withdrawal` };
    server = await startServer({ seed: true, ...databaseUrl });
  });
  afterAll(async () => {
    await server?.stop();
    await cluster?.stop();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  test("who withdraws while a facilitator looks on leaves nothing, in no table, file or line of the log, and the others stay", {
    timeout: 240_000,
  }, async () => {
    const { db } = server;
    const onedoor = createOnedoor(db, silent);
    const study = { moderated: true, keepTyping: true, permissions: [...ALL] };
    const [gone, stays] = await askedAt(server, "withdrawn", 2, study);
    if (gone === undefined || stays === undefined) throw new Error("Two were asked");
    const people = await Promise.all([gone, stays].map(() => openPage(browser, server, true)));
    const [leaving, staying] = people.map(({ page }) => page) as [Page, Page];
    await beginBy(leaving, gone.link, ALL);
    await beginBy(staying, stays.link, ALL);
    const { page: facilitator } = await openPage(browser, server, true);
    await signIn(facilitator, "lab", /Leon Adeyemi/);
    await facilitator.goto(`/lab/sessions/${gone.id}`);
    await facilitator.locator("#console-keys").waitFor({ state: "visible" });

    const typed = { gone: "meinrueckenmorgens", stays: "wehesknieabends" };
    await searches(leaving, typed.gone);
    await searches(staying, typed.stays);
    const path = facilitator.locator("#console-path");
    await path.getByText("Clicked: nothing: h1").first().waitFor();
    await facilitator.keyboard.press("3");
    await facilitator.keyboard.type("liest laut und zoegert");
    await facilitator.keyboard.press("Enter");
    await facilitator.locator("#console-marks").getByText("liest laut und zoegert").waitFor();
    const tag = (await readLabRecord(db.kysely, LARKMOUTH, gone.id)).find(
      ({ event }) => event.kind === "tagged",
    );
    const moments = [{ code: gone.id, event: tag?.id ?? "" }];
    const problem = { id: "button", ...BUTTON, moments };
    expect((await makeProblem(onedoor, LARKMOUTH, INGRID, "withdrawn", problem)).kind).toBe("kept");
    for (const id of [gone.id, stays.id])
      await expect
        .poll(() => kindsOf(server, id))
        .toEqual(expect.arrayContaining(["typed", "click", "page", "reached"]));

    // A world that is made while they withdraw would be theirs no longer, and its traces would be wiped by the clock.
    const statesOfWorlds = async () =>
      (await labWorldsOf(db.kysely, LARKMOUTH, gone.id)).map(({ state }) => state);
    await expect.poll(statesOfWorlds, { timeout: 60_000 }).toEqual(["ready", "open"]);
    const pictures = (await recordedOf(server, gone.id)).flatMap((event) =>
      event.kind === "page" ? (event.snapshot ?? []) : [],
    );
    const worlds = (await labWorldsOf(db.kysely, LARKMOUTH, gone.id)).map(({ worldId }) => worldId);
    const events = (await readLabRecord(db.kysely, LARKMOUTH, gone.id)).map(({ id }) => id);
    const secrets = [
      gone.id,
      gone.link,
      typed.gone,
      "liest laut und zoegert",
      ...worlds,
      ...pictures,
      ...events.filter((id) => id.length >= 32),
    ];
    // All but the link itself, which was never kept, is there to be found, in the tables and in SQLite's files.
    const before = await tracesOf(db, secrets);
    const foundIn = dialect === "sqlite" ? / in a file$/ : / in /;
    for (const secret of secrets)
      expect([secret, before.some((trace) => trace.startsWith(`${secret} `) && foundIn.test(trace))]).toEqual(
        [secret, secret !== gone.link],
      );
    expect(pictures.length).toBeGreaterThan(1);
    const others = await readLabRecord(db.kysely, LARKMOUTH, stays.id);

    // A last note waits in the facilitator's browser, without a line, and something of the test in the participant's.
    await facilitator.context().setOffline(true);
    await facilitator.keyboard.press("c");
    await facilitator.keyboard.type("seufzt");
    await facilitator.keyboard.press("Enter");
    await facilitator.getByText("not sent yet").waitFor();
    for (const page of [leaving, facilitator]) expect(await storedIn(page)).not.toEqual([]);

    await leaving.goto("/lab/withdraw");
    await leaving.getByRole("button", { name: "Delete everything of mine" }).click();
    await leaving.getByRole("heading", { name: "Everything is deleted" }).waitFor();
    await leaving.getByText("We have nothing of your test any more.").waitFor();
    // Once the page says so, it is so.
    expect(await tracesOf(db, secrets)).toEqual([]);
    expect(secrets.filter((secret) => server.output().includes(secret))).toEqual([]);
    expect(await readTracesLeft(db.kysely)).toEqual([]);

    // What the browsers still tell and fetch of them comes to nothing, on whatever page they are, and stays in none.
    await expect.poll(() => storedIn(leaving)).toEqual([]);
    await leaving.goto("/services");
    await facilitator.context().setOffline(false);
    await facilitator.locator("[data-console]").waitFor({ state: "detached" });
    await facilitator.getByRole("heading", { level: 1, name: "Nothing of this is kept any more" }).waitFor();
    expect(await storedIn(facilitator)).toEqual([]);
    await staying.locator("h1").click();
    await expect
      .poll(async () => (await readLabRecord(db.kysely, LARKMOUTH, stays.id)).length)
      .toBeGreaterThan(others.length);
    expect(await tracesOf(db, secrets)).toEqual([]);

    const left = await readLabRecord(db.kysely, LARKMOUTH, stays.id);
    expect(left.slice(0, others.length)).toEqual(others);
    const sessions = await readStudyRecords(db.kysely, LARKMOUTH, "withdrawn", 1);
    expect(sessions.map(({ code }) => code)).toEqual([stays.id]);
    expect(await readProblems(db.kysely, LARKMOUTH, "withdrawn")).toEqual([]);
    await signIn(facilitator, "lab", /Ingrid Solberg/);
    await facilitator.goto("/lab/studies/withdrawn/results");
    await facilitator.getByRole("heading", { level: 1 }).waitFor();
    expect(await facilitator.content()).not.toContain(gone.id);
  });
});

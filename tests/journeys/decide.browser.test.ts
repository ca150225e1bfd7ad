import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "~/domain/shared/time";
import { setServiceStatus } from "~/usecases/change-catalogue";
import { createOnedoor } from "~/usecases/onedoor";
import { moveBrandClock } from "~db/queries/brands";
import { proposed, seatBoard, vote } from "../support/board";
import { BEA } from "../support/brand-managers";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { TOWN } from "../support/small-town";
import { goOn, signIn } from "../support/stories";
import { twoTowns } from "../support/town-people";

const DAY = 86_400_000;
let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({
    prepare: async (db) => {
      await twoTowns(db);
      const issuer = "http://localhost/oidc";
      await seatBoard(db, ["harbour", "hill", "mead"], instant(Date.now()), issuer);
    },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody of the board, signed in, in a browser of their own. */
async function member(name: RegExp, { scripts = false, width = 320 } = {}): Promise<Page> {
  const page = await (await visit(browser, server.url, { scripts, width })).newPage();
  await signIn(page, "board", name);
  return page;
}

/** Goes to the page of one kind of proposal. */
async function propose(page: Page, kind: string): Promise<void> {
  await page.goto("/board/governance");
  await page
    .getByRole("button", { name: "Make a proposal" })
    .or(page.getByRole("link", { name: "Make a proposal" }))
    .click();
  await page.getByLabel(kind, { exact: true }).check();
  await goOn(page);
  await page.getByRole("heading", { level: 1, name: kind }).waitFor();
}

async function voteAs(page: Page, path: string, choice: string, reason: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel(choice, { exact: true }).check();
  await page.getByLabel("Why", { exact: true }).fill(reason);
  await page.getByRole("button", { name: /^(Vote|Change the vote)$/ }).click();
}

const status = async (page: Page): Promise<string> => (await page.getByRole("status").textContent()) ?? "";
const canAsk = async (page: Page, service: string): Promise<boolean> => {
  await page.goto(`/services/${service}`);
  return (await page.locator(`a[href*="/services/${service}/request"]`).count()) > 0;
};

test("members propose, talk and vote; what passes is done by itself, and people see it", {
  timeout: 120_000,
}, async () => {
  const [chair, harbour, hill, mead] = await Promise.all(
    [/the chair/, /board of harbour/, /board of hill/, /board of mead/].map((name) => member(name)),
  );
  if (!chair || !harbour || !hill || !mead) throw new Error("Somebody is not there");
  const patient = await (await visit(browser, server.url, { scripts: false, width: 320 })).newPage();
  expect(await canAsk(patient, "eye-test")).toBe(true);

  await chair.goto("/board");
  await chair.getByRole("link", { name: "Decide", exact: true }).first().click();
  await chair.getByText("Nothing is open.").waitFor();
  expect(await faultsOf(chair, "how the board decides, nothing yet")).toEqual([]);
  await propose(chair, "Close a service");
  await goOn(chair, "Propose it");
  expect(await chair.getByRole("alert").textContent()).toContain("Choose a service");
  expect(await faultsOf(chair, "a proposal with something to put right")).toEqual([]);
  await chair.getByLabel("Which service?").selectOption({ label: "Eye test" });
  await chair.getByLabel("Why?").fill("Opticians do it on every street.");
  await goOn(chair, "Propose it");
  expect(await status(chair)).toContain("It is proposed");
  const path = new URL(chair.url()).pathname;
  expect(await chair.getByRole("heading", { level: 1 }).textContent()).toContain("Close a service: Eye test");
  await chair.getByText("You speak for the front door itself, which has no vote.").waitFor();

  // Two votes of one member: what one has not seen is not voted over, and the last in time counts.
  await hill.goto(path);
  await hill.getByLabel("Say something").fill("Ours are 2 miles away.");
  await goOn(hill, "Say it");
  expect(await status(hill)).toContain("It is said");
  await voteAs(harbour, path, "For", "");
  expect(await harbour.getByRole("alert").textContent()).toContain("Say why");
  expect(await harbour.getByLabel("For", { exact: true }).isChecked()).toBe(true);
  await harbour.getByLabel("Why", { exact: true }).fill("Fewer trips.");
  await goOn(harbour, "Vote");
  expect(await status(harbour)).toContain("The vote is cast");
  await voteAs(hill, path, "Against", "Too far.");
  await voteAs(mead, path, "For", "Yes.");
  await mead.getByText("It does not pass: 2 votes for it, and 3 are needed.").waitFor();
  await voteAs(hill, path, "For", "There is a bus.");
  await hill.getByText("It passes: 3 votes for it, and 3 are enough.").waitFor();
  await hill.getByText("Changed later").waitFor();
  expect(await faultsOf(hill, "a proposal that is voted on")).toEqual([]);
  await mead.goto(path);

  await server.db.write((tx) => moveBrandClock(tx, TOWN, 4 * DAY));
  await expect
    .poll(
      async () => {
        await chair.goto(path);
        return chair.locator(".board-decide__standing").textContent();
      },
      { timeout: 20_000 },
    )
    .toContain("Passed and done");
  expect(await canAsk(patient, "eye-test")).toBe(false);
  expect(await faultsOf(chair, "a proposal that was decided")).toEqual([]);
  const trail = await chair.locator(".board-decide__trail li").allTextContents();
  expect(trail.at(-1)).toContain("Done, as it was decided");
  expect(trail.at(-1)).toContain("by itself");

  // A page that was opened in time, and sent too late.
  await mead.getByLabel("Against", { exact: true }).check();
  await mead.getByLabel("Why", { exact: true }).fill("After all.");
  await goOn(mead, "Change the vote");
  expect(await mead.getByRole("alert").textContent()).toContain("Voting has closed");

  const csv = await (await chair.context().request.get(`${path}/sum.csv`)).text();
  expect(csv.split("\r\n").filter((line) => /,1,For$/.test(line))).toHaveLength(3);
  expect(csv).toContain('"It passes: 3 votes for it, and 3 are enough."');

  await chair.goto("/board/governance");
  await chair.getByText("100.0% for it").waitFor();
  expect(await faultsOf(chair, "how the board decides")).toEqual([]);
  for (const page of [chair, harbour, hill, mead, patient]) await page.context().close();
});

test("each kind of proposal has its form, and says before and after", { timeout: 120_000 }, async () => {
  const chair = await member(/the chair/, { scripts: true, width: 1280 });
  await chair.goto("/board/governance/new");
  expect(await faultsOf(chair, "what to propose")).toEqual([]);
  for (const kind of [
    "Admit a partner",
    "A partner leaves",
    "Bring a partner back",
    "Add a service",
    "Set a box rule",
    "Change how we vote",
    "Change points or deadlines",
  ]) {
    await propose(chair, kind);
    expect(await faultsOf(chair, `to propose: ${kind}`)).toEqual([]);
    await chair.getByLabel("Why?").fill("To see.");
    await goOn(chair, "Propose it");
    // None of them can be sent as it stands: something is to be chosen, or to be changed.
    if (kind !== "Set a box rule") expect(await chair.getByRole("alert").textContent()).toMatch(/\w{4}/);
  }
  await chair.setViewportSize({ width: 1280, height: 900 });
  await chair.getByLabel("How near it is").fill("12");
  await goOn(chair, "Propose it");
  const [cells] = await chair
    .locator(".board-decide table")
    .first()
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(cells?.[0]).toBe("How near it is");
  expect(cells?.[2]).toBe("12 points");
  await goOn(chair, "Take it back");
  await chair.locator(".board-decide__standing").getByText("Withdrawn").waitFor();

  await propose(chair, "Suspend a partner");
  await chair.getByLabel("Which member?").selectOption({ label: "Hill Street Physiotherapy" });
  await chair.getByLabel("All of it goes on to others").check();
  await chair.getByLabel("Why?").fill("Its roof is down.");
  await goOn(chair, "Propose it");
  const path = new URL(chair.url()).pathname;
  const hill = await member(/board of hill/);
  await hill.goto(path);
  await hill.getByText("This is about Hill Street Physiotherapy, which has no vote on it.").waitFor();
  for (const page of [chair, hill]) await page.context().close();
});

test("what was decided and cannot be done is with whoever runs the front door, who tries it again or gives it up", {
  timeout: 120_000,
}, async () => {
  const onedoor = createOnedoor(server.db, { info: () => {}, warn: () => {}, error: () => {} });
  const serviceId = "physiotherapy";
  const byHand = (status: "open" | "closed") =>
    setServiceStatus(onedoor, TOWN, BEA, { serviceId, status }).then(({ kind }) => expect(kind).toBe("done"));
  const bea = await (await visit(browser, server.url, { scripts: false, width: 320 })).newPage();
  await signIn(bea, "partner", /Bea Hart/);
  /** By hand, and until the server has seen it. */
  const stands = async (status: "open" | "closed") => {
    await byHand(status);
    // A server looks at its directory once a second, and builds another one then.
    await expect.poll(() => canAsk(bea, serviceId), { timeout: 10_000 }).toBe(status === "open");
  };
  /** The board decides to close it, and somebody has closed it by the day. */
  const decided = async (): Promise<string> => {
    const proposalId = await proposed(onedoor, { kind: "retire-service", serviceId });
    for (const id of ["harbour", "hill", "mead"]) await vote(onedoor, proposalId, id, "for");
    await stands("closed");
    await server.db.write((tx) => moveBrandClock(tx, TOWN, 4 * DAY));
    return `/manage/decisions/${proposalId}`;
  };
  const waiting = bea.getByRole("link", { name: "Close a service: Physiotherapy" });
  const waits = async () => {
    await bea.goto("/manage");
    return waiting.count();
  };
  expect(await waits()).toBe(0);

  const first = await decided();
  await expect.poll(waits, { timeout: 20_000 }).toBe(1);
  expect(await faultsOf(bea, "a front door with a decision to put right")).toEqual([]);
  await waiting.click();
  expect(new URL(bea.url()).pathname).toBe(first);
  expect(await faultsOf(bea, "a decision that could not be done")).toEqual([]);
  await goOn(bea, "Try it again");
  expect(await bea.getByRole("alert").textContent()).toContain("It still cannot be done");
  expect(await faultsOf(bea, "a decision that still cannot be done")).toEqual([]);
  await stands("open");
  await bea.goto(first);
  await goOn(bea, "Try it again");
  expect(await status(bea)).toContain("The decision is carried out");
  expect(await waiting.count()).toBe(0);
  expect(await canAsk(bea, serviceId)).toBe(false);
  await bea.goto(first);
  await bea.getByText("There is nothing to put right here any more.").waitFor();
  expect(await bea.getByRole("button", { name: "Try it again" }).count()).toBe(0);
  expect(await faultsOf(bea, "a decision that was put right")).toEqual([]);

  await stands("open");
  const second = await decided();
  await expect.poll(waits, { timeout: 20_000 }).toBe(1);
  await bea.goto(second);
  await goOn(bea, "Give it up");
  expect(await status(bea)).toContain("The decision is given up");
  expect(await waiting.count()).toBe(0);
  await bea.context().close();
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildDirectory } from "~/domain/directory/directory";
import { instant, localDate } from "~/domain/shared/time";
import { byWeek, weekOf } from "~/domain/simulation/weeks";
import { requestsOf } from "~/domain/simulation/year";
import { writePastWeeks } from "~db/queries/past-weeks";
import { larkmouth } from "~seeds/reference/larkmouth";
import { LARKMOUTH_BEHAVIOUR } from "~seeds/reference/larkmouth/behaviour";
import { LARKMOUTH_DEMAND } from "~seeds/reference/larkmouth/demand";
import { LARKMOUTH_POSTCODES } from "~seeds/reference/postcodes";
import { openBrowser, visit } from "../support/browser";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";

/** Three weeks of a winter, from a Monday. */
const PERIOD = { from: "2026-01-12", until: "2026-02-01" };
/** A few seconds on a quiet machine; a busy one takes its time. */
const PLAYED = { timeout: 150_000 };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
  const directory = buildDirectory(larkmouth(localDate(instant(Date.now()))));
  const of = { directory, homes: LARKMOUTH_POSTCODES, demand: LARKMOUTH_DEMAND, period: PERIOD, seed: 1 };
  const asked = [...requestsOf(of)].flat().map((need) => ({ need, fact: null }));
  const weeks = byWeek(asked, ({ need }) => need.at);
  expect(weeks.map(({ startsOn }) => startsOn)).toContain(weekOf(PERIOD.from));
  const parameters = { seed: 1, ...PERIOD, demand: LARKMOUTH_DEMAND, behaviour: LARKMOUTH_BEHAVIOUR };
  await server.db.write((tx) => writePastWeeks(tx, "larkmouth", parameters, weeks));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function make(page: Page, name: string): Promise<void> {
  await page.goto("/board/what-if");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Make it" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function add(page: Page, kind: string): Promise<void> {
  await page.getByRole("link", { name: "Add a change" }).click();
  await page.getByLabel(kind).check();
  await page.getByRole("button", { name: "Go on" }).click();
}

async function play(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Play it" }).click();
  await page.getByRole("button", { name: "Play it again" }).waitFor(PLAYED);
}

const fileAt = async (page: Page, name: string) => {
  const href = await page.getByRole("link", { name }).first().getAttribute("href");
  return (await page.request.get(new URL(href ?? "", page.url()).href)).text();
};

test("a board makes a what-if, plays it, and reads who would be worse off, with scripts off on a phone", {
  timeout: 300_000,
}, async () => {
  const context = await visit(browser, server.url, { scripts: false, width: 320 });
  const page = await context.newPage();
  await page.goto("/board/what-if");
  await signIn(page, "board", /Alan Fenwick/);
  await page.goto("/board/what-if");
  expect(await faultsOf(page, "what-if")).toEqual([]);

  await make(page, "Without the community trust");
  await add(page, "A partner leaves");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("alert").getByText("Choose a partner").waitFor();
  await page.getByLabel("Which partner?").selectOption({ label: "Harbour Community Trust" });
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByText("The change was added.").waitFor();
  await play(page);

  // What says less is a line until it is opened: the page is a few screens of a phone, not dozens.
  expect(await page.evaluate<number>("document.documentElement.scrollHeight")).toBeLessThan(6_000);
  await page.getByText("The same as a table").click();
  const people = page.getByRole("table", { name: "Who would be worse off" });
  // On a phone the heads of the columns are only heard: each figure shows its own.
  expect(await people.getByRole("row").count()).toBe(8);
  const [head = "", ...lines] = (await fileAt(page, "Save as a file (CSV)"))
    .replace("\uFEFF", "")
    .split("\r\n");
  expect(head).toBe("What happens to them,Worse off,Better off");
  for (const row of await people.getByRole("row").all()) {
    const figures = await row.getByRole("cell").allInnerTexts();
    expect(lines.some((line) => figures.every((figure) => line.includes(figure.trim())))).toBe(true);
  }
  await page.getByText("Each partner, before and after").click();
  await page.getByLabel("Which measure?").selectOption({ label: "Promise kept" });
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("table", { name: "Promise kept" }).waitFor();
  expect(await faultsOf(page, "what-if played")).toEqual([]);

  const file = await fileAt(page, "Save what is changed as a file (JSON)");
  await page.goto("/board/what-if");
  await page.getByLabel("What the file says").fill("not a file");
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByRole("alert").getByText("This is not a file that was saved").waitFor();
  await page.getByLabel("What the file says").fill(file);
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByText("Harbour Community Trust leaves").waitFor();
  await page.getByRole("button", { name: "Take away" }).click();
  await page.getByText("Nothing is changed yet.").waitFor();
  await play(page);
  await page.getByText(/none would be worse off and none better/).waitFor();

  await page.goto("/board/what-if");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "Two what-ifs side by side" }).waitFor();
  expect(await faultsOf(page, "what-if compared")).toEqual([]);
  await context.close();
});

test("every kind of change has its form, and one that is being played can be stopped", {
  timeout: 300_000,
}, async () => {
  const context = await visit(browser, server.url, { scripts: true });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto("/board/what-if");
  await signIn(page, "board", /Alan Fenwick/);
  await make(page, "A busy winter");
  await add(page, "A pop-up opens");
  await page.getByLabel("Which partner?").selectOption({ label: "Quayside Pharmacy" });
  await page.getByLabel("Which service?").selectOption({ label: "Flu jab" });
  await page.getByLabel("Postcode of the place").fill(LARKMOUTH_POSTCODES[0]?.postcode ?? "");
  for (const [day, of] of [
    ["19", "First day"],
    ["25", "Last day"],
  ] as const) {
    const date = page.getByRole("group", { name: of });
    await date.getByLabel("Day").fill(day);
    await date.getByLabel("Month").fill("1");
    await date.getByLabel("Year").fill("2026");
  }
  await page.getByLabel("How many people can it see in a week?").fill("200");
  expect(await faultsOf(page, "what-if pop-up")).toEqual([]);
  await page.getByRole("button", { name: "Add it" }).click();
  await add(page, "More or fewer people ask");
  await page.getByLabel("By how many per cent?").fill("20");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByText("+20% requests").waitFor();

  await page.getByRole("button", { name: "Play it" }).click();
  await page.getByRole("button", { name: "Stop it" }).click();
  await page.getByText("It was stopped before it was over.").waitFor();
  await page.getByRole("button", { name: "Play it again" }).click();
  await page.getByRole("heading", { name: "How it goes for people, before and after" }).waitFor(PLAYED);
  await page.getByRole("button", { name: "Play it again" }).waitFor(PLAYED);
  expect(errors).toEqual([]);
  await context.close();
});

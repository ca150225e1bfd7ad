import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { readLabRecord } from "~db/queries/lab-record";
import { openBrowser, visit } from "../support/browser";
import { asked, openedStudy, studyThatFails } from "../support/lab";
import { faultsOf } from "../support/page-faults";
import { sayDone } from "../support/participants";
import { type RunningServer, startServer } from "../support/server";
import { beginBy } from "../support/sessions";
import { goOn } from "../support/stories";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
let server: RunningServer;
let browser: Browser;
let study: Awaited<ReturnType<typeof openedStudy>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ seed: true }), openBrowser()]);
  study = await openedStudy(createOnedoor(server.db, silent));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const WORLD = /\/b\/lab-[0-9a-f]{32}/;
const begin = async (page: Page) => {
  await goOn(page, "Begin the task");
  await page.waitForURL(WORLD);
};
const answerAll = async (page: Page, step: number) => {
  for (const set of await page.locator("main fieldset").all()) await set.getByRole("radio").nth(step).check();
  await goOn(page, "Go on");
};

test.each([
  ["on", true],
  ["off", false],
])(
  "somebody takes part from their link to the end, with scripts %s, and no page has a fault",
  {
    timeout: 240_000,
  },
  async (name, scripts) => {
    const onedoor = createOnedoor(server.db, silent);
    const { id, link } = await asked(onedoor, study, scripts ? 0 : 1);
    const page = await (await visit(browser, server.url, { scripts })).newPage();
    const faults: string[] = [];
    const look = async (what: string) => {
      faults.push(...(await faultsOf(page, `lab ${what} ${name}`)));
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await page.goto(`/lab/join/${link}`);
    await look("consent");
    await goOn(page, "Go on");
    await page.getByRole("alert").waitFor();
    await look("consent with errors");
    await answerAll(page, 0);
    await page.getByRole("heading", { name: "Please write this down" }).waitFor();
    await look("codes");
    await page.getByRole("link", { name: "I have it. Go on" }).click();
    await page.getByText("You have had a bad back for weeks.").waitFor();
    await look("task shown");
    await begin(page);
    await look("page with the bar");
    await page.locator(".test-bar summary").click();
    await look("page with the bar unfolded");
    // Who wants to stop it all finds the button before them, and has still lost nothing.
    await page.getByRole("link", { name: "Stop the whole test, or have it all deleted" }).click();
    await page.getByRole("button", { name: "End the test now" }).waitFor();
    await page.getByRole("link", { name: "Have all of mine deleted" }).waitFor();
    await look("ways out");
    await goOn(page, "Back to the task");
    await page.waitForURL(WORLD);
    await page.locator(".test-bar summary").click();
    await page.getByRole("button", { name: "Have a break" }).click();
    await page.getByText("You have a break.").waitFor();
    // The page is reached to its end: nothing stands under the bar.
    const [bar, foot] = await Promise.all([
      page.locator(".test-bar").boundingBox(),
      page.evaluate<number>(
        "document.querySelector('.page-footer').getBoundingClientRect().bottom - document.documentElement.scrollHeight + innerHeight + scrollY",
      ),
    ]);
    expect(foot).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
    await page.locator(".test-bar__done").click();
    await sayDone(page);
    await page.getByRole("heading", { name: "Questions" }).waitFor();
    // The steps of a scale stand in one line, each clear of the next.
    const steps = await Promise.all(
      (await page.locator(".scale label").all()).map((step) => step.boundingBox()),
    );
    expect(steps).toHaveLength(7);
    expect(new Set(steps.map((step) => Math.round(step?.y ?? 0))).size).toBe(1);
    for (const [place, step] of steps.slice(1).entries()) {
      const before = steps[place];
      expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThan(step?.x ?? 0);
    }
    await goOn(page, "Go on");
    await page.getByRole("alert").waitFor();
    await look("questions with errors");
    await page.getByLabel("What did you think?").fill("I saw three boxes");
    await answerAll(page, 4);
    await page.getByRole("heading", { name: "Task 2 of 2" }).waitFor();
    await begin(page);
    await page.getByText("Winston Baptiste").first().waitFor();
    await page.locator(".test-bar summary").click();
    // Nobody is to be ashamed of it, before or after.
    await page.locator(".test-bar").getByText("You are not being tested.").waitFor();
    await page.getByRole("button", { name: "I would rather stop this task" }).click();
    await page.getByText("It says nothing about you.").waitFor();
    await page.getByRole("group", { name: "Who will see you?" }).waitFor();
    await look("questions that the world knows the answer of");
    await answerAll(page, 1);
    await page.getByRole("heading", { name: "The last questions" }).waitFor();
    await look("the System Usability Scale");
    await answerAll(page, 2);
    await page.getByRole("group", { name: "How far do you trust it?" }).waitFor();
    await answerAll(page, 3);
    await page.getByRole("heading", { name: "Thank you. That was all" }).waitFor();
    await look("end");
    const record = await readLabRecord(server.db.kysely, "larkmouth", id);
    const answers = record.flatMap(({ event }) => (event.kind === "answered" ? [event] : []));
    expect(answers.map(({ question, value }) => [question, value])).toEqual([
      ["seq", 5],
      ["why", "I saw three boxes"],
      ["seq", 2],
      ["who", expect.any(String)],
      ...Array.from({ length: 10 }, (_, item) => [`sus-${item + 1}`, 3]),
      ["trust", 4],
    ]);
    expect(answers.find(({ question }) => question === "who")?.truth).toMatch(/\w/);
    await page.getByText("If you change your mind").click();
    await page.getByRole("link", { name: "Have all of mine deleted" }).click();
    await look("withdrawing");
    await goOn(page, "Delete everything of mine");
    await page.getByRole("heading", { name: "Everything is deleted" }).waitFor();
    await look("all deleted");
    expect(await readLabRecord(server.db.kysely, "larkmouth", id)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test("who cannot begin reads what to do, tries again, and finds the ways out", {
  timeout: 120_000,
}, async () => {
  const onedoor = createOnedoor(server.db, silent);
  const stuck = await openedStudy(onedoor, { id: "stuck", study: studyThatFails() });
  const { link } = await asked(onedoor, stuck, 0);
  const page = await (await visit(browser, server.url, { scripts: true })).newPage();
  await page.goto(`/lab/join/${link}`);
  await answerAll(page, 0);
  await page.getByRole("link", { name: "I have it. Go on" }).click();
  await goOn(page, "Begin the task");
  const told = page.getByRole("heading", { name: "You cannot begin yet" });
  // It may first be "One moment", which leads here by itself.
  await told.waitFor({ timeout: 20_000 });
  const [again] = await Promise.all([page.waitForResponse(/\/lab\/take$/), goOn(page, "Try again")]);
  expect(again.status()).toBe(409);
  await told.waitFor();
  expect(await faultsOf(page, "lab cannot begin")).toEqual([]);
  await page.getByText("If you change your mind").click();
  await goOn(page, "End the test now");
  await page.getByRole("heading", { name: "Thank you. We stop here" }).waitFor();
  await page.context().close();
});

test.each([
  ["on", true],
  ["off", false],
])(
  "a break that ends by a link says so, once, with scripts %s",
  {
    timeout: 120_000,
  },
  async (name, scripts) => {
    const onedoor = createOnedoor(server.db, silent);
    const { id, link } = await asked(onedoor, study, scripts ? 2 : 3);
    const page = await (await visit(browser, server.url, { scripts })).newPage();
    const said = page.locator(".test-bar [role=status]");
    await beginBy(page, link, ["take-part", "follow-pages"]);
    await page.locator(".test-bar summary").click();
    await goOn(page, "Have a break");
    await page.getByText("You have a break. Press “Go on” when you are ready.").waitFor();
    const pages = async () =>
      (await readLabRecord(server.db.kysely, "larkmouth", id)).flatMap(({ event }) =>
        event.kind === "page" ? [event.pattern] : event.kind === "paused" ? ["paused"] : [],
      );
    const before = await pages();
    await page.locator("main a[href$='/services?need=everyday']").first().click();
    await page.waitForURL(/need=everyday/);
    expect(await said.textContent()).toBe("You went on, so your break is over.");
    const done = page.locator(".test-bar__done");
    expect(await done.innerText()).toBe("I have finished");
    await expect.poll(async () => (await pages()).length).toBeGreaterThan(before.length);
    expect(await faultsOf(page, `lab a break that is over ${name}`)).toEqual([]);
    // It stays as it said, and says it once.
    expect(await said.textContent()).toBe("You went on, so your break is over.");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.reload();
    expect(await said.textContent()).toBe("");
    await done.click();
    await page.getByRole("heading", { name: "Questions" }).waitFor();
    await page.context().close();
  },
);

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "~/domain/shared/time";
import { resultsOf } from "~/domain/usability/results";
import { WHOSE_BOX } from "~/domain/usability/whose-box";
import { READY_STUDY } from "~seeds/scenarios/studies";
import { openBrowser, visit } from "../support/browser";
import { keepPeople, peopleOf } from "../support/lab-people";
import { faultsOf } from "../support/page-faults";
import { type RunningServer, startServer } from "../support/server";
import { signIn } from "../support/stories";

const BRAND = "larkmouth";
const PEOPLE = peopleOf(WHOSE_BOX, 7, 12);
const HERE = `/lab/studies/${READY_STUDY}`;

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ seed: true });
  // After the three whom the demonstration has asked already.
  await keepPeople(server.db, BRAND, { studyId: READY_STUDY, version: 1, from: 3 }, PEOPLE);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Ingrid, with scripts off: results are drawn on the server. */
async function ingrid(): Promise<Page> {
  const page = await (await visit(browser, server.url, { scripts: false })).newPage();
  await signIn(page, "lab", /Ingrid Solberg/);
  return page;
}

test("a researcher reads the results, which are those of the records, and finds no fault in the pages", {
  timeout: 120_000,
}, async () => {
  const page = await ingrid();
  await page.goto(HERE);
  await page.getByRole("link", { name: "Results" }).click();
  // Its text has the lines that its styles give it.
  await page.waitForURL(/\/results$/);
  const results = resultsOf(WHOSE_BOX, PEOPLE, instant(Date.now()));
  const text = await page.locator("main").innerText();
  expect(text).toContain(
    `${results.people.tookPart} people took part: ${results.people.finished} to the end`,
  );
  expect(text).toContain("Fewer than 20 people");
  expect(text).toContain("Some figures here are of fewer than 5 people");
  // Who reads no further than the folds is told of it too.
  expect(text).toMatch(/differences (is|are) more than luck is likely to bring\. There are few people yet/);
  const { count = 0, of = 0, share = 0, low = 0, high = 0 } = results.tasks[0]?.all.completion ?? {};
  const [whole, least, most] = [share, low, high].map((each) => `${Math.round(each * 100)}%`);
  expect(text).toContain(`${count} of ${of}\n${whole} (${least} to ${most})`);
  const { sus } = results.end.all;
  expect(text).toContain(
    `${sus?.score.mean.toFixed(1)} of 100, which is grade ${sus?.grade}, from ${sus?.score.of} people`,
  );
  expect(await page.locator("svg.lab-way--wide").count()).toBe(
    results.tasks.filter(({ all }) => all.path.of > 0).length,
  );
  // What answers the study's question is first; the rest is folded, and open on paper.
  const known = results.tasks.flatMap(({ all }) =>
    all.questions.flatMap((asked) => (asked.kind === "comprehension" && asked.right ? [asked] : [])),
  );
  for (const words of new Set(known.map((asked) => asked.words))) {
    const asked = known.filter((each) => each.words === words).map(({ right }) => right);
    const [right, answers] = [asked, asked].map((all, at) =>
      all.reduce((sum, each) => sum + ((at === 0 ? each?.count : each?.of) ?? 0), 0),
    );
    expect(text).toContain(
      `${words}\n${Math.round(((right ?? 0) / (answers ?? 1)) * 100)}% ${right} of ${answers} answers`,
    );
  }
  await page.setViewportSize({ width: 768, height: 1024 });
  expect(await page.evaluate<number>("document.documentElement.scrollHeight")).toBeLessThan(4_800);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate<number>("document.documentElement.scrollHeight")).toBeLessThan(8_000);
  const way = page.locator("svg.lab-way--narrow").first();
  expect(await way.isVisible()).toBe(false);
  await page.locator("summary", { hasText: "1. You are Grace" }).click();
  expect(await way.isVisible()).toBe(true);
  const hidden =
    "[...document.querySelectorAll('.lab-fold')].filter((fold) => !fold.querySelector('.lab-fold__body').checkVisibility()).length";
  expect(await page.evaluate<number>(hidden)).toBeGreaterThan(5);
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate<number>(hidden)).toBe(0);
  await page.emulateMedia({ media: null });
  expect(await faultsOf(page, "results")).toEqual([]);
  await page.getByRole("link", { name: "A report to print" }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Whose box?");
  const report = await page.locator("main").innerText();
  for (const words of ["Version of the study", "24 November 2026", "Fewer than 20 people", "Holm 1979"])
    expect(report).toContain(words);
  expect(await page.locator("details:not([open])").count()).toBe(0);
  const foot = page.getByText(`“Whose box?”, version 1: ${results.people.tookPart} people took part.`);
  expect(await foot.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await foot.isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  expect(await faultsOf(page, "the report")).toEqual([]);
  await page.context().close();
});

test("moments become a problem, the problem a line of a list, and a session is read page by page", {
  timeout: 120_000,
}, async () => {
  const page = await ingrid();
  await page.goto(`${HERE}/problems`);
  expect(await faultsOf(page, "problems, none made")).toEqual([]);
  await page.getByRole("button", { name: "Make a problem of them" }).click();
  const errors = await page.locator(".nhsuk-error-summary").innerText();
  for (const words of ["Choose one moment or more", "Say what the problem is", "Choose how bad it is"])
    expect(errors).toContain(words);
  expect(await faultsOf(page, "problems, sent back")).toEqual([]);
  const moments = page.getByRole("checkbox");
  await moments.nth(0).check();
  await moments.nth(1).check();
  await page.getByLabel("What is the problem?").fill("Nobody sees that two places differ");
  await page.getByLabel("3: people need help, or fail").check();
  await page.getByRole("button", { name: "Make a problem of them" }).click();
  expect(await page.getByText("The problem is made.").count()).toBe(1);
  const problem = page.getByRole("article", { name: "Nobody sees that two places differ" });
  expect(await problem.getByRole("link", { name: /^The session/ }).count()).toBe(2);
  expect(await faultsOf(page, "problems, one made")).toEqual([]);
  await problem.locator("summary", { hasText: "Change it" }).click();
  expect(await faultsOf(page, "problems, one to change")).toEqual([]);
  const noted = await problem.locator(".lab-moments__note").first().innerText();
  await page.goto(`${HERE}/report`);
  const evidence = page.getByRole("region", { name: "Nobody sees that two places differ" });
  expect((await evidence.innerText()).replace(/\s+/g, " ")).toContain(noted.replace(/\s+/g, " "));
  await page.goto(`${HERE}/problems`);
  const csv = await page.request.get(`${server.url}${HERE}/files/problems.csv`);
  expect(await csv.text()).toMatch(/\r\n1,Nobody sees that two places differ,3,\d+,12,/);
  const file = async (name: string) =>
    (await page.request.get(`${server.url}${HERE}/files/${name}`)).json() as Promise<unknown>;
  const { parts } = (await file("codebook.json")) as { parts: { part: string; keys: { key: string }[] }[] };
  const keysOf = (name: string) => parts.find(({ part }) => part === name)?.keys.map(({ key }) => key);
  const list = (await file("problems.json")) as { problems: [{ evidence: [object] }] };
  expect(Object.keys(list.problems[0]).sort()).toEqual(keysOf("a problem in problems.json")?.sort());
  expect(Object.keys(list.problems[0].evidence[0]).sort()).toEqual(
    keysOf("evidence in problems.json")?.sort(),
  );
  await problem
    .getByRole("button", { name: /^Take out/ })
    .first()
    .click();
  expect(await problem.getByRole("link", { name: /^The session/ }).count()).toBe(1);
  const of = await problem.locator(".lab-moments__of").innerText();
  const kept = (await problem.locator(".lab-moments__note").innerText()).replace(of, "").trim();
  await problem.getByRole("link", { name: /^The session/ }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("page by page");
  // The link leads to what was noted there, and its part stands open without scripts.
  const moment = page.locator(":target");
  expect(await moment.innerText()).toContain(kept);
  expect(await moment.evaluate((line) => line.closest("details")?.getAttribute("open"))).toBe("");
  const box = await moment.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  expect(await page.getByRole("link", { name: /^The page as it was/ }).count()).toBeGreaterThan(0);
  // What was noted stands open; of the other parts a line says how much there is.
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate<number>("document.documentElement.scrollHeight")).toBeLessThan(8_000);
  expect(await page.locator(".lab-fold[open] .lab-replay__tag").first().isVisible()).toBe(true);
  const other = page.locator(".lab-fold").first();
  expect(await other.locator("summary").innerText()).toMatch(/From \d+:\d\d/);
  expect(await other.locator(".lab-replay").isVisible()).toBe(false);
  await other.locator("summary").click();
  expect(await other.locator(".lab-replay").isVisible()).toBe(true);
  expect(await faultsOf(page, "a session, page by page")).toEqual([]);
  await page.context().close();
});

test("every file is of what participants allow, and the codebook names each of its columns", {
  timeout: 120_000,
}, async () => {
  const page = await ingrid();
  const file = async (name: string) => {
    const answer = await page.request.get(`${server.url}${HERE}/files/${name}`);
    expect(answer.status(), name).toBe(200);
    return answer.text();
  };
  const { files } = JSON.parse(await file("codebook.json")) as {
    files: { file: string; columns: { name: string; meaning: string }[] }[];
  };
  for (const { file: name, columns } of files) {
    const [head = ""] = (await file(name)).replace("\uFEFF", "").split("\r\n");
    expect(head.split(",")).toEqual(columns.map((column) => column.name));
    expect(columns.filter(({ meaning }) => meaning === "")).toEqual([]);
    expect(await file("codebook.md")).toContain(`## ${name}`);
  }
  expect(files.map(({ file: name }) => name)).toContain("problems.csv");
  const { problems: _, ...reckoned } = resultsOf(WHOSE_BOX, PEOPLE, instant(Date.now()));
  expect(JSON.parse(await file("results.json"))).toMatchObject({
    format: "onedoor-study-results-1",
    study: { id: READY_STUDY, version: 1 },
    results: JSON.parse(JSON.stringify(reckoned)),
  });
  expect(JSON.parse(await file("problems.json"))).toMatchObject({ format: "onedoor-study-problems-1" });
  const followed = (record: (typeof PEOPLE)[number]["record"]) =>
    record.some(({ event }) => event.kind === "consented" && event.permissions.includes("follow-pages"));
  const hidden = PEOPLE.filter(({ record }) => !followed(record));
  expect(hidden.length).toBeGreaterThan(0);
  const events = (await file("events.csv")).split("\r\n");
  for (const { code } of hidden)
    expect(events.filter((line) => line.startsWith(`${code},`) && /,(page|click),/.test(line))).toEqual([]);
  await page.context().close();
});

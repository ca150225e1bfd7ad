import { afterAll, beforeAll, expect, test } from "vitest";
import { CONSOLE } from "~/content/lab/console";
import { PROBLEMS } from "~/content/lab/problems";
import { makeProblem } from "~/usecases/lab/keep-problems";
import { tagMoment } from "~/usecases/lab/run-session";
import { agree, answerQuestions, endTask, stopSession } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import { openLabWorld } from "~db/queries/lab-worlds";
import { insertStudyVersion, setStudyState } from "~db/queries/studies";
import { asked, openedStudy, smallStudy, worldOf } from "../support/lab";
import { LARKMOUTH as TOWN } from "../support/larkmouth-town";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const YES = { "take-part": "yes", "follow-pages": "yes", "keep-pictures": "no" };

let server: RunningServer;
const onedoor = () => createOnedoor(server.db, silent);
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => server?.stop());

test.each([
  [true, "who has somebody beside them is told of their notes, and asked to say aloud what they think"],
  [false, "who takes part alone is told of no notes, and not asked to say anything aloud"],
])("moderated %s: %s", async (moderated) => {
  const study = await openedStudy(onedoor(), { id: `beside-${moderated}`, study: smallStudy({ moderated }) });
  const { id, link } = await asked(onedoor(), study, 0);
  const visitor = new Visitor(server);
  const about = await visitor.get(`/lab/join/${link}`);
  expect(about.body.includes("sits beside you and writes notes about what you do and say")).toBe(moderated);
  expect(about.body.includes("Our team may look on")).toBe(!moderated);
  await visitor.post(`/lab/join/${link}`, YES);
  const shown = await visitor.get("/lab/take");
  expect(shown.body).toContain("Begin the task");
  expect(shown.body.includes("say aloud")).toBe(moderated);
  await worldOf(onedoor(), { townId: TOWN, participantId: id }, study.study);
  await visitor.post("/lab/take", { intent: "begin", task: "find" });
  const page = await visitor.get(`/b/${await openLabWorld(server.db.kysely, TOWN, id)}/services`);
  expect(page.body).toContain('class="test-bar"');
  expect(page.body.includes("Say aloud")).toBe(moderated);
});

test("whose test is over finds, by their link, where their second code deletes everything", async () => {
  const study = await openedStudy(onedoor(), { id: "over" });
  const { id, link } = await asked(onedoor(), study, 0);
  await agree(onedoor(), TOWN, id, { permissions: ["take-part"], holder: "another browser" });
  await stopSession(onedoor(), TOWN, id, "participant");
  const { status, body } = await new Visitor(server).get(`/lab/join/${link}`);
  expect(status).toBe(410);
  const [, to = ""] = /<a href="([^"]+)">[^<]*second code/.exec(body) ?? [];
  expect((await new Visitor(server).get(to)).body).toContain("Have everything deleted");
});

test("a task is judged when it is behind them too, and when all is over", async () => {
  const study = await openedStudy(onedoor(), { id: "behind", study: smallStudy({ seq: false }) });
  const { id, link } = await asked(onedoor(), study, 0);
  const visitor = new Visitor(server);
  await visitor.post(`/lab/join/${link}`, YES);
  await worldOf(onedoor(), { townId: TOWN, participantId: id }, study.study);
  await visitor.post("/lab/take", { intent: "begin", task: "find" });
  const { leftMs } = JSON.parse((await visitor.get("/lab/take/now")).body) as { leftMs: number };
  expect(leftMs).toBeGreaterThan(200_000);
  expect(leftMs).toBeLessThanOrEqual(300_000);
  await endTask(onedoor(), TOWN, id, "find", "done");
  // Between the tasks, what a page could not tell any more is told.
  expect((await visitor.get("/lab/take")).body).toContain('data-module="tell-rest"');
  await answerQuestions(onedoor(), TOWN, id, "find", [{ question: "why", value: "", truth: null }]);
  const leon = new Visitor(server);
  await leon.signIn("lab", "leon-adeyemi");
  const console_ = async () => (await leon.get(`/lab/sessions/${id}`)).body;
  expect(await console_()).toContain("Task 2 of 2");
  expect(await console_()).toContain('id="judge-find-yes"');
  await leon.post(`/lab/sessions/${id}`, { intent: "judge", task: "find", success: "no" });
  expect(await console_()).toContain(CONSOLE.judgedNo);
  await stopSession(onedoor(), TOWN, id, "participant");
  expect((await leon.get(`/lab/studies/${study.id}/participants`)).body).toContain(
    `href="/lab/sessions/${id}"`,
  );
  await leon.post(`/lab/sessions/${id}`, { intent: "judge", task: "find", success: "yes" });
  expect(await console_()).toContain(CONSOLE.judgedYes);
  const freya = new Visitor(server);
  await freya.signIn("lab", "freya-lund");
  expect((await freya.get(`/lab/sessions/${id}`)).body).not.toContain("judge-find");
});

test("a console says what they do not allow, in place of what would not be so", async () => {
  const permissions = ["take-part", "follow-pages", "quote"] as const;
  const study = await openedStudy(onedoor(), {
    id: "not-allowed",
    study: smallStudy({ permissions: [...permissions] }),
  });
  const leon = new Visitor(server);
  await leon.signIn("lab", "leon-adeyemi");
  for (const allows of [["take-part"], [...permissions]] as const) {
    const { id } = await asked(onedoor(), study, allows.length);
    await agree(onedoor(), TOWN, id, { permissions: [...allows], holder: `a browser of ${allows.length}` });
    const { body } = await leon.get(`/lab/sessions/${id}`);
    for (const words of [CONSOLE.notFollowed, CONSOLE.noQuotes])
      expect(body.includes(words), words).toBe(allows.length === 1);
    expect(body.includes(CONSOLE.nowhere)).toBe(allows.length > 1);
  }
});

test("what was marked in a session is taken days later too, when it is over", async () => {
  const study = await openedStudy(onedoor(), { id: "late" });
  const { id } = await asked(onedoor(), study, 0);
  await agree(onedoor(), TOWN, id, { permissions: ["take-part"], holder: "the browser of who is late" });
  await stopSession(onedoor(), TOWN, id, "participant");
  const leon = new Visitor(server);
  await leon.signIn("lab", "leon-adeyemi");
  const mark = { intent: "mark", key: "c".repeat(32), mark: "confused", note: "Sighs" };
  const days = String(3 * 86_400_000);
  expect((await leon.post(`/lab/sessions/${id}`, { ...mark, ago: days })).status).toBe(204);
  expect((await leon.get(`/lab/sessions/${id}/replay`)).body).toContain("Sighs");
});

test("of a study in which nobody took part yet the pages say so, and nothing of what is not known", async () => {
  const study = await openedStudy(onedoor(), { id: "nobody" });
  const ingrid = new Visitor(server);
  await ingrid.signIn("lab", "ingrid-solberg");
  for (const page of ["results", "report"]) {
    const { body } = await ingrid.get(`/lab/studies/${study.id}/${page}`);
    expect(body, page).toContain("Nobody has taken part in this version yet.");
    expect(body, page).not.toContain("Not known");
  }
  const { body } = await ingrid.get(`/lab/studies/${study.id}/problems`);
  expect(body).toContain(PROBLEMS.noneTagged);
  for (const words of [PROBLEMS.none, PROBLEMS.looseNone, PROBLEMS.csv]) expect(body).not.toContain(words);
});

test("a problem that the first version showed is in its results, and not in those of the second", async () => {
  const study = await openedStudy(onedoor(), { id: "two-versions" });
  const { id: code } = await asked(onedoor(), study, 0);
  await agree(onedoor(), TOWN, code, { permissions: ["take-part"], holder: "their browser" });
  const mark = { tag: "problem", severity: 3, note: "", by: "leon-adeyemi" } as const;
  await tagMoment(onedoor(), TOWN, code, mark, { key: "a-mark", agoMs: 0 });
  const problem = {
    id: "a-problem",
    title: "The bar is missed",
    severity: 3,
    moments: [{ code, event: "a-mark" }],
  };
  const ingrid = { accountId: "ingrid-solberg", name: "Ingrid Solberg" };
  expect((await makeProblem(onedoor(), TOWN, ingrid, study.id, problem)).kind).toBe("kept");
  await server.db.write(async (tx) => {
    const now = onedoor().clock();
    await insertStudyVersion(tx, TOWN, { studyId: study.id, version: 2, study: study.study, now });
    await setStudyState(tx, TOWN, study.id, { state: "open", version: 2, now });
  });
  const visitor = new Visitor(server);
  await visitor.signIn("lab", ingrid.accountId);
  for (const page of ["results", "report", "files/problems.csv", "problems"]) {
    const at = `/lab/studies/${study.id}/${page}`;
    expect((await visitor.get(`${at}?version=1`)).body, page).toContain(problem.title);
    // Whatever it is of, a moment of either version may show it: it is there to be chosen.
    const listed = (await visitor.get(at)).body.replace(/<option[^>]*>[^<]*<\/option>/g, "");
    expect(listed, page).not.toContain(problem.title);
  }

  // What is done on the first version's page is of it, and leads back to it.
  const here = `/lab/studies/${study.id}/problems`;
  const { body } = await visitor.get(`${here}?version=1`);
  const forms = [...body.matchAll(/<form[^>]*action="([^"]*problems[^"]*)"/g)].map(([, to]) => to);
  expect(new Set(forms)).toEqual(new Set([`${here}?version=1`]));
  const reworded = { intent: "reword", problem: problem.id, was: problem.title, moments: `${code}:a-mark` };
  const changed = await visitor.post(`${here}?version=1`, {
    ...reworded,
    [`title-${problem.id}`]: "The bar is not seen",
    [`severity-${problem.id}`]: "2",
  });
  expect(changed.body).toContain(PROBLEMS.done.changed);
  expect(changed.body).toContain("The bar is not seen</h2>");

  // A moment of the second version is added to the problem that was found in the first, and then it is of both.
  const { id: later } = await asked(onedoor(), { ...study, version: 2 }, 1);
  await agree(onedoor(), TOWN, later, { permissions: ["take-part"], holder: "another's browser" });
  await tagMoment(onedoor(), TOWN, later, mark, { key: "another-mark", agoMs: 0 });
  expect((await visitor.get(here)).body).toContain(
    `<option value="${problem.id}">The bar is not seen</option>`,
  );
  const added = { intent: "make", key: onedoor().newId(), moments: `${later}:another-mark` };
  const made = await visitor.post(here, { ...added, problem: problem.id });
  expect(made.body).toContain("The bar is not seen</h2>");
  expect(made.body).not.toContain("version=1");
});

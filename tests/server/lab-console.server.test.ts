import { afterAll, beforeAll, expect, test } from "vitest";
import { CONSOLE } from "~/content/lab/console";
import { TAKING } from "~/content/lab/taking";
import { agree, answerQuestions, endTask, stopSession } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
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

test("a facilitator goes on without questions that somebody is stuck at, after a task and at the end", async () => {
  const study = await openedStudy(onedoor(), { id: "stuck" });
  const { id, link } = await asked(onedoor(), study, 0);
  const visitor = new Visitor(server);
  await visitor.post(`/lab/join/${link}`, YES);
  await worldOf(onedoor(), { townId: TOWN, participantId: id }, study.study);
  const leon = new Visitor(server);
  await leon.signIn("lab", "leon-adeyemi");
  const session = `/lab/sessions/${id}`;
  const take = async () => (await visitor.get("/lab/take")).body;
  const leave = (task: string) => leon.post(session, { intent: "leave-questions", task });
  for (const task of ["find", "read"]) {
    await visitor.post("/lab/take", { intent: "begin", task });
    // Of a task that is under way there are no questions to go on without.
    await leave(task);
    expect((await leon.get(session)).body).not.toContain(CONSOLE.leaveQuestions.title);
    await endTask(onedoor(), TOWN, id, task, "moved-on");
    expect(await take()).toContain(TAKING.after.movedOn);
    expect((await leon.get(session)).body).toContain(CONSOLE.leaveQuestions.title);
    await leave(task);
    // What they send after all comes too late, and nothing of it is wrong.
    const late = await visitor.post("/lab/take", { intent: "answer", task });
    expect(late.status).toBe(200);
  }
  expect(await take()).toContain(TAKING.end.title);
  expect((await leon.get(session)).body).toContain(CONSOLE.leaveLastQuestions.title);
  await leave("");
  expect(await take()).toContain(TAKING.over.finished);
  expect((await leon.get(`${session}/replay`)).body).toContain("is led on, without the other questions");
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

test("a note is as long as its field lets it be, and one that is longer is given back with what is wrong", async () => {
  const study = await openedStudy(onedoor(), { id: "long-note" });
  const { id } = await asked(onedoor(), study, 0);
  await agree(onedoor(), TOWN, id, { permissions: ["take-part"], holder: "the browser of who is watched" });
  const leon = new Visitor(server);
  await leon.signIn("lab", "leon-adeyemi");
  const marked = (note: string) =>
    leon.post(`/lab/sessions/${id}`, { intent: "mark", key: "d".repeat(32), mark: "confused", note });
  // A browser counts a new line as one, and sends two.
  const long = `Sighs${"\r\n".repeat(10)}${"x".repeat(1_985)}`;
  const tooLong = await marked(`${long}y`);
  expect(tooLong.status).toBe(400);
  expect(tooLong.body).toContain(CONSOLE.errors.note);
  expect(tooLong.body).toMatch(/<textarea[^>]*name="note"[^>]*>Sighs/);
  const taken = await marked(long);
  expect(taken.status).toBe(200);
  expect(taken.body).not.toContain(CONSOLE.errors.note);
  expect(taken.body).not.toMatch(/<textarea[^>]*name="note"[^>]*>Sighs/);
  expect(taken.body).toContain("Sighs");
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

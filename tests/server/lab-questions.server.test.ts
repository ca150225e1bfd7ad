import { afterAll, beforeAll, expect, test } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { openLabWorld } from "~db/queries/lab-worlds";
import { asked, openedStudy, smallStudy } from "../support/lab";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const TOWN = "larkmouth";
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => server?.stop());

test("what is true for who is not signed in is of what they ask for in this task, and of no other guest's", async () => {
  const { tasks, questions } = smallStudy();
  const [find, read] = tasks;
  if (find === undefined || read === undefined) throw new Error("The study has two tasks");
  const study = await openedStudy(createOnedoor(server.db, silent), {
    study: smallStudy({ tasks: [{ ...find, signedIn: false, questions: ["who"] }, read], questions }),
  });
  const { id, link } = await asked(createOnedoor(server.db, silent), study, 0);
  const visitor = new Visitor(server);
  await visitor.post(`/lab/join/${link}`, {
    "take-part": "yes",
    "follow-pages": "no",
    "keep-pictures": "no",
  });
  await visitor.post("/lab/take", { intent: "begin", task: "find" });
  const world = (await openLabWorld(server.db.kysely, TOWN, id)) ?? "";
  const before = await server.db.kysely
    .updateTable("requests")
    .set({ account_id: null })
    .where("brand_id", "=", world)
    .executeTakeFirst();
  expect(before.numUpdatedRows).toBe(1n);
  const questionsNow = async () => (await visitor.post("/lab/take", { intent: "done", task: "find" })).body;
  expect(await questionsNow()).not.toContain("Who will see you?");
  // The same request, made since they began.
  await server.db.kysely
    .updateTable("requests")
    .set({ submitted_at: "2099-01-01T00:00:00.000Z" })
    .where("brand_id", "=", world)
    .execute();
  expect((await visitor.get("/lab/take")).body).toContain("Who will see you?");
  // Who was shown the page before that keeps what they answered on it, and is asked the rest.
  const shownBefore = { intent: "answer", task: "find", asked: "seq", seq: "5" };
  const rest = await visitor.post("/lab/take", shownBefore);
  expect(rest.status).toBe(400);
  expect(rest.body).toContain("Who will see you?");
  expect(rest.body).toMatch(
    /<input[^>]*name="seq"[^>]*checked=""[^>]*value="5"|<input[^>]*name="seq"[^>]*value="5"[^>]*checked=""/,
  );
});

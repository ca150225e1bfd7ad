import { afterAll, beforeAll, expect, test } from "vitest";
import { agree, stopSession } from "~/usecases/lab/take-part";
import { createOnedoor } from "~/usecases/onedoor";
import { openLabWorld } from "~db/queries/lab-worlds";
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

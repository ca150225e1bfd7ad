import { afterAll, beforeAll, expect, test } from "vitest";
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
  expect(about.body.includes("writes notes about what you do and say")).toBe(moderated);
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

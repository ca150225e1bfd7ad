import { afterAll, beforeAll, expect, test } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { READY_STUDY } from "~seeds/scenarios/studies";
import { asked, openedStudy } from "../support/lab";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const YES = { "take-part": "yes", "follow-pages": "yes", "keep-pictures": "no" };

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ seed: true });
});
afterAll(() => server?.stop());

test("who has done nothing for a day is listed as left, and not as going on", async () => {
  const onedoor = createOnedoor(server.db, silent);
  const study = await openedStudy(onedoor);
  const people = [await asked(onedoor, study, 0), await asked(onedoor, study, 1)] as const;
  for (const { link } of people) await new Visitor(server).post(`/lab/join/${link}`, YES);
  const [left, here] = people;
  await server.db.kysely
    .updateTable("lab_events")
    .set({ at: "2020-11-23T09:00:00.000Z" })
    .where("participant_id", "=", left.id)
    .execute();
  const ingrid = new Visitor(server);
  await ingrid.signIn("lab", "ingrid-solberg");
  const { body } = await ingrid.get("/lab");
  const listed = (label: string) =>
    new RegExp(`<ul[^>]*aria-label="${label}">(.*?)</ul>`, "s").exec(body)?.[1] ?? "";
  expect(listed("Going on now")).toContain(here.id);
  expect(listed("Going on now")).not.toContain(left.id);
  expect(listed("Left in the middle")).toContain(left.id);
  expect(listed("Left in the middle")).not.toContain(here.id);
  expect(body).toContain("0 asked · 1 taking part · 1 left in the middle · 0 done");
});

test("a study whose words do not say what holds for everybody says so to whoever writes it, and what to do", async () => {
  const study = await openedStudy(createOnedoor(server.db, silent), { id: "worded" });
  const ingrid = new Visitor(server);
  await ingrid.signIn("lab", "ingrid-solberg");
  const pageOf = async (address: string) => (await ingrid.get(`/lab/studies/${address}`)).body;
  for (const address of [study.id, `${study.id}?version=1`]) {
    const page = await pageOf(address);
    expect(page).toContain("If you stop, we keep what you did until then.");
    expect(page).toContain("open the study again: that is a new version");
  }
  expect(await pageOf(READY_STUDY)).not.toContain("that is a new version");
});

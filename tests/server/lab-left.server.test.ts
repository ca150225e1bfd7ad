import { afterAll, beforeAll, expect, test } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
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

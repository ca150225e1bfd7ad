import { afterAll, beforeAll, expect, test } from "vitest";
import { createOnedoor } from "~/usecases/onedoor";
import { readLabRecord } from "~db/queries/lab-record";
import { openLabWorld } from "~db/queries/lab-worlds";
import { asked, openedStudy, studyThatFails } from "../support/lab";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const TOWN = "larkmouth";
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const YES = { "take-part": "yes", "follow-pages": "yes", "keep-pictures": "no" };
/** Far from those that a form asks. */
const PLACE = 100;

let server: RunningServer;
let study: Awaited<ReturnType<typeof openedStudy>>;
const onedoor = () => createOnedoor(server.db, silent);
beforeAll(async () => {
  server = await startServer({ seed: true });
  study = await openedStudy(onedoor());
});
afterAll(() => server?.stop());

test("people are asked once by a form that is sent again, and the page shows the same links", async () => {
  const facilitator = new Visitor(server);
  await facilitator.signIn("lab", "leon-adeyemi");
  const here = `/lab/studies/${study.id}/participants`;
  const formKey = async () =>
    /name="key" value="([^"]+)"/.exec((await facilitator.get(here)).body)?.[1] ?? "";
  const linksIn = ({ body }: { readonly body: string }) =>
    [...body.matchAll(/href="[^"]*(\/lab\/join\/[^"]+)"/g)].map(([, link]) => link ?? "");
  const asks = { intent: "ask", many: "2", key: await formKey() };
  const sent = await Promise.all([1, 2].map(() => facilitator.post(here, asks)));
  const again = await facilitator.post(here, asks);
  const [first = [], ...others] = [...sent, again].map(linksIn);
  expect(first).toHaveLength(2);
  for (const links of others) expect(links).toEqual(first);
  for (const link of first) expect((await new Visitor(server).get(link)).status).toBe(200);
  // Another page is another form; a form without its key is none.
  expect(linksIn(await facilitator.post(here, { ...asks, key: await formKey() }))).not.toEqual(first);
  for (const key of ["", "x", "%00".repeat(20), "k".repeat(81)])
    expect((await facilitator.post(here, { ...asks, key })).status).toBe(400);
  // A link that was lost is made anew once.
  const one = await asked(onedoor(), study, PLACE);
  const lost = { intent: "link", participant: one.id, key: await formKey() };
  const made = await Promise.all([1, 2].map(() => facilitator.post(here, lost)));
  expect(new Set(made.flatMap(linksIn)).size).toBe(1);
  await facilitator.post(here, { ...lost, key: await formKey() });
  expect((await facilitator.post(here, lost)).status).toBe(409);
});

test("whose world is still being made waits on a page that looks again by itself, with scripts off too", async () => {
  const one = await asked(onedoor(), study, PLACE + 1);
  const visitor = new Visitor(server);
  await visitor.post(`/lab/join/${one.link}`, YES);
  const kinds = async () =>
    (await readLabRecord(server.db.kysely, TOWN, one.id)).map(({ event }) => event.kind);
  // Whatever the clock makes of it meanwhile is not theirs any more.
  const world = {
    brand_id: TOWN,
    participant_id: one.id,
    stands_at: null,
    used_at: new Date().toISOString(),
  };
  await server.db.kysely.deleteFrom("lab_worlds").where("participant_id", "=", one.id).execute();
  const making = "lab-fedcba9876543210fedcba9876543210";
  await server.db.kysely
    .insertInto("lab_worlds")
    .values({ ...world, id: making, state: "making" })
    .execute();
  const waiting = await visitor.post("/lab/take", { intent: "begin", task: "find" });
  for (const page of [waiting, await visitor.get("/lab/take?moment=yes")]) {
    expect(page.status).toBe(200);
    expect(page.body).toContain("One moment");
    expect(page.body).toContain('<meta http-equiv="refresh" content="2"/>');
  }
  expect(await kinds()).toEqual(["consented", "task-shown"]);
  // Nobody makes it: once it is given up, the same page leads back to the task, and from there they begin.
  await server.db.kysely.deleteFrom("lab_worlds").where("id", "=", making).execute();
  const back = await visitor.get("/lab/take?moment=yes");
  expect(back.body).not.toContain("http-equiv");
  expect(back.body).toContain("Begin the task");
  await visitor.post("/lab/take", { intent: "begin", task: "find" });
  expect(await openLabWorld(server.db.kysely, TOWN, one.id)).toMatch(/^lab-/);
  expect(await kinds()).toEqual(["consented", "task-shown", "task-begun"]);
});

test("whose world could not be made is told so, where they begin and where they wait, and can try again or leave", async () => {
  const stuck = await openedStudy(onedoor(), { id: "stuck", study: studyThatFails() });
  const one = await asked(onedoor(), stuck, PLACE);
  const visitor = new Visitor(server);
  await visitor.post(`/lab/join/${one.link}`, YES);
  const begin = () => visitor.post("/lab/take", { intent: "begin", task: "find" });
  await begin();
  // Whether the clock was at it or this press: in the end it has failed.
  const failed = async () =>
    (
      await server.db.kysely
        .selectFrom("lab_worlds")
        .select("state")
        .where("participant_id", "=", one.id)
        .execute()
    ).map(({ state }) => state);
  await expect.poll(failed, { timeout: 20_000 }).toEqual(["failed"]);
  const pressed = await begin();
  expect(pressed.status).toBe(409);
  const waited = await visitor.get("/lab/take?moment=yes");
  expect(waited.status).toBe(200);
  expect(waited.body).not.toContain("http-equiv");
  for (const { body } of [pressed, waited]) {
    expect(body).toContain("You cannot begin yet");
    expect(body).toMatch(/name="task" value="find".*?value="begin"[^>]*>\s*Try again/s);
    expect(body).toContain("End the test now");
  }
  const kinds = (await readLabRecord(server.db.kysely, TOWN, one.id)).map(({ event }) => event.kind);
  expect(kinds).toEqual(["consented", "task-shown"]);
});

test("a server on which nobody has opened the lab makes no worlds; from then on who was asked has one", async () => {
  const fresh = await startServer({ seed: true });
  try {
    const count = async () =>
      (await fresh.db.kysely.selectFrom("lab_worlds").select("state").execute()).map(({ state }) => state);
    await expect
      .poll(async () => (await new Visitor(fresh).get("/readyz")).body, { timeout: 20_000 })
      .toMatch(/clock \d/);
    expect(await count()).toEqual([]);
    const facilitator = new Visitor(fresh);
    await facilitator.signIn("lab", "leon-adeyemi");
    await facilitator.get("/lab/studies/whose-box/participants");
    expect(await count()).toHaveLength(3);
    await expect.poll(count, { timeout: 30_000 }).toEqual(["ready", "ready", "ready"]);
  } finally {
    await fresh.stop();
  }
}, 90_000);

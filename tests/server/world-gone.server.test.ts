import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeBrand } from "~/usecases/delete-brand";
import { createOnedoor } from "~/usecases/onedoor";
import { openLabWorld } from "~db/queries/lab-worlds";
import { asked, openedStudy } from "../support/lab";
import { loggedUpTo } from "../support/logged";
import { type Cluster, createDatabase, startCluster } from "../support/postgres-cluster";
import { type RunningServer, startServer } from "../support/server";
import { Visitor } from "../support/visitor";

const TOWN = "larkmouth";
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let cluster: Cluster;
let server: RunningServer;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
  await createDatabase(cluster.address, "gone");
  server = await startServer({ seed: true, databaseUrl: `${cluster.address}/gone` });
});
afterAll(async () => {
  await server?.stop();
  await cluster?.stop();
});

/** How many of the database's clients wait for a table that another one has locked. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ many: string }>`
    select count(*) as many from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%"postcodes"%'`.execute(
    server.db.kysely,
  );
  return Number(rows[0]?.many);
}

test("a world that is taken away while a page of it is made is not found, which is no fault and in no log", async () => {
  const onedoor = createOnedoor(server.db, silent);
  const { id, link } = await asked(onedoor, await openedStudy(onedoor), 0);
  const visitor = new Visitor(server);
  const allow = { "take-part": "yes", "follow-pages": "yes", "keep-pictures": "no" };
  await visitor.post(`/lab/join/${link}`, allow);
  await visitor.post("/lab/take", { intent: "begin", task: "find" });
  const world = (await openLabWorld(server.db.kysely, TOWN, id)) ?? "";
  const services = `/b/${world}/services?q=back&postcode=LM1+1AA`;
  const before = server.output().length;

  // The page waits in its loader, for the postcode: the only table that it reads and that no world has rows in.
  const made = await server.db.kysely.transaction().execute(async (holds) => {
    await sql`lock table postcodes in access exclusive mode`.execute(holds);
    const page = visitor.get(services);
    await expect.poll(waiting, { interval: 5 }).toBe(1);
    expect(await removeBrand(onedoor, world)).toBe(true);
    return { page };
  });
  const answer = await made.page;
  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain(world);

  const logged = (await loggedUpTo(server, answer)).slice(before);
  expect(logged).not.toContain("failed");
  expect(logged).not.toContain(world);
});

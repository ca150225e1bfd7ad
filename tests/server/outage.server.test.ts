import { afterAll, beforeAll, expect, test } from "vitest";
import { failureReference } from "~/content/plain-pages";
import { instant } from "~/domain/shared/time";
import { openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { writeDirectory } from "~db/queries/directory";
import { type Cluster, createDatabase, startCluster } from "../support/postgres-cluster";
import { type RunningServer, send, startServer } from "../support/server";
import { smallTown } from "../support/small-town";

let cluster: Cluster;
let server: RunningServer;
beforeAll(async () => {
  cluster = await startCluster({ durable: false });
  await createDatabase(cluster.address, "outage");
  const address = `${cluster.address}/outage`;
  const db = await openDatabase(address);
  await migrate(db);
  await db.write((tx) => writeDirectory(tx, smallTown(), instant(Date.now())));
  await db.close();
  server = await startServer({ environment: { DATABASE_URL: address } });
});
afterAll(async () => {
  await server?.stop();
  await cluster?.stop();
});

const PAGES = ["/", "/services/physiotherapy", "/requests", "/sign-in?as=patient", "/nowhere"];

test("without its database the front door still says where help is, and when to come back", async () => {
  expect((await send(server, "/")).status).toBe(200);
  expect((await send(server, "/readyz")).status).toBe(200);
  await cluster.stop();
  await expect.poll(async () => (await send(server, "/readyz")).status).toBe(503);
  // What was read before is good for a second.
  for (const path of PAGES) await expect.poll(async () => (await send(server, path)).status).toBe(503);

  for (const path of PAGES) {
    const { status, headers, body } = await send(server, path);
    expect([path, status]).toEqual([path, 503]);
    expect(headers["retry-after"]).toBe("60");
    expect(headers["cache-control"]).toBe("no-store");
    for (const number of ["999", "111"]) expect(body).toContain(`href="tel:${number}"`);
    expect(body).toContain(failureReference(String(headers["x-request-id"])));
    expect(body).not.toMatch(/ECONN|postgres|\.js:|node_modules/i);
  }
  for (const asset of ["/plain.css", "/door.svg"]) expect((await send(server, asset)).status).toBe(200);
  expect((await send(server, "/healthz")).status).toBe(200);
});

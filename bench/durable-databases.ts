import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, startCluster } from "~tests/support/postgres-cluster";

/** An empty database that keeps what it has said it kept, whatever is unplugged. */
export interface DurableDatabase {
  readonly name: "sqlite" | "postgres";
  readonly url: string;
}

/** Each database in turn, new and empty; it is gone when the next is asked for. */
export async function* durableDatabases(): AsyncIterable<DurableDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "onedoor-bench-"));
  try {
    yield { name: "sqlite", url: `sqlite:${join(folder, "onedoor.db")}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const cluster = await startCluster({ durable: true });
  try {
    await createDatabase(cluster.address, "onedoor_bench");
    yield { name: "postgres", url: `${cluster.address}/onedoor_bench` };
  } finally {
    await cluster.stop();
  }
}

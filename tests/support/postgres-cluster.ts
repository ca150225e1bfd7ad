import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { type PostgresPrograms, postgresPrograms } from "./postgres-programs";
import { TEMPLATE } from "./postgres-template";

const PASSWORD = "only-for-tests";

/** A running PostgreSQL with the folder that it is in. */
export interface Cluster {
  /** Its address, without a database's name. */
  readonly address: string;
  readonly folder: string;
  /** Stops it, and takes the folder away with all that is in it. */
  stop(): Promise<void>;
}

/** The tests' PostgreSQL, with a migrated, empty database to copy each test's own from, on both databases. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { address, folder, stop } = await startCluster({ durable: false });
  try {
    await createDatabase(address, TEMPLATE);
    await migrated(`${address}/${TEMPLATE}`);
    await migrated(`sqlite:${join(folder, TEMPLATE)}`);
    project.provide("postgres", address);
    project.provide("scratch", folder);
    return stop;
  } catch (error) {
    await stop();
    throw new Error("PostgreSQL for the tests did not start", { cause: error });
  }
}

/**
 * A real PostgreSQL: in a folder of its own, on a free port, as a user of its own when we run as root. It goes with
 * this process, when that is interrupted too, and so does all else in the folder. Tests that kill neither it nor the
 * machine need not wait for the disk: `durable` false.
 */
export async function startCluster({ durable }: { readonly durable: boolean }): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "onedoor-tests-"));
  let server: ChildProcess | undefined;
  const keeper = keeperOf(folder);
  const stop = async () => {
    if (server && server.exitCode === null) {
      server.kill("SIGINT");
      await once(server, "exit");
    }
    keeper.stdin?.end("all is well\n");
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // The folder is ours, and PostgreSQL's user must be able to pass through it.
    await chmod(folder, 0o755);
    const programs = await postgresPrograms(folder);
    const port = await freePort();
    const data = await initialised(programs, folder);
    server = await started(programs, data, port, durable);
    return { address: `postgres://onedoor:${PASSWORD}@127.0.0.1:${port}`, folder, stop };
  } catch (error) {
    await stop();
    throw new Error("PostgreSQL did not start", { cause: error });
  }
}

/** A new, empty database of a cluster. */
export async function createDatabase(address: string, name: string): Promise<void> {
  const administrator = new pg.Client({ connectionString: `${address}/postgres` });
  await administrator.connect();
  await administrator.query(`create database ${name}`).finally(() => administrator.end());
}

async function initialised({ initdb, as }: PostgresPrograms, folder: string): Promise<string> {
  const data = join(folder, "postgres");
  const password = join(folder, "password");
  await mkdir(data, { mode: 0o700 });
  await writeFile(password, PASSWORD);
  if (as.uid !== undefined && as.gid !== undefined) await chown(data, as.uid, as.gid);
  await promisify(execFile)(
    initdb,
    [
      `--pgdata=${data}`,
      "--username=onedoor",
      `--pwfile=${password}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--no-sync",
    ],
    { ...as, cwd: folder },
  );
  return data;
}

/** Starts the server and waits until it takes connections. Fails with what it said when it ends instead. */
function started(
  { postgres, as }: PostgresPrograms,
  data: string,
  port: number,
  durable: boolean,
): Promise<ChildProcess> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=400",
    // What is killed in the tests is never PostgreSQL itself, nor the machine.
    ...(durable ? [] : ["fsync=off"]),
  ];
  const server = spawn(
    postgres,
    ["-D", data, "-p", String(port), ...settings.flatMap((one) => ["-c", one])],
    {
      ...as,
      cwd: data,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  return new Promise((ready, failed) => {
    let said = "";
    server.stderr.on("data", (piece: Buffer) => {
      said = (said + piece.toString()).slice(-2_000);
      if (said.includes("ready to accept connections")) ready(server);
    });
    server.once("error", failed);
    server.once("exit", () => failed(new Error(said)));
  });
}

/**
 * Waits for the tests to end. When they do so without a word, by Ctrl-C or kill -9, it ends the server in their place
 * and removes the folder.
 */
function keeperOf(folder: string): ChildProcess {
  const script = `
    read -r word && exit
    server=$(head -n 1 "$1/postgres/postmaster.pid")
    kill -QUIT "$server"
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
      kill -0 "$server" && sleep 0.1
    done
    rm -rf "$1" || { sleep 1; rm -rf "$1"; }`;
  const keeper = spawn("/bin/sh", ["-c", script, "keeper", folder], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  keeper.unref();
  return keeper;
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

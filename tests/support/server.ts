import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { instant } from "~/domain/shared/time";
import { type Database, openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { writeDirectory } from "~db/queries/directory";
import { smallTown } from "./small-town";

const START = resolve(import.meta.dirname, "../../build/node/start.js");
const LONGEST_START_MS = 60_000;

export interface ServerOptions {
  /** True sets up the demo as `npm run demo` does. Otherwise there is one small town, or what `prepare` writes. */
  readonly seed?: boolean;
  /** True makes the demo's whole past year too, once the server is open; `recordSmallYear` makes a small one at once. */
  readonly year?: boolean;
  /** Fills the empty, migrated database before the server starts. */
  readonly prepare?: (db: Database) => Promise<void>;
  /** Another server's database, as that one left it. It stays when this one is stopped. */
  readonly after?: RunningServer;
  /** An empty database that the test takes away itself, in place of a new SQLite file. */
  readonly databaseUrl?: string;
  /** Variables beside those of the demo; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** The same database, by a connection of the test's own. */
  readonly db: Database;
  readonly process: ChildProcess;
  /** What the server has written so far, on both its outputs. */
  output(): string;
  /** Stops it as an operator does, and takes its database away. Gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server, as a process of its own, on a free port with a new database. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { after } = options;
  const given = after?.databaseUrl ?? options.databaseUrl;
  const folder = given === undefined ? await mkdtemp(join(tmpdir(), "onedoor-server-")) : null;
  const databaseUrl = given ?? `sqlite:${join(folder ?? "", "onedoor.db")}`;
  const db = await openDatabase(databaseUrl);
  await migrate(db);
  if (options.prepare) await options.prepare(db);
  else if (!options.seed && !after)
    await db.write((tx) => writeDirectory(tx, smallTown(), instant(Date.now())));

  const child = spawn(process.execPath, ["--enable-source-maps", START], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DEMO: "1",
      DEMO_SEED: options.seed ? "1" : "0",
      DEMO_YEAR: options.year ? "1" : "0",
      PORT: "0",
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "info",
      ...options.environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));

  const stop = async () => {
    process.off("exit", killed);
    child.kill("SIGTERM");
    const code = await ended;
    await db.close();
    if (folder) await rm(folder, { recursive: true, force: true });
    return code;
  };
  try {
    const port = await openPort(child, () => output);
    return {
      url: `http://localhost:${port}`,
      port,
      databaseUrl,
      db,
      process: child,
      output: () => output,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port, once the server says that it is open. */
function openPort(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((done, fail) => {
    const tooLong = setTimeout(
      () => fail(new Error(`The server did not open:\n${output()}`)),
      LONGEST_START_MS,
    );
    child.once("exit", (code) => {
      clearTimeout(tooLong);
      fail(new Error(`The server stopped with ${code} before it opened:\n${output()}`));
    });
    child.stdout?.on("data", () => {
      const port = /^Onedoor is open at .*?(\d+)\)?$/m.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(tooLong);
      done(Number(port));
    });
  });
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as it was sent, compressed or not. */
  readonly bytes: Buffer;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A request sent as it is written, with no browser's or fetch's help: any path, any header, any bytes. */
export function send(
  server: Pick<RunningServer, "port">,
  path: string,
  request: RawRequest = {},
): Promise<RawAnswer> {
  return new Promise((done, fail) => {
    const outgoing = httpRequest(
      {
        host: "127.0.0.1",
        port: server.port,
        path,
        method: request.method ?? "GET",
        headers: { host: `localhost:${server.port}`, ...request.headers },
      },
      (incoming) => {
        const { headers, statusCode: status = 0 } = incoming;
        if (headers["content-type"]?.startsWith("text/event-stream")) {
          // It never ends by itself.
          outgoing.destroy();
          done({ status, headers, body: "", bytes: Buffer.alloc(0) });
          return;
        }
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => {
          const bytes = Buffer.concat(chunks);
          done({ status, headers, body: bytes.toString("utf8"), bytes });
        });
      },
    );
    outgoing.on("error", fail);
    outgoing.end(request.body);
  });
}

/** A form as one of our own pages sends it. */
export function sendForm(
  server: Pick<RunningServer, "port">,
  path: string,
  fields: string | Buffer | Record<string, string>,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  const body =
    typeof fields === "string" || Buffer.isBuffer(fields) ? fields : String(new URLSearchParams(fields));
  return send(server, path, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
      "sec-fetch-site": "same-origin",
      ...headers,
    },
  });
}

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import SqliteFile from "better-sqlite3";
import { findFiles } from "~/usecases/load-area/find-files";
import { readFiles } from "~/usecases/load-area/read-files";
import { openDatabase } from "~db/connect";
import { migrate } from "~db/migrations";
import { ENGLAND } from "~seeds/areas/england";
import { type Bench, type Measure, rounded } from "./measure";

const PUBLISHED = "../shared/data";
/** Told by the process that loads, as it ends: the most memory it ever held (KiB), and its processor time (µs). */
const USED = "used-kib-and-us";
const TELL_USED = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();console.error("${USED} "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})`;

/**
 * The first load of an area fills a new database; the second finds everything as it is. Each is a process of its own.
 * Beside all of England stand two floors: its files read and parsed and nothing written, and its rows put into a new
 * database and nothing read or compared.
 */
export const importBench: Bench = {
  name: "import",
  about: `Loading the real Bristol and all of England from ${PUBLISHED} into SQLite, first and again (seconds, MiB at the peak)`,
  async *run() {
    const from = resolve(PUBLISHED);
    if (!existsSync(join(from, "SOURCES.md"))) {
      process.stderr.write(
        `import: the published files are not at ${from}, so there is nothing to measure\n`,
      );
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), "onedoor-bench-import-"));
    try {
      yield* loadedTwice("import", "bristol", from, join(folder, "bristol.db"));
      const england = join(folder, "england.db");
      yield* loadedTwice("import.england", "england", from, england);
      const read = await onlyRead(from);
      yield { bench: "import.england.only-read", value: rounded(read.seconds), unit: "s", rows: read.rows };
      const written = await onlyWritten(england, join(folder, "bare.db"));
      yield {
        bench: "import.england.bare-insert",
        value: rounded(written.seconds),
        unit: "s",
        rows: written.rows,
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function* loadedTwice(bench: string, area: string, from: string, file: string): AsyncIterable<Measure> {
  for (const load of ["first", "again"] as const) {
    const { seconds, cpuSeconds, peakMiB, rows } = await loaded(area, from, `sqlite:${file}`);
    yield { bench, value: rounded(seconds), unit: "s", area, load, rows, cpuSeconds: rounded(cpuSeconds) };
    yield { bench, value: rounded(peakMiB), unit: "MiB peak", area, load, rows };
  }
}

/** England's files, read to their ends and parsed as the load does. */
async function onlyRead(from: string): Promise<{ readonly seconds: number; readonly rows: number }> {
  const began = performance.now();
  const read = await readFiles(await findFiles(from, ENGLAND), ENGLAND, {
    started: () => {},
    rows: () => {},
  });
  const rows = read.reduce((sum, file) => sum + file.rows.read, 0);
  return { seconds: (performance.now() - began) / 1000, rows };
}

/** The tables that a load fills, in the order in which their rows refer to each other. */
const TABLES = [
  "postcodes",
  "bank_holidays",
  "brands",
  "organisations",
  "services",
  "partnerships",
  "locations",
  "offers",
];

/** The rows of a loaded database put one by one into an empty one of the same tables, in one durable transaction. */
async function onlyWritten(
  source: string,
  target: string,
): Promise<{ readonly seconds: number; readonly rows: number }> {
  const empty = await openDatabase(`sqlite:${target}`);
  await migrate(empty);
  await empty.close();
  const from = new SqliteFile(source, { readonly: true });
  const to = new SqliteFile(target);
  try {
    to.pragma("synchronous = FULL");
    to.pragma("foreign_keys = ON");
    const began = performance.now();
    let rows = 0;
    to.exec("begin immediate");
    for (const table of TABLES) {
      const every = from.prepare(`select * from ${table}`).raw();
      const marks = every.columns().map(() => "?");
      const insert = to.prepare(`insert into ${table} values (${marks.join(", ")})`);
      for (const row of every.iterate()) {
        insert.run(row);
        rows += 1;
      }
    }
    to.exec("commit");
    return { seconds: (performance.now() - began) / 1000, rows };
  } finally {
    from.close();
    to.close();
  }
}

interface Loaded {
  readonly seconds: number;
  /** What it took of the processors: more than `seconds` where several worked at once, less where it had to wait. */
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  /** Rows read, in all files together. */
  readonly rows: number;
}

function loaded(area: string, from: string, database: string): Promise<Loaded> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", TELL_USED, join(import.meta.dirname, "onedoor.js"), "load", area, "--from", from, "--json"],
    { env: { ...process.env, DATABASE_URL: database }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let out = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      const used = new RegExp(`${USED} (\\d+) (\\d+)`).exec(errors);
      if (code !== 0 || used === null) {
        fail(new Error(`onedoor load ended with ${code}: ${errors}`));
        return;
      }
      const rows = [...out.matchAll(/"read": (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
      const [, kib, microseconds] = used.map(Number);
      done({
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: (microseconds ?? 0) / 1e6,
        peakMiB: (kib ?? 0) / 1024,
        rows,
      });
    });
  });
}

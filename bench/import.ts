import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Bench, rounded } from "./measure";

const PUBLISHED = "../shared/data";
/** Told by the process that loads, as it ends: the most memory it ever held, in KiB. */
const PEAK = "peak-memory-kib";
const TELL_PEAK = `data:text/javascript,process.on("exit",()=>console.error("${PEAK} "+process.resourceUsage().maxRSS))`;

/** The first load fills a new database; the second finds everything as it is. Each is a process of its own. */
export const importBench: Bench = {
  name: "import",
  about: `Loading the real Bristol from ${PUBLISHED} into SQLite, first and again (seconds, MiB at the peak)`,
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
      for (const load of ["first", "again"] as const) {
        const { seconds, peakMiB, rows } = await loaded(from, `sqlite:${join(folder, "bristol.db")}`);
        yield { bench: "import", value: rounded(seconds), unit: "s", area: "bristol", load, rows };
        yield { bench: "import", value: rounded(peakMiB), unit: "MiB peak", area: "bristol", load, rows };
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Loaded {
  readonly seconds: number;
  readonly peakMiB: number;
  /** Rows read, in all files together. */
  readonly rows: number;
}

function loaded(from: string, database: string): Promise<Loaded> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--import",
      TELL_PEAK,
      join(import.meta.dirname, "onedoor.js"),
      "load",
      "bristol",
      "--from",
      from,
      "--json",
    ],
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
      const peak = new RegExp(`${PEAK} (\\d+)`).exec(errors);
      if (code !== 0 || peak === null) {
        fail(new Error(`onedoor load ended with ${code}: ${errors}`));
        return;
      }
      const rows = [...out.matchAll(/"read": (\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
      done({ seconds: (performance.now() - began) / 1000, peakMiB: Number(peak[1]) / 1024, rows });
    });
  });
}

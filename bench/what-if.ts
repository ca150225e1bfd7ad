import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepScenario } from "~/usecases/keep-scenario";
import { createOnedoor } from "~/usecases/onedoor";
import { type Database, openDatabase } from "~db/connect";
import { readRun } from "~db/queries/scenarios";
import { recordDemoYear } from "~seeds/years";
import { Visitor } from "~tests/support/visitor";
import { serveDemo } from "./bare-remix";
import { type Bench, type Measure, p99Beside, rounded } from "./measure";
import type { Served } from "./served";
import { over, SteadyPages } from "./steady-pages";

const BRAND = "larkmouth";
/** As long as a what-if may take. */
const SECONDS = 20;
const ROUNDS = 3;
const PATIENT = "arthur-penrose";

/** A year of requests played again, while patients ask for pages: what they wait with it and without, turn and turn about. */
export const whatIfBench: Bench = {
  name: "what-if",
  about:
    "A year of Larkmouth's requests played before and after a partner leaves: first figures and all of them, and what it does to the p99 of 20 patients' pages a second",
  async *run() {
    const folder = mkdtempSync(join(tmpdir(), "onedoor-bench-"));
    const databaseUrl = `sqlite:${join(folder, "onedoor.db")}`;
    let demo: Served | undefined;
    let db: Database | undefined;
    try {
      await (await serveDemo(databaseUrl)).stop();
      db = await openDatabase(databaseUrl);
      const onedoor = createOnedoor(db, { info: () => {}, warn: () => {}, error: () => {} });
      await recordDemoYear(onedoor);
      const scenario = await keepScenario(
        onedoor,
        BRAND,
        { accountId: "bench", name: "Bench" },
        { name: "Bench", note: "", changes: [{ kind: "leave", organisationId: "harbour-trust" }] },
      );
      if (scenario.kind !== "kept") throw new Error(scenario.kind);
      demo = await serveDemo(databaseUrl);
      yield* measured(db, demo, scenario.scenario.id);
    } finally {
      await demo?.stop();
      await db?.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function* measured(db: Database, { url }: Served, scenarioId: string): AsyncIterable<Measure> {
  const port = Number(new URL(url).port);
  const [patient, alan] = [new Visitor({ port }), new Visitor({ port })];
  await patient.signIn("patient", PATIENT);
  await alan.signIn("board", "alan-fenwick");
  const pages = new SteadyPages(url, patient.cookies());
  const without: number[] = [];
  const withLoop: number[] = [];
  const withRun: number[] = [];
  try {
    await pages.warmUp();
    for (let round = 0; round < ROUNDS; round += 1) {
      without.push(...(await pages.during(over(SECONDS))));
      withLoop.push(...(await besideLoop(() => pages.during(over(SECONDS)))));
      const from = performance.now();
      await alan.post(`/board/what-if/${scenarioId}`, { intent: "play" });
      const played = watched(db, scenarioId, from);
      withRun.push(...(await pages.during(played)));
      const { firstMs, wholeMs, requests, seeds } = await played;
      const times = { unit: "s", round, requests, seeds };
      yield { bench: "what-if.first", value: rounded(firstMs / 1000, 2), ...times };
      yield { bench: "what-if.whole", value: rounded(wholeMs / 1000, 2), ...times };
    }
  } finally {
    pages.close();
  }
  yield { bench: "what-if.loop", ...p99Beside(without, withLoop) };
  yield { bench: "what-if.pages", ...p99Beside(without, withRun) };
}

/** What the machine itself takes: the same beside a loop that does nothing, and has a processor only while nobody else wants it. */
async function besideLoop<T>(work: () => Promise<T>): Promise<T> {
  const loop = spawn("chrt", ["--idle", "0", process.execPath, "--eval", "for (;;);"], { stdio: "inherit" });
  try {
    return await work();
  } finally {
    loop.kill("SIGKILL");
  }
}

/** When the first figures and the last of a scenario are there for whoever opens its page. */
async function watched(db: Database, scenarioId: string, from: number) {
  let firstMs = Number.NaN;
  for (;;) {
    await over(0.1);
    // Only whether they are there: reading them so often would be a load of its own, in the process that measures.
    const { state, has_figures } = await db.kysely
      .selectFrom("scenario_runs")
      .select(["state", ({ eb }) => eb("result", "is not", null).as("has_figures")])
      .where("brand_id", "=", BRAND)
      .where("scenario_id", "=", scenarioId)
      .executeTakeFirstOrThrow();
    if (has_figures && Number.isNaN(firstMs)) firstMs = performance.now() - from;
    if (state === "done") break;
    if (!["waiting", "running"].includes(state)) throw new Error(state);
  }
  const wholeMs = performance.now() - from;
  const result = (await readRun(db.kysely, BRAND, scenarioId))?.result;
  if (!result) throw new Error("It is over, and there are no figures");
  return { firstMs, wholeMs, requests: result.requests.before, seeds: result.seeds.length };
}

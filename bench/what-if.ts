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

const BRAND = "larkmouth";
/** Page requests of patients a second, whether or not the last has been answered. */
const A_SECOND = 20;
const WARM_UP_SECONDS = 5;
const SECONDS = 20;
const ROUNDS = 3;
const PAGES = ["/", "/services", "/services/physiotherapy", "/requests"];
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
  const cookie = patient.cookies();
  await latencies(url, cookie, () => over(WARM_UP_SECONDS));
  const without: number[] = [];
  const withRun: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(...(await latencies(url, cookie, () => over(SECONDS))));
    const from = performance.now();
    await alan.post(`/board/what-if/${scenarioId}`, { intent: "play" });
    const played = watched(db, scenarioId, from);
    withRun.push(...(await latencies(url, cookie, () => played)));
    const { firstMs, wholeMs, requests, seeds } = await played;
    yield {
      bench: "what-if.first",
      value: rounded(firstMs / 1000, 2),
      unit: "s",
      round,
      requests,
    };
    yield { bench: "what-if.whole", value: rounded(wholeMs / 1000, 2), unit: "s", round, requests, seeds };
  }
  yield {
    bench: "what-if.pages",
    ...p99Beside(without, withRun),
  };
}

const over = (seconds: number): Promise<unknown> => new Promise((done) => setTimeout(done, seconds * 1000));

/** Milliseconds that each page took, asked for at a steady pace until something is over. */
async function latencies(url: string, cookie: string, until: () => Promise<unknown>): Promise<number[]> {
  const taken: Promise<number>[] = [];
  const ask = async (path: string): Promise<number> => {
    const from = performance.now();
    const answer = await fetch(`${url}${path}`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - from;
  };
  const pace = setInterval(() => taken.push(ask(PAGES[taken.length % PAGES.length] ?? "/")), 1000 / A_SECOND);
  await until();
  clearInterval(pace);
  return Promise.all(taken);
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

import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { instant } from "~/domain/shared/time";
import { playWhatIf } from "~/usecases/play-what-if";
import { openDatabase } from "~db/connect";
import { readBrandNow } from "~db/queries/brands";
import { readScenario } from "~db/queries/scenarios";
import type { FromWorker } from "./what-if-runs";

const Asked = z.object({ databaseUrl: z.string(), brandId: z.string(), scenarioId: z.string() });
/** Last in line for a processor: on Linux this is of the thread alone. */
const LOWEST_PRIORITY = 19;
/** The first figures come as soon as about a month was played again; later ones when they are this old. */
const FRESH_MS = 2_000;
const FIRST_SHARE = 0.02;

const say = (said: FromWorker) => parentPort?.postMessage(said);

/** Plays one scenario again on a thread and a connection of its own, and says how far it is. */
async function play(): Promise<void> {
  const { databaseUrl, brandId, scenarioId } = Asked.parse(workerData);
  // Where a thread has no priority of its own, it is the whole server that must not have less.
  if (process.platform === "linux") setPriority(0, LOWEST_PRIORITY);
  const db = await openDatabase(databaseUrl, { create: false });
  try {
    const scenario = await readScenario(db.kysely, brandId, scenarioId);
    if (scenario === undefined) throw new Error(`There is no scenario ${scenarioId} any more`);
    const now = await readBrandNow(db.kysely, brandId, instant(Date.now()));
    let saidAt = Number.NEGATIVE_INFINITY;
    for await (const playing of playWhatIf(db.kysely, brandId, scenario, now)) {
      if (playing.kind !== "so-far") {
        say(playing);
        continue;
      }
      const { done, of, soFar } = playing;
      const isDue = done >= of * FIRST_SHARE && performance.now() - saidAt >= FRESH_MS;
      if (isDue) saidAt = performance.now();
      say({ kind: "so-far", done, of, ...(isDue ? { result: soFar() } : {}) });
    }
  } finally {
    await db.close();
  }
}

await play();

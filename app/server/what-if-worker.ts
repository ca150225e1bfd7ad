import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { instant } from "~/domain/shared/time";
import { playWhatIf } from "~/usecases/play-what-if";
import { openDatabase } from "~db/connect";
import { readBrandNow } from "~db/queries/brands";
import { readScenario } from "~db/queries/scenarios";
import { type FromWorker, WHAT_TO_PLAY } from "./what-if-runs";

const Asked = z.object({ databaseUrl: z.string(), brandId: z.string(), scenarioId: z.string() });
/** The first figures come as soon as about a month was played again; later ones when they are this old. */
const FRESH_MS = 4_000;
const FIRST_SHARE = 0.02;

/** Says it to the server, and lets it go out before more is reckoned. */
const say = async (said: FromWorker): Promise<void> => {
  process.send?.(said);
  await setImmediate();
};

/** Plays one scenario again in a process and on a connection of its own, and says how far it is. */
async function play(): Promise<void> {
  const { databaseUrl, brandId, scenarioId } = Asked.parse(JSON.parse(process.env[WHAT_TO_PLAY] ?? "null"));
  const db = await openDatabase(databaseUrl, { create: false });
  try {
    const scenario = await readScenario(db.kysely, brandId, scenarioId);
    if (scenario === undefined) throw new Error(`There is no scenario ${scenarioId} any more`);
    const now = await readBrandNow(db.kysely, brandId, instant(Date.now()));
    let saidAt = Number.NEGATIVE_INFINITY;
    for await (const playing of playWhatIf(db.kysely, brandId, scenario, now)) {
      if (playing.kind !== "so-far") {
        await say(playing);
        continue;
      }
      const { done, of, soFar } = playing;
      const isDue = done >= of * FIRST_SHARE && performance.now() - saidAt >= FRESH_MS;
      if (isDue) saidAt = performance.now();
      await say({ kind: "so-far", done, of, ...(isDue ? { result: soFar() } : {}) });
    }
  } finally {
    await db.close();
  }
}

// The server that asked for it ends it, and nothing goes on without one.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
await play();
process.disconnect?.();

import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { roundedCount } from "~/domain/flow/few";
import { instant } from "~/domain/shared/time";
import { NO_PROGRESS } from "~/domain/simulation/run";
import { type Playing, playWhatIf } from "~/usecases/play-what-if";
import { openDatabase } from "~db/connect";
import { readBrandNow } from "~db/queries/brands";
import { type RunSaid, readScenario, updateRun } from "~db/queries/scenarios";
import { makingWay } from "./make-way";
import { WAITING_FILE, WHAT_TO_PLAY, type WhatToPlay } from "./what-if-runs";

const Asked: z.ZodType<WhatToPlay> = z.object({
  databaseUrl: z.string(),
  brandId: z.string(),
  scenarioId: z.string(),
  askedAt: z.string(),
});
/** How often it is written how far it is, and looked whether somebody stopped it, by whichever process. */
const SAY_MS = 1_000;
/** The first figures come as soon as about a month was played again; later ones when they are this old. */
const FRESH_MS = 4_000;
const FIRST_SHARE = 0.02;

/**
 * Plays one scenario again in a process and on a connection of its own, and writes how far it is: what it takes to make
 * a write durable is waited for here, and not where patients are answered.
 */
async function play(): Promise<void> {
  const { databaseUrl, brandId, ...run } = Asked.parse(JSON.parse(process.env[WHAT_TO_PLAY] ?? "null"));
  const db = await openDatabase(databaseUrl, { create: false });
  let saidAt = Number.NEGATIVE_INFINITY;
  let freshAt = Number.NEGATIVE_INFINITY;

  /** What is worth writing of how it goes, at this moment. */
  const saidOf = (playing: Playing): Omit<RunSaid, "seenAt"> | null => {
    if (playing.kind !== "so-far") return endOf(playing);
    const { done, of, soFar } = playing;
    const at = performance.now();
    const isFirst = freshAt === Number.NEGATIVE_INFINITY && done >= of * FIRST_SHARE;
    if (!isFirst && at - saidAt < SAY_MS) return null;
    const isDue = done >= of * FIRST_SHARE && at - freshAt >= FRESH_MS;
    saidAt = at;
    if (isDue) freshAt = at;
    return {
      state: "running",
      progress: { ...NO_PROGRESS, ...roundedOf(done, of) },
      ...(isDue ? { result: soFar() } : {}),
    };
  };

  try {
    const scenario = await readScenario(db.kysely, brandId, run.scenarioId);
    if (scenario === undefined) throw new Error(`There is no scenario ${run.scenarioId} any more`);
    const now = await readBrandNow(db.kysely, brandId, instant(Date.now()));
    const makeWay = makingWay(WAITING_FILE);
    for await (const playing of playWhatIf(db.kysely, brandId, scenario, now)) {
      const said = saidOf(playing);
      if (said === null) {
        makeWay();
        continue;
      }
      const goesOn = await updateRun(db.kysely, brandId, run, { ...said, seenAt: instant(Date.now()) });
      if (!goesOn) return;
      // A server that is gone is heard of between two steps.
      await setImmediate();
    }
  } finally {
    await db.close();
  }
}

function endOf(playing: Exclude<Playing, { kind: "so-far" }>): Omit<RunSaid, "seenAt"> {
  if (playing.kind === "refused")
    return { state: "refused", progress: { ...NO_PROGRESS, reasons: playing.reasons } };
  const { of, result } = playing;
  const { compared, worse, better } = result.worseOff;
  return {
    state: "done",
    progress: { ...NO_PROGRESS, ...roundedOf(of, of), headline: { compared, worse, better } },
    result,
  };
}

/** How far it is: whoever has a part of a count knows the rest of it. */
const roundedOf = (done: number, of: number) => ({ done: roundedCount(done), of: roundedCount(of) });

// The server that asked for it ends it, and nothing goes on without one.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
await play();
process.disconnect?.();

import { NO_PROGRESS } from "~/domain/simulation/run";
import { replaysOf, whatIf } from "~/domain/simulation/what-if";
import type { Database } from "~db/connect";
import { writePastWeeks } from "~db/queries/past-weeks";
import { insertScenario, putRun, updateRun } from "~db/queries/scenarios";
import { LARKMOUTH_DEMAND } from "~seeds/reference/larkmouth/demand";
import { askedOver, BEHAVIOUR, SMALL_WORLD } from "./simulated";

/** The id of the scenario that `sampleScenario` writes. */
export const SAMPLE = "sample";

const AT = "2026-01-05T09:00:00.000Z";
const DAYS = { from: "2026-01-05", until: "2026-01-11" };

/** A scenario of a brand that was played, and a recorded week without anybody in it, so that it can be played again. */
export async function sampleScenario(db: Database, brandId: string): Promise<void> {
  const asked = askedOver(DAYS.from, 7, 60);
  const changes = [{ kind: "demand", serviceId: null, percent: 20 } as const];
  const going = whatIf(replaysOf(SMALL_WORLD, asked, changes, { ...DAYS, seeds: [1] }), asked);
  let last = going.next();
  while (!last.done) last = going.next();
  const result = last.value;
  const run = {
    scenarioId: SAMPLE,
    state: "waiting",
    ofVersion: 1,
    askedAt: AT,
    seenAt: AT,
    progress: NO_PROGRESS,
  } as const;
  const parameters = { seed: 1, ...DAYS, demand: LARKMOUTH_DEMAND, behaviour: BEHAVIOUR };
  await db.write(async (tx) => {
    await writePastWeeks(tx, brandId, parameters, [{ startsOn: DAYS.from, of: [] }]);
    await insertScenario(tx, brandId, {
      id: SAMPLE,
      name: "A fifth more ask",
      note: "",
      changes,
      version: 1,
      madeBy: "nobody",
      madeAt: AT,
      changedAt: AT,
    });
  });
  await putRun(db.kysely, brandId, run);
  const { compared, worse, better } = result.worseOff;
  const progress = { ...NO_PROGRESS, headline: { compared, worse, better } };
  await updateRun(db.kysely, brandId, run, { state: "done", seenAt: AT, progress, result });
}

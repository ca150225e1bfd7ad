import { isGoing, NO_PROGRESS, type ScenarioRun, standingOfRun } from "~/domain/simulation/run";
import { isScenarioProposed } from "~db/queries/proposals";
import { holdScenario, putRun, readRun, readScenario } from "~db/queries/scenarios";
import type { Onedoor } from "./context";

export type AskedToPlay =
  /** The run is the caller's to play. */
  | { readonly kind: "asked"; readonly run: ScenarioRun }
  /** Somebody has it in line or plays it, as it is now. */
  | { readonly kind: "going" }
  /** It goes with a proposal, and was played as it is. */
  | { readonly kind: "proposed" }
  | { readonly kind: "not-found" };

/** Asks that a scenario be played again, behind so many others. Of many who ask at one moment, one plays it. */
export async function askToPlay(
  { db, clock }: Pick<Onedoor, "db" | "clock">,
  brandId: string,
  scenarioId: string,
  ahead: number,
): Promise<AskedToPlay> {
  return db.write(async (tx) => {
    // Who asks too, or proposes it, begins anew once this is over, and sees what it wrote.
    if (!(await holdScenario(tx, brandId, scenarioId))) return { kind: "not-found" };
    const scenario = await readScenario(tx, brandId, scenarioId);
    if (scenario === undefined) return { kind: "not-found" };
    const last = (await readRun(tx, brandId, scenarioId))?.run;
    const now = clock();
    if (last?.ofVersion === scenario.version) {
      if (isGoing(standingOfRun(last, now))) return { kind: "going" };
      if (last.state === "done" && (await isScenarioProposed(tx, brandId, scenarioId)))
        return { kind: "proposed" };
    }
    const run: ScenarioRun = {
      scenarioId,
      state: "waiting",
      ofVersion: scenario.version,
      askedAt: now,
      seenAt: now,
      progress: { ...NO_PROGRESS, ahead },
    };
    await putRun(tx, brandId, run);
    return { kind: "asked", run };
  });
}

import { z } from "zod";
import { isSeen, tidy } from "~/domain/journeys/input";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import type { Change } from "~/domain/simulation/changes";
import { Changes, LONGEST_NAME, LONGEST_NOTE, MOST_CHANGES } from "~/domain/simulation/changes";
import type { Tx } from "~db/connect";
import { insertAudit } from "~db/queries/audit";
import { isScenarioProposed } from "~db/queries/proposals";
import {
  carryRun,
  countScenarios,
  deleteScenario,
  insertScenario,
  readScenario,
  type Scenario,
  updateScenario,
} from "~db/queries/scenarios";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/** A member of the board, as the audit trail names them. */
export interface BoardMember {
  readonly accountId: string;
  readonly name: string;
}

/** The most scenarios that a brand keeps. */
export const MOST_SCENARIOS = 100;

export type ScenarioKept =
  | { readonly kind: "kept"; readonly scenario: Scenario }
  | { readonly kind: "not-found" }
  /** Somebody else changed it since the page was opened. */
  | { readonly kind: "changed-meanwhile" }
  | { readonly kind: "too-many" }
  /** It goes with a proposal: who votes on that has to see what the others saw. */
  | { readonly kind: "proposed" };

/** What a scenario says of itself, and its changes. */
export type ScenarioWords = Pick<Scenario, "name" | "note" | "changes">;

const tidied = z.string().transform(tidy);

/** A scenario as a file has it. What it came to there is not read: the same changes come to the same here. */
export const ScenarioFile = z.object({
  format: z.literal("onedoor-scenario-1"),
  name: tidied.refine((name) => isSeen(name) && name.length <= LONGEST_NAME),
  note: tidied.refine((note) => note.length <= LONGEST_NOTE),
  changes: Changes,
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;

/** Keeps a new scenario. */
export async function keepScenario(
  onedoor: Onedoor,
  brandId: string,
  by: BoardMember,
  { name, note, changes }: ScenarioWords,
): Promise<ScenarioKept> {
  const id = onedoor.newId();
  return onedoor.db.write(async (tx) => {
    if ((await countScenarios(tx, brandId)) >= MOST_SCENARIOS) return { kind: "too-many" };
    const now = await brandNow(onedoor, brandId, tx);
    const scenario: Scenario = {
      id,
      name,
      note,
      changes,
      version: 1,
      madeBy: by.accountId,
      madeAt: now,
      changedAt: now,
    };
    await insertScenario(tx, brandId, scenario);
    await audit(tx, brandId, by, "scenario-kept", now, scenario);
    return { kind: "kept", scenario };
  });
}

/** What becomes of a scenario of the version that somebody saw. */
async function change(
  onedoor: Onedoor,
  brandId: string,
  by: BoardMember,
  { id, seen }: { readonly id: string; readonly seen: number },
  make: (scenario: Scenario) => ScenarioWords | null,
): Promise<ScenarioKept> {
  return onedoor.db.write(async (tx) => {
    const scenario = await readScenario(tx, brandId, id);
    if (scenario === undefined) return { kind: "not-found" };
    if (scenario.version !== seen) return { kind: "changed-meanwhile" };
    if (await isScenarioProposed(tx, brandId, id)) return { kind: "proposed" };
    const words = make(scenario);
    if (words === null) return { kind: "too-many" };
    const now = await brandNow(onedoor, brandId, tx);
    const next: Scenario = { ...scenario, ...words, version: seen + 1, changedAt: now };
    if (!(await updateScenario(tx, brandId, next, seen))) return { kind: "changed-meanwhile" };
    if (toJson(next.changes) === toJson(scenario.changes)) await carryRun(tx, brandId, scenario);
    await audit(tx, brandId, by, "scenario-changed", now, next);
    return { kind: "kept", scenario: next };
  });
}

interface Seen {
  readonly id: string;
  /** The version that the page showed. */
  readonly seen: number;
}

/** Adds a change to a scenario, after the others. */
export const addChange = (onedoor: Onedoor, brandId: string, by: BoardMember, at: Seen, added: Change) =>
  change(onedoor, brandId, by, at, ({ name, note, changes }) =>
    changes.length >= MOST_CHANGES ? null : { name, note, changes: [...changes, added] },
  );

/** Takes the change at a place in the list away. */
export const removeChange = (onedoor: Onedoor, brandId: string, by: BoardMember, at: Seen, place: number) =>
  change(onedoor, brandId, by, at, ({ name, note, changes }) => ({
    name,
    note,
    changes: changes.filter((_, index) => index !== place),
  }));

/** Gives a scenario another name or note. */
export const nameScenario = (
  onedoor: Onedoor,
  brandId: string,
  by: BoardMember,
  at: Seen,
  { name, note }: Pick<Scenario, "name" | "note">,
) => change(onedoor, brandId, by, at, ({ changes }) => ({ name, note, changes }));

/** Takes a scenario away for good. */
export async function removeScenario(
  onedoor: Onedoor,
  brandId: string,
  by: BoardMember,
  { id, seen }: Seen,
): Promise<{ readonly kind: "removed" | "not-found" | "changed-meanwhile" | "proposed" }> {
  return onedoor.db.write(async (tx) => {
    const scenario = await readScenario(tx, brandId, id);
    if (scenario === undefined) return { kind: "not-found" };
    if (scenario.version !== seen) return { kind: "changed-meanwhile" };
    if (await isScenarioProposed(tx, brandId, id)) return { kind: "proposed" };
    if (!(await deleteScenario(tx, brandId, id))) return { kind: "not-found" };
    await audit(tx, brandId, by, "scenario-removed", await brandNow(onedoor, brandId, tx), scenario);
    return { kind: "removed" };
  });
}

async function audit(
  tx: Tx,
  brandId: string,
  by: BoardMember,
  action: string,
  at: Instant,
  { id, name, version, changes }: Scenario,
): Promise<void> {
  await insertAudit(tx, brandId, [
    {
      at,
      actor: toJson({ kind: "board", accountId: by.accountId, name: by.name }),
      action,
      subject: id,
      body: toJson({ name, version, changes }),
    },
  ]);
}

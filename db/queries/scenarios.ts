import type { z } from "zod";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import { type Change, Changes } from "~/domain/simulation/changes";
import type { RunState, ScenarioRun } from "~/domain/simulation/run";
import { Progress } from "~/domain/simulation/run";
import type { WhatIfResult } from "~/domain/simulation/what-if-result";
import type { Reader, Tx } from "../connect";

/** Changes that a board tries before they are made, under a name. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly changes: readonly Change[];
  /** Another one each time that the changes are. */
  readonly version: number;
  /** The account that made it. */
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
}

interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly changes: string;
  readonly version: number;
  readonly made_by: string;
  readonly made_at: string;
  readonly changed_at: string;
}

const toScenario = (row: ScenarioRow): Scenario => ({
  id: row.id,
  name: row.name,
  note: row.note,
  changes: Changes.parse(JSON.parse(row.changes)),
  version: row.version,
  madeBy: row.made_by,
  madeAt: row.made_at,
  changedAt: row.changed_at,
});

export async function readScenario(
  reader: Reader,
  brandId: string,
  id: string,
): Promise<Scenario | undefined> {
  const row = await reader
    .selectFrom("scenarios")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toScenario(row);
}

/** A brand's scenarios, the one that was changed last first. */
export async function readScenarios(reader: Reader, brandId: string): Promise<Scenario[]> {
  const rows = await reader
    .selectFrom("scenarios")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("changed_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toScenario);
}

export async function countScenarios(reader: Reader, brandId: string): Promise<number> {
  const { many } = await reader
    .selectFrom("scenarios")
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .where("brand_id", "=", brandId)
    .executeTakeFirstOrThrow();
  return Number(many);
}

export async function insertScenario(tx: Tx, brandId: string, scenario: Scenario): Promise<void> {
  const { id, name, note, changes, version, madeBy, madeAt, changedAt } = scenario;
  await tx
    .insertInto("scenarios")
    .values({
      brand_id: brandId,
      id,
      name,
      note,
      changes: toJson(changes),
      version,
      made_by: madeBy,
      made_at: madeAt,
      changed_at: changedAt,
    })
    .execute();
}

/** Writes what a scenario is now; false when somebody else changed it, or took it away, since it was of this version. */
export async function updateScenario(
  tx: Tx,
  brandId: string,
  { id, name, note, changes, version, changedAt }: Omit<Scenario, "madeBy" | "madeAt">,
  was: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("scenarios")
    .set({ name, note, changes: toJson(changes), version, changed_at: changedAt })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .where("version", "=", was)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Keeps a scenario as it is until the transaction is over: who changes it or takes it away meanwhile begins anew, or this
 * does. False when it is not there.
 */
export async function holdScenario(tx: Tx, brandId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("scenarios")
    .set(({ ref }) => ({ version: ref("version") }))
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes a scenario away, with what it came to. False when it is not there any more. */
export async function deleteScenario(tx: Tx, brandId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("scenarios")
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

const runColumns = ["scenario_id", "state", "of_version", "asked_at", "seen_at", "progress"] as const;

type RunRow = {
  readonly scenario_id: string;
  readonly state: string;
  readonly of_version: number;
  readonly asked_at: string;
  readonly seen_at: string;
  readonly progress: string;
};

const toRun = (row: RunRow): ScenarioRun => ({
  scenarioId: row.scenario_id,
  state: row.state as RunState,
  ofVersion: row.of_version,
  askedAt: row.asked_at,
  seenAt: row.seen_at,
  progress: Progress.parse(JSON.parse(row.progress)),
});

/** The last run of each scenario of a brand, by its id. */
export async function readRuns(reader: Reader, brandId: string): Promise<ReadonlyMap<string, ScenarioRun>> {
  const rows = await reader
    .selectFrom("scenario_runs")
    .select(runColumns)
    .where("brand_id", "=", brandId)
    .execute();
  return new Map(rows.map((row) => [row.scenario_id, toRun(row)]));
}

/** The last run of one scenario, and what it came to, or comes to so far. */
export async function readRun(
  reader: Reader,
  brandId: string,
  scenarioId: string,
): Promise<{ readonly run: ScenarioRun; readonly result: WhatIfResult | null } | undefined> {
  const row = await reader
    .selectFrom("scenario_runs")
    .select([...runColumns, "result"])
    .where("brand_id", "=", brandId)
    .where("scenario_id", "=", scenarioId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { run: toRun(row), result: row.result === null ? null : (JSON.parse(row.result) as WhatIfResult) };
}

/** Writes that a scenario is to be played again, in place of the last time. */
export async function putRun(
  reader: Reader,
  brandId: string,
  { scenarioId, state, ofVersion, askedAt, seenAt, progress }: ScenarioRun,
): Promise<void> {
  const row = {
    state,
    of_version: ofVersion,
    asked_at: askedAt,
    seen_at: seenAt,
    progress: toJson(progress),
    result: null,
  };
  await reader
    .insertInto("scenario_runs")
    .values({ brand_id: brandId, scenario_id: scenarioId, ...row })
    .onConflict((conflict) => conflict.columns(["brand_id", "scenario_id"]).doUpdateSet(row))
    .execute();
}

/** What a scenario came to, or comes to, is of its next version too: its changes are the same. */
export async function carryRun(tx: Tx, brandId: string, { id, version }: Pick<Scenario, "id" | "version">) {
  await tx
    .updateTable("scenario_runs")
    .set({ of_version: version + 1 })
    .where("brand_id", "=", brandId)
    .where("scenario_id", "=", id)
    .where("of_version", "=", version)
    .execute();
}

/** What is known of a run while it goes, or at its end. */
export interface RunSaid {
  readonly state: RunState;
  readonly seenAt: Instant;
  readonly progress: z.input<typeof Progress>;
  /** Left out: as it was. */
  readonly result?: WhatIfResult;
}

/** Writes how a run stands; false when it was stopped, or asked for anew, since it was asked for at that moment. */
export async function updateRun(
  reader: Reader,
  brandId: string,
  { scenarioId, askedAt }: Pick<ScenarioRun, "scenarioId" | "askedAt">,
  { state, seenAt, progress, result }: RunSaid,
): Promise<boolean> {
  const { numUpdatedRows } = await reader
    .updateTable("scenario_runs")
    .set({
      state,
      seen_at: seenAt,
      progress: toJson(progress),
      ...(result === undefined ? {} : { result: toJson(result) }),
    })
    .where("brand_id", "=", brandId)
    .where("scenario_id", "=", scenarioId)
    .where("asked_at", "=", askedAt)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Asks that a run end: whichever process plays it finds that it is over. False when none is going on. */
export async function stopRun(reader: Reader, brandId: string, scenarioId: string): Promise<boolean> {
  const { numUpdatedRows } = await reader
    .updateTable("scenario_runs")
    .set({ state: "stopped" })
    .where("brand_id", "=", brandId)
    .where("scenario_id", "=", scenarioId)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

import type { Selectable } from "kysely";
import type { Instant } from "~/domain/shared/time";
import { STORY_IDS, type StoryId } from "~/domain/stage/story";
import { type Reader, skipLocked, type Tx } from "../connect";
import type { Tables } from "../schema";

/** A stage that stands: which story, how far, and the world that it is played in. */
export interface OpenStage {
  readonly id: string;
  /** A brand, a copy of the town's. */
  readonly worldId: string;
  readonly story: StoryId;
  readonly step: number;
  /** What the step does had been done already, by somebody in a pane. */
  readonly skipped: boolean;
}

/** A world of a town. */
export interface StageWorld {
  readonly townId: string;
  readonly worldId: string;
}

/** How many worlds of a town as it is now wait for somebody, or will when they are made. */
export async function countWaiting(reader: Reader, townId: string, townVersion: number): Promise<number> {
  const { n } = await reader
    .selectFrom("stage_worlds")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("brand_id", "=", townId)
    .where((where) =>
      where.or([
        where("state", "in", ["wanted", "making"]),
        where.and([where("state", "=", "ready"), where("town_version", "=", townVersion)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Worlds that wait, of a town that has changed since, are over: nobody would be given them. */
export async function endStale(tx: Tx, townId: string, townVersion: number): Promise<void> {
  await tx
    .updateTable("stage_worlds")
    .set({ state: "over" })
    .where("brand_id", "=", townId)
    .where("state", "=", "ready")
    .where("town_version", "!=", townVersion)
    .execute();
}

/** Writes down a world that is to be made, or is being made. */
export async function insertWorld(
  tx: Tx,
  { townId, worldId }: StageWorld,
  { state, now }: { readonly state: "wanted" | "making"; readonly now: Instant },
): Promise<void> {
  await tx
    .insertInto("stage_worlds")
    .values({ brand_id: townId, id: worldId, state, town_version: 0, step: 0, skipped: 0, used_at: now })
    .execute();
}

/** The next world that is to be made, which is then the caller's to make. Undefined when none is. */
export async function claimWanted(tx: Tx, now: Instant): Promise<StageWorld | undefined> {
  const wanted = await skipLocked(
    tx,
    tx.selectFrom("stage_worlds").select(["brand_id", "id"]).where("state", "=", "wanted").limit(1),
  ).executeTakeFirst();
  if (!wanted) return undefined;
  await tx
    .updateTable("stage_worlds")
    .set({ state: "making", used_at: now })
    .where("brand_id", "=", wanted.brand_id)
    .where("id", "=", wanted.id)
    .execute();
  return { townId: wanted.brand_id, worldId: wanted.id };
}

/** A world that was made waits for somebody. */
export async function markReady(
  tx: Tx,
  { townId, worldId }: StageWorld,
  { townVersion, now }: { readonly townVersion: number; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable("stage_worlds")
    .set({ state: "ready", town_version: townVersion, used_at: now })
    .where("brand_id", "=", townId)
    .where("id", "=", worldId)
    .where("state", "=", "making")
    .execute();
}

/** Takes a world of the town as it is now, for one caller alone. Undefined when none waits. */
export async function takeReady(
  tx: Tx,
  townId: string,
  { townVersion, now }: { readonly townVersion: number; readonly now: Instant },
): Promise<string | undefined> {
  const ready = await skipLocked(
    tx,
    tx
      .selectFrom("stage_worlds")
      .select("id")
      .where("brand_id", "=", townId)
      .where("state", "=", "ready")
      .where("town_version", "=", townVersion)
      .orderBy("used_at", "desc")
      .limit(1),
  ).executeTakeFirst();
  if (!ready) return undefined;
  await tx
    .updateTable("stage_worlds")
    .set({ state: "making", used_at: now })
    .where("brand_id", "=", townId)
    .where("id", "=", ready.id)
    .execute();
  return ready.id;
}

/** Puts a stage up in a world that was made or taken for it. The world that it stood in before is over. */
export async function putUpStage(
  tx: Tx,
  townId: string,
  stage: OpenStage & { readonly accountId: string },
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("stage_worlds")
    .set({ state: "over", stage_id: null })
    .where("brand_id", "=", townId)
    .where("stage_id", "=", stage.id)
    .execute();
  await tx
    .updateTable("stage_worlds")
    .set({
      state: "open",
      stage_id: stage.id,
      account_id: stage.accountId,
      story: stage.story,
      step: stage.step,
      skipped: stage.skipped ? 1 : 0,
      used_at: now,
    })
    .where("brand_id", "=", townId)
    .where("id", "=", stage.worldId)
    .execute();
}

/** Of the stages that somebody has put up in a town, this one and those used last stay, so many together; the others are over. */
export async function keepNewestStages(
  tx: Tx,
  townId: string,
  {
    accountId,
    worldId,
    most,
  }: { readonly accountId: string; readonly worldId: string; readonly most: number },
): Promise<void> {
  const others = tx
    .selectFrom("stage_worlds")
    .select("id")
    .where("brand_id", "=", townId)
    .where("account_id", "=", accountId)
    .where("state", "=", "open")
    .where("id", "!=", worldId)
    .orderBy("used_at", "desc")
    .orderBy("id")
    .limit(most - 1);
  await tx
    .updateTable("stage_worlds")
    .set({ state: "over", stage_id: null })
    .where("brand_id", "=", townId)
    .where("account_id", "=", accountId)
    .where("state", "=", "open")
    .where("id", "!=", worldId)
    .where("id", "not in", others)
    .execute();
}

/** A stage of a town; undefined when it is none, or is over. */
export async function readStage(
  reader: Reader,
  townId: string,
  stageId: string,
): Promise<OpenStage | undefined> {
  const row = await reader
    .selectFrom("stage_worlds")
    .selectAll()
    .where("brand_id", "=", townId)
    .where("stage_id", "=", stageId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row && toStage(row);
}

/** Goes on from a step to another, for one caller alone. False when the stage is not at that step any more. */
export async function moveStep(
  tx: Tx,
  townId: string,
  { worldId, step }: Pick<OpenStage, "worldId" | "step">,
  to: number,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("stage_worlds")
    .set({ step: to, skipped: 0, used_at: now })
    .where("brand_id", "=", townId)
    .where("id", "=", worldId)
    .where("state", "=", "open")
    .where("step", "=", step)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Writes down that somebody uses a world, and whether what its step does had been done already. */
export async function touchStage(
  tx: Tx,
  townId: string,
  { worldId, skipped }: Pick<OpenStage, "worldId" | "skipped">,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("stage_worlds")
    .set({ skipped: skipped ? 1 : 0, used_at: now })
    .where("brand_id", "=", townId)
    .where("id", "=", worldId)
    .execute();
}

/** Everything of the towns' stages that nobody has used since a moment is over; so is what was not made since another. */
export async function endUnused(
  tx: Tx,
  { unusedSince, notMadeSince }: { readonly unusedSince: Instant; readonly notMadeSince: Instant },
): Promise<void> {
  await tx
    .updateTable("stage_worlds")
    .set({ state: "over", stage_id: null })
    .where((where) =>
      where.or([
        where.and([where("state", "in", ["ready", "open", "wanted"]), where("used_at", "<", unusedSince)]),
        where.and([where("state", "=", "making"), where("used_at", "<", notMadeSince)]),
      ]),
    )
    .execute();
}

/** A world that is over, the longest ago first. */
export async function nextOver(reader: Reader): Promise<StageWorld | undefined> {
  const row = await reader
    .selectFrom("stage_worlds")
    .select(["brand_id", "id"])
    .where("state", "=", "over")
    .orderBy("used_at")
    .limit(1)
    .executeTakeFirst();
  return row && { townId: row.brand_id, worldId: row.id };
}

/** What was over is gone, its brand too. */
export async function forgetWorld(tx: Tx, { townId, worldId }: StageWorld): Promise<void> {
  await tx.deleteFrom("stage_worlds").where("brand_id", "=", townId).where("id", "=", worldId).execute();
}

/** Which of some brands are worlds that a stage stands in. */
export async function openAmong(reader: Reader, worldIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (worldIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom("stage_worlds")
    .select("id")
    .where("state", "=", "open")
    .where("id", "in", worldIds)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The town on whose stage a world is now; undefined for a brand of its own, and for a world that no stage stands in. */
export async function townOfStage(reader: Reader, worldId: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom("stage_worlds")
    .select("brand_id")
    .where("id", "=", worldId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row?.brand_id;
}

function toStage(row: Selectable<Tables["stage_worlds"]>): OpenStage {
  const story = STORY_IDS.find((id) => id === row.story);
  if (story === undefined || row.stage_id === null) throw new Error(`No story is played in ${row.id}`);
  return { id: row.stage_id, worldId: row.id, story, step: row.step, skipped: row.skipped === 1 };
}

import type { Instant } from "~/domain/shared/time";
import { type Reader, skipLocked, type Tx } from "../connect";
import { goOnFrom } from "./brands";

/** A world of a participant: a brand, a copy of the town's. */
export interface LabWorld {
  readonly townId: string;
  readonly worldId: string;
  readonly participantId: string;
}

/** Asked for; being made; could not be made; waiting for its participant; theirs; and no more. */
export type LabWorldState = "wanted" | "making" | "failed" | "ready" | "open" | "over";

/** Of the worlds that a participant has not come into yet, those that they will. */
export const AHEAD = ["wanted", "making", "ready"] as const satisfies readonly LabWorldState[];
/** Of all of theirs, those that they are in or will come into. */
export const IN_USE = [...AHEAD, "open"] as const satisfies readonly LabWorldState[];

export async function insertLabWorld(
  tx: Tx,
  { townId, worldId, participantId }: LabWorld,
  state: "wanted" | "making",
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("lab_worlds")
    .values({
      brand_id: townId,
      id: worldId,
      participant_id: participantId,
      state,
      stands_at: null,
      used_at: now,
    })
    .execute();
}

/** The next world that is to be made, of anybody or of one participant, which is then the caller's to make. Undefined when none is. */
export async function claimLabWorld(
  tx: Tx,
  now: Instant,
  whose?: Pick<LabWorld, "townId" | "participantId">,
): Promise<LabWorld | undefined> {
  const wanted = await skipLocked(
    tx,
    tx
      .selectFrom("lab_worlds")
      .select(["brand_id", "id", "participant_id"])
      .where("state", "=", "wanted")
      .where("participant_id", "is not", null)
      .$if(whose !== undefined, (query) =>
        query
          .where("brand_id", "=", whose?.townId ?? "")
          .where("participant_id", "=", whose?.participantId ?? ""),
      )
      .orderBy("used_at")
      .limit(1),
  ).executeTakeFirst();
  if (!wanted?.participant_id) return undefined;
  await setLabWorldState(tx, wanted.brand_id, wanted.id, "making", now);
  return { townId: wanted.brand_id, worldId: wanted.id, participantId: wanted.participant_id };
}

export async function setLabWorldState(
  tx: Tx,
  townId: string,
  worldId: string,
  state: LabWorldState,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("lab_worlds")
    .set({ state, used_at: now })
    .where("brand_id", "=", townId)
    .where("id", "=", worldId)
    .execute();
}

/** What is wanted for a participant is wanted since another moment: the clock makes the oldest first. */
export async function hurryLabWorld(
  tx: Tx,
  { townId, participantId }: Pick<LabWorld, "townId" | "participantId">,
  since: Instant,
): Promise<void> {
  await tx
    .updateTable("lab_worlds")
    .set({ used_at: since })
    .where("brand_id", "=", townId)
    .where("participant_id", "=", participantId)
    .where("state", "=", "wanted")
    .execute();
}

/** A world that was made waits, at its own moment, for its participant; unless it is over meanwhile. */
export async function markLabWorldReady(
  tx: Tx,
  { townId, worldId }: LabWorld,
  standsAt: Instant,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("lab_worlds")
    .set({ state: "ready", stands_at: standsAt, used_at: now })
    .where("brand_id", "=", townId)
    .where("id", "=", worldId)
    .where("state", "=", "making")
    .execute();
}

/** The world that a participant is in; undefined when they are in none. */
export async function openLabWorld(
  reader: Reader,
  townId: string,
  participantId: string,
): Promise<string | undefined> {
  return (await labWorldsOf(reader, townId, participantId)).find(({ state }) => state === "open")?.worldId;
}

/**
 * Opens a world that waits for a participant, whose clock goes on from where it stood. Undefined when none waits. The
 * caller has their row to itself.
 */
export async function takeLabWorld(
  tx: Tx,
  townId: string,
  participantId: string,
  now: Instant,
): Promise<string | undefined> {
  const ready = await tx
    .selectFrom("lab_worlds")
    .select(["id", "stands_at"])
    .where("brand_id", "=", townId)
    .where("participant_id", "=", participantId)
    .where("state", "=", "ready")
    .orderBy("used_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!ready?.stands_at) return undefined;
  await goOnFrom(tx, ready.id, ready.stands_at, now);
  await setLabWorldState(tx, townId, ready.id, "open", now);
  return ready.id;
}

/** A participant's worlds, the one that was used, or came to its state, last first. */
export async function labWorldsOf(
  reader: Reader,
  townId: string,
  participantId: string,
): Promise<(LabWorld & { readonly state: LabWorldState; readonly usedAt: Instant })[]> {
  const rows = await reader
    .selectFrom("lab_worlds")
    .select(["id", "state", "used_at"])
    .where("brand_id", "=", townId)
    .where("participant_id", "=", participantId)
    .orderBy("used_at", "desc")
    .execute();
  return rows.map(({ id, state, used_at }) => ({
    townId,
    worldId: id,
    participantId,
    state: state as LabWorldState,
    usedAt: used_at,
  }));
}

/** How many of a study's participants have a world that could not be made, and no other that is tried meanwhile. */
export async function countWorldsNotMade(reader: Reader, townId: string, studyId: string): Promise<number> {
  const row = await reader
    .selectFrom("participants")
    .select(({ fn }) => fn.countAll().as("many"))
    .where("participants.brand_id", "=", townId)
    .where("participants.study_id", "=", studyId)
    .where(({ and, not, exists, selectFrom }) => {
      const has = (states: readonly LabWorldState[]) =>
        exists(
          selectFrom("lab_worlds")
            .select("lab_worlds.id")
            .whereRef("lab_worlds.brand_id", "=", "participants.brand_id")
            .whereRef("lab_worlds.participant_id", "=", "participants.id")
            .where("lab_worlds.state", "in", states),
        );
      return and([has(["failed"]), not(has(IN_USE))]);
    })
    .executeTakeFirst();
  return Number(row?.many ?? 0);
}

/** Whose world a brand is; undefined when it is nobody's. */
export async function ownerOfLabWorld(reader: Reader, worldId: string): Promise<LabWorld | undefined> {
  const row = await reader
    .selectFrom("lab_worlds")
    .select(["brand_id", "participant_id"])
    .where("id", "=", worldId)
    .executeTakeFirst();
  return row?.participant_id
    ? { townId: row.brand_id, worldId, participantId: row.participant_id }
    : undefined;
}

/** The worlds of a participant in some states are over. */
export async function endLabWorlds(
  tx: Tx,
  townId: string,
  participantId: string,
  states: readonly LabWorldState[],
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("lab_worlds")
    .set({ state: "over", used_at: now })
    .where("brand_id", "=", townId)
    .where("participant_id", "=", participantId)
    .where("state", "in", states)
    .execute();
}

/** Everything of a participant is deleted: their worlds are nobody's, and over since long ago. */
export async function disownLabWorlds(tx: Tx, townId: string, participantId: string): Promise<void> {
  await tx
    .updateTable("lab_worlds")
    .set({ state: "over", participant_id: null, stands_at: null, used_at: "" })
    .where("brand_id", "=", townId)
    .where("participant_id", "=", participantId)
    .execute();
}

/** Whether there are worlds of somebody of whom everything is deleted, which are still to go. */
export async function areDisownedLabWorlds(reader: Reader): Promise<boolean> {
  const row = await reader
    .selectFrom("lab_worlds")
    .select("id")
    .where("participant_id", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Worlds that waited since a moment, were used or not made since others, or whose participant is through, are over. */
export async function endUnusedLabWorlds(
  tx: Tx,
  {
    waitedSince,
    unusedSince,
    notMadeSince,
  }: { readonly waitedSince: Instant; readonly unusedSince: Instant; readonly notMadeSince: Instant },
  now: Instant,
): Promise<void> {
  await tx
    .updateTable("lab_worlds")
    .set({ state: "over", used_at: now })
    .where((where) =>
      where.or([
        where.and([where("state", "=", "ready"), where("used_at", "<", waitedSince)]),
        where.and([where("state", "=", "open"), where("used_at", "<", unusedSince)]),
        where.and([where("state", "=", "making"), where("used_at", "<", notMadeSince)]),
        where.and([
          where("state", "in", [...IN_USE, "failed"]),
          where.exists(
            where
              .selectFrom("participants")
              .select("participants.id")
              .whereRef("participants.brand_id", "=", "lab_worlds.brand_id")
              .whereRef("participants.id", "=", "lab_worlds.participant_id")
              .where("participants.state", "=", "over"),
          ),
        ]),
      ]),
    )
    .execute();
}

/** A world that is over since before a moment, the longest ago first. */
export async function nextLabWorldOver(
  reader: Reader,
  overSince: Instant,
): Promise<Pick<LabWorld, "townId" | "worldId"> | undefined> {
  const row = await reader
    .selectFrom("lab_worlds")
    .select(["brand_id", "id"])
    .where("state", "=", "over")
    .where("used_at", "<", overSince)
    .orderBy("used_at")
    .limit(1)
    .executeTakeFirst();
  return row && { townId: row.brand_id, worldId: row.id };
}

/** What was over is gone, its brand too. */
export async function forgetLabWorld(
  tx: Tx,
  { townId, worldId }: Pick<LabWorld, "townId" | "worldId">,
): Promise<void> {
  await tx.deleteFrom("lab_worlds").where("brand_id", "=", townId).where("id", "=", worldId).execute();
}

import type { Instant } from "~/domain/shared/time";
import { type Reader, skipLocked, type Tx } from "../connect";

/** A world of a participant: a brand, a copy of the town's. */
export interface LabWorld {
  readonly townId: string;
  readonly worldId: string;
  readonly participantId: string;
}

export type LabWorldState = "wanted" | "making" | "ready" | "open" | "over";

export async function insertLabWorld(
  tx: Tx,
  { townId, worldId, participantId }: LabWorld,
  state: LabWorldState,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("lab_worlds")
    .values({ brand_id: townId, id: worldId, participant_id: participantId, state, used_at: now })
    .execute();
}

/** The next world that is to be made, which is then the caller's to make. Undefined when none is. */
export async function claimLabWorld(tx: Tx, now: Instant): Promise<LabWorld | undefined> {
  const wanted = await skipLocked(
    tx,
    tx
      .selectFrom("lab_worlds")
      .select(["brand_id", "id", "participant_id"])
      .where("state", "=", "wanted")
      .orderBy("used_at")
      .limit(1),
  ).executeTakeFirst();
  if (!wanted) return undefined;
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

/** A participant's worlds, the newest first. */
export async function labWorldsOf(
  reader: Reader,
  townId: string,
  participantId: string,
): Promise<(LabWorld & { readonly state: LabWorldState })[]> {
  const rows = await reader
    .selectFrom("lab_worlds")
    .select(["id", "state"])
    .where("brand_id", "=", townId)
    .where("participant_id", "=", participantId)
    .orderBy("used_at", "desc")
    .execute();
  return rows.map(({ id, state }) => ({ townId, worldId: id, participantId, state: state as LabWorldState }));
}

/** Whose world a brand is; undefined when it is nobody's. */
export async function ownerOfLabWorld(reader: Reader, worldId: string): Promise<LabWorld | undefined> {
  const row = await reader
    .selectFrom("lab_worlds")
    .select(["brand_id", "participant_id"])
    .where("id", "=", worldId)
    .executeTakeFirst();
  return row && { townId: row.brand_id, worldId, participantId: row.participant_id };
}

import type { Reader, Tx } from "../connect";

/** A page as it was sent to a participant: HTML that does nothing. */
export interface Snapshot {
  readonly id: string;
  readonly html: string;
}

/** Keeps pages of a participant; one that is kept already stays as it is. */
export async function insertSnapshots(
  tx: Tx,
  brandId: string,
  participantId: string,
  snapshots: readonly Snapshot[],
): Promise<void> {
  if (snapshots.length === 0) return;
  await tx
    .insertInto("lab_snapshots")
    .values(snapshots.map((each) => ({ brand_id: brandId, participant_id: participantId, ...each })))
    .onConflict((conflict) => conflict.columns(["brand_id", "participant_id", "id"]).doNothing())
    .execute();
}

export async function readSnapshot(
  reader: Reader,
  brandId: string,
  participantId: string,
  id: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom("lab_snapshots")
    .select("html")
    .where("brand_id", "=", brandId)
    .where("participant_id", "=", participantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.html;
}

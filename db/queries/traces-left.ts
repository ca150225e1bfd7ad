import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

/** Notes, with what is deleted, that its traces are to be wiped, and that whoever notes it does so now. Real time. */
export async function insertTracesLeft(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.insertInto("traces_left").values({ id, tried_at: now }).execute();
}

/** The notes that stand. */
export async function readTracesLeft(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom("traces_left").select("id").execute();
  return rows.map(({ id }) => id);
}

/** Whether there are notes that nobody has tried to see to since a moment; who asks does so now. */
export async function claimTracesLeft(tx: Tx, since: Instant, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("traces_left")
    .set({ tried_at: now })
    .where("tried_at", "<", since)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What was noted is done. */
export async function deleteTracesLeft(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom("traces_left").where("id", "in", ids).execute();
}

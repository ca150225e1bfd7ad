import type { Selectable } from "kysely";
import type { DeskWork, Take } from "~/domain/fulfilment/take";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** One piece of the front desk's work: its kind, and the id of the part, the stop or the message. */
export interface DeskWorkId {
  readonly kind: DeskWork;
  readonly itemId: string;
}

/** Who took a piece of work last, whether or not it has lapsed since. */
export async function readTake(
  reader: Reader,
  brandId: string,
  { kind, itemId }: DeskWorkId,
): Promise<Take | undefined> {
  const row = await reader
    .selectFrom("desk_takes")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("kind", "=", kind)
    .where("item_id", "=", itemId)
    .executeTakeFirst();
  return row && toTake(row);
}

/** Everything that somebody at the front desk has at a moment, by `keyOfWork`. */
export async function standingTakes(
  reader: Reader,
  brandId: string,
  now: Instant,
): Promise<ReadonlyMap<string, Take>> {
  const rows = await reader
    .selectFrom("desk_takes")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("until", ">", now)
    .execute();
  return new Map(
    rows.map((row) => [keyOfWork({ kind: row.kind as DeskWork, itemId: row.item_id }), toTake(row)]),
  );
}

export const keyOfWork = ({ kind, itemId }: DeskWorkId): string => `${kind} ${itemId}`;

/** Writes who has a piece of work. Two who write it at once on PostgreSQL: one of the transactions is begun anew. */
export async function writeTake(
  tx: Tx,
  brandId: string,
  { kind, itemId }: DeskWorkId,
  { accountId, name, since, until }: Take,
): Promise<void> {
  const held = { account_id: accountId, name, since, until };
  await tx
    .insertInto("desk_takes")
    .values({ brand_id: brandId, kind, item_id: itemId, ...held })
    .onConflict((conflict) => conflict.columns(["brand_id", "kind", "item_id"]).doUpdateSet(held))
    .execute();
}

/** Lets go of what somebody has; nothing when they do not have it. */
export async function deleteTake(
  tx: Tx,
  brandId: string,
  { kind, itemId }: DeskWorkId,
  accountId: string,
): Promise<void> {
  await tx
    .deleteFrom("desk_takes")
    .where("brand_id", "=", brandId)
    .where("kind", "=", kind)
    .where("item_id", "=", itemId)
    .where("account_id", "=", accountId)
    .execute();
}

/** Somebody does something about what they have: it is theirs for longer. Nothing when they do not have it any more. */
export async function prolongTake(
  tx: Tx,
  brandId: string,
  { kind, itemId }: DeskWorkId,
  { accountId, now, until }: { readonly accountId: string; readonly now: Instant; readonly until: Instant },
): Promise<void> {
  await tx
    .updateTable("desk_takes")
    .set({ until })
    .where("brand_id", "=", brandId)
    .where("kind", "=", kind)
    .where("item_id", "=", itemId)
    .where("account_id", "=", accountId)
    .where("until", ">", now)
    .execute();
}

/** Forgets what has lapsed. Returns how many. */
export async function deleteLapsedTakes(tx: Tx, brandId: string, now: Instant): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("desk_takes")
    .where("brand_id", "=", brandId)
    .where("until", "<=", now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

const toTake = (row: Selectable<Tables["desk_takes"]>): Take => ({
  accountId: row.account_id,
  name: row.name,
  since: row.since,
  until: row.until,
});

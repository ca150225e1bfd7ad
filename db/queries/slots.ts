import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

/** A bookable time of one offer. */
export interface Slot {
  readonly id: string;
  readonly offerId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/**
 * The slots of an offer that can still be had, soonest first, that start at or after `from` and before `until`. A slot
 * that somebody else holds is not among them; one that `heldBy` holds is.
 */
export async function freeSlots(
  reader: Reader,
  brandId: string,
  offerId: string,
  from: Instant,
  until: Instant,
  asking: { readonly now: Instant; readonly heldBy?: string | null; readonly limit?: number },
): Promise<Slot[]> {
  const rows = await reader
    .selectFrom("slots")
    .select(["id", "offer_id", "starts_at", "ends_at"])
    .where("brand_id", "=", brandId)
    .where("offer_id", "=", offerId)
    .where("starts_at", ">=", from)
    .where("starts_at", "<", until)
    .where("starts_at", ">", asking.now)
    .where("status", "=", "free")
    .where((eb) =>
      eb.or([
        eb("held_until", "is", null),
        eb("held_until", "<=", asking.now),
        eb("held_by", "=", asking.heldBy ?? ""),
      ]),
    )
    .orderBy("starts_at")
    .limit(asking.limit ?? 1_000)
    .execute();
  return rows.map(slotOf);
}

/** One slot, whoever has it. */
export async function readSlot(reader: Reader, brandId: string, slotId: string): Promise<Slot | undefined> {
  const row = await reader
    .selectFrom("slots")
    .select(["id", "offer_id", "starts_at", "ends_at"])
    .where("brand_id", "=", brandId)
    .where("id", "=", slotId)
    .executeTakeFirst();
  return row && slotOf(row);
}

/** Whether a slot can be had by anybody: it has not begun, is not booked, and nobody holds it. */
export async function isFree(
  reader: Reader,
  brandId: string,
  slotId: string,
  now: Instant,
): Promise<boolean> {
  const row = await reader
    .selectFrom("slots")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("id", "=", slotId)
    .where("status", "=", "free")
    .where("starts_at", ">", now)
    .where((eb) => eb.or([eb("held_until", "is", null), eb("held_until", "<=", now)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** What somebody holds, and until when; undefined when they hold nothing that has not lapsed. */
export async function heldSlot(
  reader: Reader,
  brandId: string,
  heldBy: string,
  now: Instant,
): Promise<{ readonly slot: Slot; readonly until: Instant } | undefined> {
  const row = await reader
    .selectFrom("slots")
    .select(["id", "offer_id", "starts_at", "ends_at", "held_until"])
    .where("brand_id", "=", brandId)
    .where("held_until", "is not", null)
    .where("held_until", ">", now)
    .where("held_by", "=", heldBy)
    .where("status", "=", "free")
    .executeTakeFirst();
  return row && { slot: slotOf(row), until: row.held_until ?? now };
}

/** The slots that these fulfilments have booked. */
export async function slotsTakenFor(
  reader: Reader,
  brandId: string,
  fulfilmentIds: readonly string[],
): Promise<{ readonly fulfilmentId: string; readonly slot: Slot }[]> {
  const rows = await reader
    .selectFrom("slots")
    .select(["id", "offer_id", "starts_at", "ends_at", "fulfilment_id"])
    .where("brand_id", "=", brandId)
    .where("fulfilment_id", "in", fulfilmentIds)
    .execute();
  return rows.flatMap((row) =>
    row.fulfilment_id === null ? [] : [{ fulfilmentId: row.fulfilment_id, slot: slotOf(row) }],
  );
}

const slotOf = (row: { id: string; offer_id: string; starts_at: string; ends_at: string }): Slot => ({
  id: row.id,
  offerId: row.offer_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
});

/**
 * Keeps a slot for somebody until a moment, after which it is free again by itself. False when it has begun, is booked,
 * or somebody else holds it.
 */
export async function holdSlot(
  tx: Tx,
  brandId: string,
  slotId: string,
  heldBy: string,
  until: Instant,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await available(tx, brandId, slotId, heldBy, now)
    .set({ held_by: heldBy, held_until: until })
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Lets go of whatever somebody holds and has not booked. */
export async function releaseHolds(tx: Tx, brandId: string, heldBy: string): Promise<void> {
  await tx
    .updateTable("slots")
    .set({ held_by: null, held_until: null })
    .where("brand_id", "=", brandId)
    .where("held_until", "is not", null)
    .where("held_by", "=", heldBy)
    .where("status", "=", "free")
    .execute();
}

/**
 * Books a slot for a fulfilment: of all who try, one gets it. False when it has begun, is booked, or somebody other
 * than `heldBy` holds it.
 */
export async function takeSlot(
  tx: Tx,
  brandId: string,
  slotId: string,
  fulfilmentId: string,
  heldBy: string | null,
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await available(tx, brandId, slotId, heldBy, now)
    .set({ status: "busy", fulfilment_id: fulfilmentId, held_by: null, held_until: null })
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function available(tx: Tx, brandId: string, slotId: string, heldBy: string | null, now: Instant) {
  return tx
    .updateTable("slots")
    .where("brand_id", "=", brandId)
    .where("id", "=", slotId)
    .where("status", "=", "free")
    .where("starts_at", ">", now)
    .where((eb) =>
      eb.or([eb("held_until", "is", null), eb("held_until", "<=", now), eb("held_by", "=", heldBy ?? "")]),
    );
}

/** Frees the slot that a fulfilment has booked. False when the slot is not that fulfilment's. */
export async function releaseSlot(
  tx: Tx,
  brandId: string,
  slotId: string,
  fulfilmentId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("slots")
    .set({ status: "free", fulfilment_id: null })
    .where("brand_id", "=", brandId)
    .where("id", "=", slotId)
    .where("fulfilment_id", "=", fulfilmentId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Frees whatever slots these fulfilments have booked. */
export async function releaseSlotsOf(
  tx: Tx,
  brandId: string,
  fulfilmentIds: readonly string[],
): Promise<void> {
  if (fulfilmentIds.length === 0) return;
  await tx
    .updateTable("slots")
    .set({ status: "free", fulfilment_id: null })
    .where("brand_id", "=", brandId)
    .where("fulfilment_id", "in", fulfilmentIds)
    .execute();
}

/**
 * Books another slot for a fulfilment in place of the one that it has. The new one is held before the old one is let
 * go: false when it cannot be had, and the old one is then kept.
 */
export async function moveSlot(
  tx: Tx,
  brandId: string,
  { from, to, fulfilmentId }: { readonly from: string; readonly to: Slot; readonly fulfilmentId: string },
  now: Instant,
): Promise<boolean> {
  if (!(await holdSlot(tx, brandId, to.id, fulfilmentId, to.startsAt, now))) return false;
  await releaseSlot(tx, brandId, from, fulfilmentId);
  return takeSlot(tx, brandId, to.id, fulfilmentId, fulfilmentId, now);
}

/** Tidies holds that are over; nothing depends on it, for a hold ends by itself. Returns how many. */
export async function clearLapsedHolds(tx: Tx, brandId: string, now: Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable("slots")
    .set({ held_by: null, held_until: null })
    .where("brand_id", "=", brandId)
    .where("held_until", "is not", null)
    .where("held_until", "<=", now)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

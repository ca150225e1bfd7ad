import { sql } from "kysely";
import { type CapacityStatus, type OfferState, type Overlay, UNKNOWN_STATE } from "~/domain/directory/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

/**
 * What moves by the minute, of every offer for which something is known. The next free time of an offer with a diary
 * is that of its first free slot; of another, what its partner last gave.
 */
export async function readOverlay(reader: Reader, brandId: string, now: Instant): Promise<Overlay> {
  const overlay = new Map<string, OfferState>();
  const states = await reader
    .selectFrom("offer_states")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  for (const row of states)
    overlay.set(row.offer_id, {
      ...UNKNOWN_STATE,
      capacity: row.capacity as CapacityStatus | null,
      capacityConfirmedAt: row.capacity_confirmed_at,
      nextFreeAt: row.next_free_at !== null && row.next_free_at > now ? row.next_free_at : null,
    });
  for (const { offer_id, next_free_at } of await firstFreeSlots(reader, brandId, now))
    overlay.set(offer_id, {
      ...UNKNOWN_STATE,
      ...overlay.get(offer_id),
      nextFreeAt: next_free_at,
    });
  return overlay;
}

/** Steps from offer to offer along the index of slots, and looks at the first few slots of each only. */
async function firstFreeSlots(reader: Reader, brandId: string, now: Instant) {
  const { rows } = await sql<{ offer_id: string; next_free_at: string | null }>`
    with recursive diaries(offer_id) as (
      select (select min(offer_id) from slots where brand_id = ${brandId})
      union all
      select (select min(offer_id) from slots where brand_id = ${brandId} and offer_id > diaries.offer_id)
      from diaries where diaries.offer_id is not null
    )
    select offer_id, (
      select starts_at from slots
      where brand_id = ${brandId} and slots.offer_id = diaries.offer_id and starts_at > ${now}
        and status = 'free' and (held_until is null or held_until <= ${now})
      order by starts_at limit 1
    ) as next_free_at
    from diaries where offer_id is not null`.execute(reader);
  return rows;
}

/** A partner says how full it is. It counts from now, and is confirmed as of now. */
export async function setCapacity(
  tx: Tx,
  brandId: string,
  offerId: string,
  capacity: CapacityStatus,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("offer_states")
    .values({
      brand_id: brandId,
      offer_id: offerId,
      capacity,
      capacity_confirmed_at: now,
      next_free_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(["brand_id", "offer_id"]).doUpdateSet({ capacity, capacity_confirmed_at: now }),
    )
    .execute();
}

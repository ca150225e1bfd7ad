import { sql } from "kysely";
import {
  type CapacityStatus,
  GIVEN_DAYS,
  KEPT_DAYS,
  type OfferState,
  type Overlay,
  UNKNOWN_STATE,
} from "~/domain/directory/types";
import { type Instant, instant, milliseconds } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import { insertMany } from "./bulk";

/**
 * What moves by the minute, of every offer for which something is known. The next free time of an offer with a diary
 * is that of its first free slot; of another, what its partner last gave. `work` is what was read of it a moment ago, if it was.
 */
export async function readOverlay(
  reader: Reader,
  brandId: string,
  now: Instant,
  work?: readonly PartnersWork[],
): Promise<Overlay> {
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
  for (const { offer_id, given, kept, broken } of work ?? (await readPartnersWork(reader, brandId, now)))
    overlay.set(offer_id, {
      ...UNKNOWN_STATE,
      ...overlay.get(offer_id),
      kept: kept + broken === 0 ? null : { kept, broken },
      given,
    });
  return overlay;
}

/** One offer's part of what its partner was given and kept for its service. */
export interface PartnersWork {
  readonly offer_id: string;
  readonly given: number;
  readonly kept: number;
  readonly broken: number;
}

/**
 * What each partner was given for each service of late and how it kept its promises, by offer. Only the last days'
 * fulfilments are looked at, along their index by when they were asked for, so that a long past costs nothing.
 */
export async function readPartnersWork(
  reader: Reader,
  brandId: string,
  now: Instant,
): Promise<PartnersWork[]> {
  const keptSince = daysBefore(now, KEPT_DAYS);
  const givenSince = daysBefore(now, GIVEN_DAYS);
  const { rows } = await sql<{ offer_id: string; given: number; kept: number; broken: number }>`
    with work as (
      select fulfilments.organisation_id, parts.service_id,
        sum(case when fulfilments.requested_at >= ${givenSince} then 1 else 0 end) as given,
        sum(case when fulfilments.kept = 1 then 1 else 0 end) as kept,
        sum(case when fulfilments.kept = 0 then 1 else 0 end) as broken
      from fulfilments
      join parts on parts.brand_id = fulfilments.brand_id and parts.id = fulfilments.part_id
      where fulfilments.brand_id = ${brandId}
        and fulfilments.requested_at >= ${keptSince} and fulfilments.requested_at <= ${now}
      group by fulfilments.organisation_id, parts.service_id
    )
    select offers.id as offer_id, work.given, work.kept, work.broken
    from work
    join offers on offers.brand_id = ${brandId} and offers.organisation_id = work.organisation_id
      and offers.service_id = work.service_id`.execute(reader);
  return rows.map((row) => ({
    offer_id: row.offer_id,
    given: Number(row.given),
    kept: Number(row.kept),
    broken: Number(row.broken),
  }));
}

const daysBefore = (now: Instant, days: number): Instant => instant(milliseconds(now) - days * 86_400_000);

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

/** Told once more within this, the same is told once: somebody tapped twice. */
const SAME_TAP_MS = 60_000;

/**
 * A partner says how full it is. It counts from now, and is confirmed as of now. False when it said the same a moment
 * ago, which stays as it is.
 */
export async function putCapacity(
  tx: Tx,
  brandId: string,
  offerId: string,
  capacity: CapacityStatus,
  now: Instant,
): Promise<boolean> {
  const written = await tx
    .insertInto("offer_states")
    .values({
      brand_id: brandId,
      offer_id: offerId,
      capacity,
      capacity_confirmed_at: now,
      next_free_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["brand_id", "offer_id"])
        .doUpdateSet({ capacity, capacity_confirmed_at: now })
        .where(({ eb, or }) =>
          or([
            eb("offer_states.capacity", "is", null),
            eb("offer_states.capacity", "<>", capacity),
            eb("offer_states.capacity_confirmed_at", "is", null),
            eb("offer_states.capacity_confirmed_at", "<", instant(milliseconds(now) - SAME_TAP_MS)),
            eb("offer_states.capacity_confirmed_at", ">", now),
          ]),
        ),
    )
    .returning("offer_id")
    .executeTakeFirst();
  return written !== undefined;
}

/** How full an offer is said to be, and by whom; null where nobody is known to have said it. */
export interface CapacityTold {
  readonly capacity: CapacityStatus;
  readonly confirmedAt: Instant;
  readonly by: string | null;
}

/** What was told of these offers last, by offer id, as of this very moment; one of which nothing was told is not in it. */
export async function readCapacities(
  reader: Reader,
  brandId: string,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, CapacityTold>> {
  if (offerIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("offer_states")
    .leftJoin("audit", (join) =>
      join
        .onRef("audit.brand_id", "=", "offer_states.brand_id")
        .onRef("audit.subject", "=", "offer_states.offer_id")
        .onRef("audit.at", "=", "offer_states.capacity_confirmed_at")
        .on("audit.action", "=", CAPACITY_SET),
    )
    .select(["offer_id", "capacity", "capacity_confirmed_at", "audit.actor"])
    .where("offer_states.brand_id", "=", brandId)
    .where("offer_id", "in", offerIds)
    .orderBy("audit.seq")
    .execute();
  return new Map(
    rows.flatMap(({ offer_id, capacity, capacity_confirmed_at: confirmedAt, actor }) =>
      capacity === null || confirmedAt === null
        ? []
        : [
            [
              offer_id,
              {
                capacity: capacity as CapacityStatus,
                confirmedAt,
                by: actor === null ? null : (JSON.parse(actor) as { name: string }).name,
              },
            ],
          ],
    ),
  );
}

/** What the audit calls somebody's word on how full an offer is. */
export const CAPACITY_SET = "capacity-set";

/** What is known of many offers at once, in place of what was known before. */
export async function writeOfferStates(
  tx: Tx,
  brandId: string,
  states: readonly (readonly [offerId: string, state: OfferState])[],
): Promise<void> {
  await insertMany(
    tx,
    "offer_states",
    ["brand_id", "offer_id", "capacity", "capacity_confirmed_at", "next_free_at"],
    states.map(([offerId, { capacity, capacityConfirmedAt, nextFreeAt }]) => ({
      brand_id: brandId,
      offer_id: offerId,
      capacity,
      capacity_confirmed_at: capacityConfirmedAt,
      next_free_at: nextFreeAt,
    })),
    { key: ["brand_id", "offer_id"], otherwise: "update" },
  );
}

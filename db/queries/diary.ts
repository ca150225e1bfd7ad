import { type SlotChanges, type StandingSlot, slotChanges } from "~/domain/directory/slot-changes";
import { lastDayOf, slotTimes } from "~/domain/directory/slot-times";
import type { Offer } from "~/domain/directory/types";
import { dayAfter, type Instant, localDate, localInstant, type PlainDate } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import { insertMany } from "./bulk";

/** A time of an offer's diary, whoever has it. */
export interface DiarySlot extends StandingSlot {
  readonly offerId: string;
  /** Why it is blocked; null for what is not. */
  readonly blockedWhy: string | null;
  /** For whom it is booked; null for what is not. */
  readonly fulfilmentId: string | null;
}

/** Every time of some offers that starts at or after `from` and before `until`, in order of time. */
export async function readDiary(
  reader: Reader,
  brandId: string,
  offerIds: readonly string[],
  { from, until, now }: { readonly from: Instant; readonly until: Instant; readonly now: Instant },
): Promise<DiarySlot[]> {
  if (offerIds.length === 0) return [];
  const rows = await reader
    .selectFrom("slots")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("offer_id", "in", offerIds)
    .where("starts_at", ">=", from)
    .where("starts_at", "<", until)
    .orderBy("starts_at")
    .orderBy("offer_id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    offerId: row.offer_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    standing:
      row.status === "busy"
        ? "booked"
        : row.blocked_why !== null
          ? "blocked"
          : row.held_until !== null && row.held_until > now
            ? "held"
            : "free",
    blockedWhy: row.blocked_why,
    fulfilmentId: row.fulfilment_id,
  }));
}

/** Who has a time of an offer: by one of its slots, or, without one, at a time of its own. */
export interface TimeGiven {
  readonly fulfilmentId: string;
  readonly offerId: string;
  readonly startsAt: Instant;
  readonly slotId: string | null;
  readonly reference: string;
  readonly person: string;
}

/** Work whose time was given and has not come to nothing. */
const GIVEN = ["requested", "accepted", "in-progress", "on-hold", "completed"];

/** Who has a time of some offers that starts at or after `from` and before `until`, in order of time. */
export async function timesGiven(
  reader: Reader,
  brandId: string,
  offerIds: readonly string[],
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<TimeGiven[]> {
  if (offerIds.length === 0) return [];
  const rows = await reader
    .selectFrom("fulfilments")
    .innerJoin("requests", (join) =>
      join
        .onRef("requests.brand_id", "=", "fulfilments.brand_id")
        .onRef("requests.id", "=", "fulfilments.request_id"),
    )
    .select([
      "fulfilments.id",
      "fulfilments.offer_id",
      "fulfilments.appointment_at",
      "fulfilments.slot_id",
      "requests.reference",
      "requests.person_name",
    ])
    .where("fulfilments.brand_id", "=", brandId)
    .where("fulfilments.offer_id", "in", offerIds)
    .where("fulfilments.appointment_at", ">=", from)
    .where("fulfilments.appointment_at", "<", until)
    .where("fulfilments.status", "in", GIVEN)
    .orderBy("fulfilments.appointment_at")
    .orderBy("fulfilments.id")
    .execute();
  return rows.flatMap((row) =>
    row.appointment_at === null
      ? []
      : [
          {
            fulfilmentId: row.id,
            offerId: row.offer_id,
            startsAt: row.appointment_at,
            slotId: row.slot_id,
            reference: row.reference,
            person: row.person_name,
          },
        ],
  );
}

/** A pop-up's dates, both inclusive. */
type Within = { readonly from: PlainDate; readonly until: PlainDate } | null;

/**
 * Makes the slots of an offer's diary for the weeks that begin now, and leaves those that are there already; but what
 * is free and in the diary no more is taken back. A slot that somebody has booked or holds, or that is blocked, then
 * stays. `within` keeps a pop-up's slots to its dates. Returns what was changed; nothing when the offer has no diary.
 */
export async function changeSlots(
  tx: Tx,
  brandId: string,
  offer: Offer,
  from: Instant,
  weeks: number,
  bankHolidays: ReadonlySet<PlainDate>,
  within: Within = null,
): Promise<SlotChanges<DiarySlot>> {
  if (!offer.slots) return { goes: [], made: [], stays: [] };
  const first = localDate(from);
  const last = lastDayOf(weeks, from);
  const wanted = slotTimes(
    offer.slots,
    within && within.from > first ? within.from : first,
    within && within.until < last ? within.until : last,
    bankHolidays,
  ).filter((time) => time.startsAt >= from);
  const until = localInstant(dayAfter(last), "00:00");
  const there = await readDiary(tx, brandId, [offer.id], { from, until, now: from });
  const changes = slotChanges(there, wanted);
  for (const { id } of changes.goes) await dropSlot(tx, brandId, id, from);
  await insertMany(
    tx,
    "slots",
    ["brand_id", "id", "offer_id", "starts_at", "ends_at", "status"],
    changes.made.map((time) => ({
      brand_id: brandId,
      id: slotId(offer.id, time.startsAt),
      offer_id: offer.id,
      starts_at: time.startsAt,
      ends_at: time.endsAt,
      status: "free",
    })),
    { key: ["brand_id", "offer_id", "starts_at"], otherwise: "ignore" },
  );
  return changes;
}

/** The same, told by how many were made. */
export const makeSlots = async (...asked: Parameters<typeof changeSlots>): Promise<number> =>
  (await changeSlots(...asked)).made.length;

/** "riverside-physio.20261123T0900Z": the same slot has the same id however often it is made. */
const slotId = (offerId: string, startsAt: Instant) =>
  `${offerId}.${startsAt.slice(0, 16).replaceAll(/[-:]/g, "")}Z`;

async function dropSlot(tx: Tx, brandId: string, id: string, now: Instant): Promise<void> {
  await tx
    .deleteFrom("slots")
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .where("status", "=", "free")
    .where((eb) => eb.or([eb("held_until", "is", null), eb("held_until", "<=", now)]))
    .execute();
}

/** A block is a hold that its partner keeps, and that never lapses: whatever respects a hold respects it. */
const BLOCK = { held_by: "diary", held_until: "9999-12-31T23:59:59.999Z" };

/** Lets nobody have a slot. False when it has begun, is booked or blocked, or somebody holds it. */
export async function blockSlot(
  tx: Tx,
  brandId: string,
  { slotId, why }: { readonly slotId: string; readonly why: string },
  now: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("slots")
    .set({ ...BLOCK, blocked_why: why })
    .where("brand_id", "=", brandId)
    .where("id", "=", slotId)
    .where("status", "=", "free")
    .where("starts_at", ">", now)
    .where((eb) => eb.or([eb("held_until", "is", null), eb("held_until", "<=", now)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Lets people have a slot again that was blocked. False when it is not. */
export async function openSlot(tx: Tx, brandId: string, slotId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("slots")
    .set({ held_by: null, held_until: null, blocked_why: null })
    .where("brand_id", "=", brandId)
    .where("id", "=", slotId)
    .where("blocked_why", "is not", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

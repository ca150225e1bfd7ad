import type { EarlierWish, Waiting } from "~/domain/fulfilment/earlier-time";
import type { Fulfilment } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import { OPEN } from "./open";

/** An earlier time that was offered to somebody. `gone`: somebody else had it first; `lapsed`: nobody answered in time. */
export interface EarlierOffer {
  readonly slotId: string;
  readonly fulfilmentId: string;
  readonly startsAt: Instant;
  readonly expiresAt: Instant;
}

/** Writes that somebody wants to hear of an earlier time of an offer; what they wanted before is replaced. */
export async function writeEarlierWish(
  tx: Tx,
  brandId: string,
  { id, offerId }: Pick<Fulfilment, "id" | "offerId">,
  wish: EarlierWish,
  now: Instant,
): Promise<void> {
  const body = JSON.stringify(wish);
  await tx
    .insertInto("earlier_wishes")
    .values({ brand_id: brandId, fulfilment_id: id, offer_id: offerId, since: now, body })
    .onConflict((conflict) => conflict.columns(["brand_id", "fulfilment_id"]).doUpdateSet({ body }))
    .execute();
}

/** False when they wanted none. */
export async function deleteEarlierWish(tx: Tx, brandId: string, fulfilmentId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("earlier_wishes")
    .where("brand_id", "=", brandId)
    .where("fulfilment_id", "=", fulfilmentId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export async function readEarlierWish(
  reader: Reader,
  brandId: string,
  fulfilmentId: string,
): Promise<EarlierWish | null> {
  const row = await reader
    .selectFrom("earlier_wishes")
    .select("body")
    .where("brand_id", "=", brandId)
    .where("fulfilment_id", "=", fulfilmentId)
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as EarlierWish) : null;
}

/**
 * Everybody who waits for an offer and wants an earlier time, but for those who said no to this slot; with `again`
 * false, but for those who heard of it at all.
 */
export async function waitingForOffer(
  reader: Reader,
  brandId: string,
  { offerId, slotId, again }: { readonly offerId: string; readonly slotId: string; readonly again: boolean },
): Promise<(Waiting & { readonly partId: string })[]> {
  const rows = await reader
    .selectFrom("earlier_wishes as wish")
    .innerJoin("fulfilments as fulfilment", (join) =>
      join
        .onRef("fulfilment.brand_id", "=", "wish.brand_id")
        .onRef("fulfilment.id", "=", "wish.fulfilment_id"),
    )
    .innerJoin("parts as part", (join) =>
      join.onRef("part.brand_id", "=", "wish.brand_id").onRef("part.id", "=", "fulfilment.part_id"),
    )
    .innerJoin("requests as request", (join) =>
      join.onRef("request.brand_id", "=", "wish.brand_id").onRef("request.id", "=", "fulfilment.request_id"),
    )
    .select([
      "wish.fulfilment_id",
      "wish.body as wish_body",
      "fulfilment.body",
      "fulfilment.part_id",
      "part.priority",
      "request.submitted_at",
    ])
    .where("wish.brand_id", "=", brandId)
    .where("wish.offer_id", "=", offerId)
    .where("fulfilment.status", "in", ["requested", "accepted"])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("earlier_offers as heard")
            .select("heard.slot_id")
            .whereRef("heard.brand_id", "=", "wish.brand_id")
            .whereRef("heard.fulfilment_id", "=", "wish.fulfilment_id")
            .where("heard.slot_id", "=", slotId)
            .$if(again, (query) => query.where("heard.answer", "in", ["declined", "open"])),
        ),
      ),
    )
    .execute();
  return rows.map((row) => ({
    fulfilmentId: row.fulfilment_id,
    partId: row.part_id,
    wish: JSON.parse(row.wish_body) as EarlierWish,
    priority: row.priority as Waiting["priority"],
    askedAt: row.submitted_at,
    startsAt: (JSON.parse(row.body) as Pick<Fulfilment, "appointment">).appointment?.startsAt ?? null,
  }));
}

/** Offers a slot to somebody until a moment; once more when they heard of it before. */
export async function writeEarlierOffer(
  tx: Tx,
  brandId: string,
  { slotId, fulfilmentId, expiresAt }: Omit<EarlierOffer, "startsAt">,
  now: Instant,
): Promise<void> {
  const offered = { offered_at: now, expires_at: expiresAt, answer: "open" };
  await tx
    .insertInto("earlier_offers")
    .values({ brand_id: brandId, slot_id: slotId, fulfilment_id: fulfilmentId, ...offered })
    .onConflict((conflict) => conflict.columns(["brand_id", "slot_id", "fulfilment_id"]).doUpdateSet(offered))
    .execute();
}

/** What is offered to a fulfilment now and can still be had, the soonest first. */
export async function openEarlierOffers(
  reader: Reader,
  brandId: string,
  fulfilmentId: string,
  now: Instant,
): Promise<EarlierOffer[]> {
  const rows = await open(reader, brandId)
    .where("offer.fulfilment_id", "=", fulfilmentId)
    .where("offer.expires_at", ">", now)
    .where("slot.status", "=", "free")
    .orderBy("slot.starts_at")
    .execute();
  return rows.map(toOffer);
}

/** Every open offer of one slot. */
export async function openOffersOfSlot(
  reader: Reader,
  brandId: string,
  slotId: string,
): Promise<EarlierOffer[]> {
  const rows = await open(reader, brandId).where("offer.slot_id", "=", slotId).execute();
  return rows.map(toOffer);
}

/** Open offers that are over: nobody answered in time (`late`), or the slot is somebody's. At most `limit`. */
export async function earlierOffersOver(
  reader: Reader,
  brandId: string,
  now: Instant,
  limit: number,
): Promise<(EarlierOffer & { readonly late: boolean })[]> {
  const rows = await open(reader, brandId)
    .where((eb) => eb.or([eb("offer.expires_at", "<=", now), eb("slot.status", "<>", "free")]))
    .orderBy("offer.expires_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toOffer(row), late: row.status === "free" }));
}

function open(reader: Reader, brandId: string) {
  return reader
    .selectFrom("earlier_offers as offer")
    .innerJoin("slots as slot", (join) =>
      join.onRef("slot.brand_id", "=", "offer.brand_id").onRef("slot.id", "=", "offer.slot_id"),
    )
    .select(["offer.slot_id", "offer.fulfilment_id", "offer.expires_at", "slot.starts_at", "slot.status"])
    .where("offer.brand_id", "=", brandId)
    .where("offer.answer", "=", OPEN);
}

const toOffer = (row: {
  slot_id: string;
  fulfilment_id: string;
  expires_at: string;
  starts_at: string;
}): EarlierOffer => ({
  slotId: row.slot_id,
  fulfilmentId: row.fulfilment_id,
  startsAt: row.starts_at,
  expiresAt: row.expires_at,
});

/** Ends an offer that is open. False when it was not. */
export async function endEarlierOffer(
  tx: Tx,
  brandId: string,
  { slotId, fulfilmentId }: Pick<EarlierOffer, "slotId" | "fulfilmentId">,
  answer: "taken" | "declined" | "gone" | "lapsed",
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("earlier_offers")
    .set({ answer })
    .where("brand_id", "=", brandId)
    .where("slot_id", "=", slotId)
    .where("fulfilment_id", "=", fulfilmentId)
    .where("answer", "=", "open")
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The part of a fulfilment, whoever has it. */
export async function partOfFulfilment(
  reader: Reader,
  brandId: string,
  fulfilmentId: string,
): Promise<string | undefined> {
  const row = await reader
    .selectFrom("fulfilments")
    .select("part_id")
    .where("brand_id", "=", brandId)
    .where("id", "=", fulfilmentId)
    .executeTakeFirst();
  return row?.part_id;
}

import { offeredUntil, whoHears } from "~/domain/fulfilment/earlier-time";
import type { FulfilmentEvent } from "~/domain/fulfilment/types";
import {
  type EarlierOffer,
  earlierOffersOver,
  endEarlierOffer,
  openOffersOfSlot,
  partOfFulfilment,
  waitingForOffer,
  writeEarlierOffer,
} from "~db/queries/earlier-times";
import { readPartState } from "~db/queries/part-states";
import { isFree, readSlot } from "~db/queries/slots";
import type { Work } from "./apply-command";
import type { Onedoor } from "./context";
import { record } from "./record";
import { brandNow, brandSetting } from "./setting";

/** Offers that are over, as many as one sweep looks at in a brand. */
const OVER_AT_ONCE = 200;

/**
 * Offers a slot to the next five people whom it suits, at once: the first of them to take it has it. What has just come
 * `freed` is offered to anybody who has not said no to it; what nobody of the last five took (`left`), to those who have
 * not heard of it.
 */
export async function offerEarlier(work: Work, slotId: string, because: "freed" | "left"): Promise<void> {
  const { tx, brandId, brand } = work;
  const { now } = brand.setting;
  const slot = await readSlot(tx, brandId, slotId);
  const expiresAt = slot && offeredUntil(slot.startsAt, now);
  // What a partner that has closed its offer let go is nobody's to have.
  if (!slot || brand.directory.offer(slot.offerId)?.status !== "open") return;
  if (!expiresAt || !(await isFree(tx, brandId, slotId, now))) return;
  const waiting = await waitingForOffer(tx, brandId, {
    offerId: slot.offerId,
    slotId,
    again: because === "freed",
  });
  for (const { fulfilmentId } of whoHears(waiting, slot.startsAt)) {
    await writeEarlierOffer(tx, brandId, { slotId, fulfilmentId, expiresAt }, now);
    const { startsAt } = slot;
    await tell(work, { type: "earlier-time-offered", fulfilmentId, startsAt, until: expiresAt });
  }
}

/** Somebody has the slot now: everybody else to whom it was offered is told that it went. */
export async function earlierTimeWent(work: Work, slotId: string): Promise<void> {
  for (const offer of await openOffersOfSlot(work.tx, work.brandId, slotId)) await went(work, offer);
}

async function went(work: Work, offer: EarlierOffer): Promise<void> {
  const { fulfilmentId, startsAt } = offer;
  if (!(await endEarlierOffer(work.tx, work.brandId, offer, "gone"))) return;
  await tell(work, { type: "earlier-time-gone", fulfilmentId, startsAt });
}

/**
 * The sweep: ends the offers of a brand that are over, and tells those who missed a time that went. A time that nobody
 * of its five took is offered to the next five. Returns how many ended.
 */
export async function lapseEarlierOffers(onedoor: Onedoor, brandId: string): Promise<number> {
  const { kysely } = onedoor.db;
  const due = await earlierOffersOver(kysely, brandId, await brandNow(onedoor, brandId), 1);
  if (due.length === 0) return 0;
  const brand = await brandSetting(onedoor, brandId);
  return onedoor.db.write(async (tx) => {
    const work: Work = { onedoor, tx, brandId, brand, actor: { kind: "clock" }, touched: new Set() };
    const over = await earlierOffersOver(tx, brandId, brand.setting.now, OVER_AT_ONCE);
    for (const offer of over) {
      if (offer.late) await endEarlierOffer(tx, brandId, offer, "lapsed");
      else await went(work, offer);
    }
    for (const slotId of new Set(over.filter(({ late }) => late).map((offer) => offer.slotId)))
      await offerIfLeft(work, slotId);
    return over.length;
  });
}

/** When nobody can answer any more, the next five hear of it. */
export async function offerIfLeft(work: Work, slotId: string): Promise<void> {
  const open = await openOffersOfSlot(work.tx, work.brandId, slotId);
  if (open.length === 0) await offerEarlier(work, slotId, "left");
}

/** Written as the clock's: nobody reads in their own request who let a time go. */
async function tell(work: Work, event: FulfilmentEvent & { readonly fulfilmentId: string }): Promise<void> {
  const { tx, brandId } = work;
  const partId = await partOfFulfilment(tx, brandId, event.fulfilmentId);
  const state = partId === undefined ? undefined : await readPartState(tx, brandId, partId);
  if (state) await record({ ...work, actor: { kind: "clock" } }, state, [event], null);
}

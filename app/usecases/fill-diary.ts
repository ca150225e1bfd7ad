import type { Directory } from "~/domain/directory/directory";
import type { SlotChanges } from "~/domain/directory/slot-changes";
import { BOOKABLE_WEEKS } from "~/domain/directory/slot-times";
import type { Instant } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { changeSlots, type DiarySlot } from "~db/queries/diary";

/**
 * Makes the slots of an offer for as long as people can book, and takes back what is free and no longer in its diary.
 * Returns what was changed; nothing for an offer that is closed, has no diary, or is none.
 */
export async function fillDiary(
  { tx, directory, now }: { readonly tx: Tx; readonly directory: Directory; readonly now: Instant },
  brandId: string,
  offerId: string,
): Promise<SlotChanges<DiarySlot>> {
  const offer = directory.offer(offerId);
  if (offer?.status !== "open") return { goes: [], made: [], stays: [] };
  const place = offer.locationId === null ? undefined : directory.location(offer.locationId);
  const { bankHolidays } = directory;
  return changeSlots(tx, brandId, offer, now, BOOKABLE_WEEKS, bankHolidays, place?.temporary ?? null);
}

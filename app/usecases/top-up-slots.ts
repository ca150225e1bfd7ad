import { BOOKABLE_WEEKS } from "~/domain/directory/slot-times";
import { makeSlots } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/**
 * Makes the slots of the weeks ahead from every offer's diary, an offer a transaction so that nobody waits long. What is
 * there is left alone. Returns how many were made.
 */
export async function topUpSlots(onedoor: Onedoor, brandId: string): Promise<number> {
  const directory = await onedoor.directories.current(brandId);
  let made = 0;
  for (const offer of directory.offers) {
    if (offer.slots === null || offer.status !== "open") continue;
    const location = offer.locationId === null ? undefined : directory.location(offer.locationId);
    made += await onedoor.db.write(async (tx) =>
      makeSlots(
        tx,
        brandId,
        offer,
        await brandNow(onedoor, brandId, tx),
        BOOKABLE_WEEKS,
        directory.bankHolidays,
        location?.temporary ?? null,
      ),
    );
  }
  return made;
}

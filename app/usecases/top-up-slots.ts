import type { Onedoor } from "./context";
import { fillDiary } from "./fill-diary";
import { othersFirst } from "./others-first";
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
    const changes = await onedoor.db.write(async (tx) =>
      fillDiary({ tx, directory, now: await brandNow(onedoor, brandId, tx) }, brandId, offer.id),
    );
    made += changes.made.length;
    await othersFirst();
  }
  return made;
}

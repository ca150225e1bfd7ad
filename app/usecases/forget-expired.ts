import { instant, milliseconds } from "~/domain/shared/time";
import { brandsInTime } from "~db/queries/brands";
import { forgetCommands } from "~db/queries/commands";
import { deleteLapsedTakes } from "~db/queries/desk-takes";
import { deleteExpiredDrafts } from "~db/queries/drafts";
import { expireSessions } from "~db/queries/sessions";
import { clearLapsedHolds } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { clearBrandsCutShort } from "./delete-brand";
import { lapseEarlierOffers } from "./offer-earlier";
import { brandNow } from "./setting";

const DRAFTS_AT_ONCE = 500;
/** A key outlives its request by this, for a sender that was away when the request ended. */
const KEYS_KEPT_MS = 24 * 3_600_000;

/**
 * Forgets what is over: sessions, unfinished drafts and the keys of commands by real time, holds on slots and
 * what was taken at the front desk by their brand's; ends the offers of earlier times that nobody answered; and takes away
 * brands that were cut short while they were made.
 */
export async function forgetExpired(onedoor: Onedoor): Promise<number> {
  const brands = await brandsInTime(onedoor.db.kysely);
  const forgotten = await onedoor.db.write(async (tx) => {
    const now = onedoor.clock();
    let forgotten = await expireSessions(tx, now);
    forgotten += await deleteExpiredDrafts(tx, now, DRAFTS_AT_ONCE);
    for (const id of brands) {
      const brandsNow = await brandNow(onedoor, id, tx);
      forgotten += await clearLapsedHolds(tx, id, brandsNow);
      forgotten += await deleteLapsedTakes(tx, id, brandsNow);
      forgotten += await forgetCommands(tx, id, instant(milliseconds(now) - KEYS_KEPT_MS));
    }
    return forgotten;
  });
  let lapsed = 0;
  for (const id of brands) lapsed += await lapseEarlierOffers(onedoor, id);
  return forgotten + lapsed + (await clearBrandsCutShort(onedoor));
}

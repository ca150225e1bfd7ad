import { readBrands } from "~db/queries/brands";
import { deleteExpiredDrafts } from "~db/queries/drafts";
import { expireSessions } from "~db/queries/sessions";
import { clearLapsedHolds } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

const DRAFTS_AT_ONCE = 500;

/** Forgets what is over: sessions and unfinished drafts by real time, holds on slots by their brand's. */
export async function forgetExpired(onedoor: Onedoor): Promise<number> {
  const brands = await readBrands(onedoor.db.kysely);
  return onedoor.db.write(async (tx) => {
    const now = onedoor.clock();
    let forgotten = await expireSessions(tx, now);
    forgotten += await deleteExpiredDrafts(tx, now, DRAFTS_AT_ONCE);
    for (const { id } of brands) {
      forgotten += await clearLapsedHolds(tx, id, await brandNow(onedoor, id, tx));
    }
    return forgotten;
  });
}

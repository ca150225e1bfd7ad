import { instant, milliseconds } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { brandsInTime } from "~db/queries/brands";
import { forgetCommands } from "~db/queries/commands";
import { deleteLapsedTakes } from "~db/queries/desk-takes";
import { deleteExpiredDrafts } from "~db/queries/drafts";
import { expireSessions } from "~db/queries/sessions";
import { clearLapsedHolds } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { clearBrandsCutShort } from "./delete-brand";
import { lapseEarlierOffers } from "./offer-earlier";
import { oneByOne } from "./one-by-one";
import { brandNow } from "./setting";

const DRAFTS_AT_ONCE = 500;
/** A key outlives its request by this, for a sender that was away when the request ended. */
const KEYS_KEPT_MS = 24 * 3_600_000;

/**
 * Forgets what is over, brand by brand so that nobody waits for all of them: sessions, unfinished drafts and the keys of
 * commands by real time, holds on slots and what was taken at the front desk by their brand's; ends the offers of earlier times
 * that nobody answered; and takes away brands that were cut short while they were made.
 */
export async function forgetExpired(onedoor: Onedoor): Promise<number> {
  const brands = await brandsInTime(onedoor.db.kysely);
  const forgotten = await onedoor.db.write(
    async (tx) =>
      (await expireSessions(tx, onedoor.clock())) +
      (await deleteExpiredDrafts(tx, onedoor.clock(), DRAFTS_AT_ONCE)),
  );
  const { done, failures } = await oneByOne(
    brands,
    (id) => onedoor.db.write((tx) => forgetOfBrand(onedoor, tx, id)),
    (id) => lapseEarlierOffers(onedoor, id),
  );
  const cutShort = await clearBrandsCutShort(onedoor);
  if (failures.length > 0) throw new AggregateError(failures, "Some brands' past could not be forgotten");
  return forgotten + done + cutShort;
}

async function forgetOfBrand(onedoor: Onedoor, tx: Tx, id: string): Promise<number> {
  const brandsNow = await brandNow(onedoor, id, tx);
  const keysOver = instant(milliseconds(onedoor.clock()) - KEYS_KEPT_MS);
  return (
    (await clearLapsedHolds(tx, id, brandsNow)) +
    (await deleteLapsedTakes(tx, id, brandsNow)) +
    (await forgetCommands(tx, id, keysOver))
  );
}

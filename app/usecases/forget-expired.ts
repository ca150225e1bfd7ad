import { instant, milliseconds } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { brandsInTime } from "~db/queries/brands";
import { forgetCommands } from "~db/queries/commands";
import { deleteLapsedTakes } from "~db/queries/desk-takes";
import { deleteExpiredDrafts } from "~db/queries/drafts";
import { brandsWithDue, brandsWithEarlierOffers } from "~db/queries/due-brands";
import { expireSessions } from "~db/queries/sessions";
import { clearLapsedHolds } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { clearBrandsCutShort } from "./delete-brand";
import { lapseEarlierOffers } from "./offer-earlier";
import { doneInAll, oneByOne } from "./one-by-one";
import { brandNow } from "./setting";

const DRAFTS_AT_ONCE = 500;
/** A key outlives its request by this, for a sender that was away when the request ended. */
const KEYS_KEPT_MS = 24 * 3_600_000;

/**
 * Forgets what is over, brand by brand so that nobody waits for all of them: sessions and unfinished drafts by real time,
 * holds on slots and what was taken at the front desk by their brand's; ends the offers of earlier times that nobody answered;
 * and takes away brands that were cut short while they were made.
 */
export async function forgetExpired(onedoor: Onedoor): Promise<number> {
  const { kysely } = onedoor.db;
  const forgotten = await onedoor.db.write(
    async (tx) =>
      (await expireSessions(tx, onedoor.clock())) +
      (await deleteExpiredDrafts(tx, onedoor.clock(), DRAFTS_AT_ONCE)),
  );
  const inTime = (await brandsInTime(kysely, onedoor.clock())).map(({ id }) => id);
  const over = await brandsWithDue(kysely, onedoor.clock(), "hold", "take");
  const offered = await brandsWithEarlierOffers(kysely);
  const passes = [
    await oneByOne(
      inTime.filter((id) => over.has(id)),
      (id) => onedoor.db.write((tx) => forgetOfBrand(onedoor, tx, id)),
    ),
    await oneByOne(
      inTime.filter((id) => offered.has(id)),
      (id) => lapseEarlierOffers(onedoor, id),
    ),
  ];
  const cutShort = await clearBrandsCutShort(onedoor);
  return forgotten + doneInAll(passes, "Some brands' past could not be forgotten") + cutShort;
}

async function forgetOfBrand(onedoor: Onedoor, tx: Tx, id: string): Promise<number> {
  const brandsNow = await brandNow(onedoor, id, tx);
  return (await clearLapsedHolds(tx, id, brandsNow)) + (await deleteLapsedTakes(tx, id, brandsNow));
}

/**
 * Forgets the keys of commands whose requests are over since a day. Goes through all that are older than one: for once in
 * a while. Returns how many.
 */
export async function forgetKeys(onedoor: Onedoor): Promise<number> {
  const over = instant(milliseconds(onedoor.clock()) - KEYS_KEPT_MS);
  const brands = await brandsInTime(onedoor.db.kysely, onedoor.clock());
  const pass = await oneByOne(
    brands.map(({ id }) => id),
    (id) => onedoor.db.write((tx) => forgetCommands(tx, id, over)),
  );
  return doneInAll([pass], "Some brands' keys could not be forgotten");
}

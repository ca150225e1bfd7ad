import { instant, milliseconds } from "~/domain/shared/time";
import type { Tx } from "~db/connect";
import { brandsCutShort, hideBrand, keepMaking, readMaking } from "~db/queries/copy-brand";
import { brandsWithHistoryOf, REMOVED_FIRST, removeBrandRow, removeRows } from "~db/queries/delete-brand";
import { readBrand } from "~db/queries/directory";
import { hasParticipants } from "~db/queries/participants";
import { insertTracesLeft } from "~db/queries/traces-left";
import { worldsOf } from "~db/queries/worlds";
import type { Onedoor } from "./context";
import { othersFirst } from "./others-first";

export type DeleteResult =
  | { readonly kind: "deleted" }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** Rows of one transaction: other writers get their turn in between. */
const BATCH = 500;
const CLAIM_MS = 60_000;

/**
 * Takes a brand away with all that is in it, its audit trail too, in short transactions: from the first of them nobody finds
 * it. The one at bare addresses stays, so does one whose past another brand refers to; one of real organisations goes only
 * with `evenIfReal`. The worlds of its stages and of its lab go first. One that was cut short while it was made or taken away can be deleted too.
 */
export async function deleteBrand(
  onedoor: Onedoor,
  brandId: string,
  { evenIfReal = false }: { readonly evenIfReal?: boolean } = {},
): Promise<DeleteResult> {
  const reasons = await onedoor.db.write((tx) => reasonsToKeep(onedoor, tx, brandId, evenIfReal));
  if (reasons.length > 0) return { kind: "refused", reasons };
  for (const worldId of await worldsOf(onedoor.db.kysely, brandId)) await removeBrand(onedoor, worldId);
  return (await removeBrand(onedoor, brandId))
    ? { kind: "deleted" }
    : { kind: "refused", reasons: [beingMade(brandId)] };
}

const beingMade = (brandId: string) => `"${brandId}" is being made or taken away by somebody else`;

async function reasonsToKeep(
  onedoor: Onedoor,
  tx: Tx,
  brandId: string,
  evenIfReal: boolean,
): Promise<string[]> {
  const making = await readMaking(tx, brandId);
  if (making === undefined) return [`There is no brand "${brandId}"`];
  if (making.madeBy !== null) return (making.madeUntil ?? "") > onedoor.clock() ? [beingMade(brandId)] : [];
  const { brand } = await readBrand(tx, brandId);
  const going = [brandId, ...(await worldsOf(tx, brandId))];
  const refer = (await brandsWithHistoryOf(tx, brandId)).filter((id) => !going.includes(id));
  return [
    ...(making.isDefault ? [`"${brandId}" is the brand at bare addresses: it stays`] : []),
    ...(brand.kind === "real" && !evenIfReal ? [`"${brandId}" is of real organisations`] : []),
    ...(refer.length > 0 ? [`The past of "${brandId}" is also that of ${refer.join(", ")}`] : []),
  ];
}

/** Takes away what was cut short while it was made or taken away. Returns how many brands that were. */
export async function clearBrandsCutShort(onedoor: Onedoor): Promise<number> {
  let cleared = 0;
  for (const id of await brandsCutShort(onedoor.db.kysely, onedoor.clock()))
    if (await removeBrand(onedoor, id, { onlyIfCutShort: true })) cleared += 1;
  return cleared;
}

/**
 * Removes a brand, whatever it is; or only what was cut short, for it may have been made whole since it was found so. False,
 * and nothing is done, while somebody else makes it or takes it away.
 */
export async function removeBrand(
  onedoor: Onedoor,
  brandId: string,
  {
    madeBy = onedoor.newId(),
    onlyIfCutShort = false,
  }: { readonly madeBy?: string; readonly onlyIfCutShort?: boolean } = {},
): Promise<boolean> {
  const until = () => instant(milliseconds(onedoor.clock()) + CLAIM_MS);
  const hidden = await onedoor.db.write((tx) =>
    hideBrand(tx, brandId, madeBy, until(), onedoor.clock(), { evenIfWhole: !onlyIfCutShort }),
  );
  if (!hidden) return false;
  const batch = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    await othersFirst();
    return onedoor.db.write(async (tx) => {
      if (!(await keepMaking(tx, brandId, madeBy, until())))
        throw new Error(`Somebody else is at "${brandId}" meanwhile`);
      return work(tx);
    });
  };
  for (const table of REMOVED_FIRST) while (await batch((tx) => removeRows(tx, brandId, table, BATCH)));
  await batch(async (tx) => {
    // Who took part in its studies goes with it, and the clock wipes what is left of them.
    if (await hasParticipants(tx, brandId)) await insertTracesLeft(tx, onedoor.newId(), onedoor.clock());
    await removeBrandRow(tx, brandId);
  });
  return true;
}

import type { Newcomer } from "~/domain/directory/partnership-changes";
import type { Partnership } from "~/domain/directory/types";
import { skipLocked, type Tx } from "../connect";
import { insertMany } from "./bulk";
import { UnknownBrand } from "./directory";
import { columnsOf, locationRow, offerRow, organisationRow, partnershipRow } from "./directory-rows";

/**
 * Raises the number of a brand's directory, whose old value is used no more. Whoever else changes the same directory
 * waits for this transaction, or is run again after it. Throws UnknownBrand.
 */
export async function raiseDirectoryVersion(tx: Tx, brandId: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("brands")
    .set(({ eb }) => ({ directory_version: eb("directory_version", "+", 1) }))
    .where("id", "=", brandId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new UnknownBrand(brandId);
}

/** Writes one partnership, new or changed. */
export async function writePartnership(tx: Tx, brandId: string, partnership: Partnership): Promise<void> {
  await insertMany(tx, "partnerships", columnsOf.partnerships, [partnershipRow(brandId, partnership)], {
    key: ["brand_id", "id"],
    otherwise: "update",
  });
}

/** Adds an organisation with its places and its offers, none of which is there already. */
export async function insertNewcomer(
  tx: Tx,
  brandId: string,
  { organisation, locations, offers }: Newcomer,
): Promise<void> {
  const wanted = [
    ["organisations", [organisationRow(brandId, organisation)]],
    ["locations", locations.map((location) => locationRow(brandId, location))],
    ["offers", offers.map((offer) => offerRow(brandId, offer))],
  ] as const;
  for (const [table, rows] of wanted) {
    await insertMany(tx, table, columnsOf[table], rows, { key: ["brand_id", "id"], otherwise: "update" });
  }
}

/** Of these organisations, those whose partnerships no other process works on now; the others are left to it. */
export async function claimPartnerships(
  tx: Tx,
  brandId: string,
  organisationIds: readonly string[],
): Promise<string[]> {
  if (organisationIds.length === 0) return [];
  const rows = await skipLocked(
    tx,
    tx
      .selectFrom("partnerships")
      .select("organisation_id")
      .where("brand_id", "=", brandId)
      .where("organisation_id", "in", organisationIds)
      .orderBy("id"),
  ).execute();
  return [...new Set(rows.map((row) => row.organisation_id))];
}

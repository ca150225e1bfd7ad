import type { Partnership } from "~/domain/directory/types";
import { type Reader, skipLocked, type Tx } from "../connect";
import { partnershipsFrom } from "./directory-rows";

/** Every partnership of a brand, those that are over too. */
export async function readPartnerships(reader: Reader, brandId: string): Promise<Partnership[]> {
  return partnershipsFrom(
    await reader
      .selectFrom("partnerships")
      .selectAll()
      .where("brand_id", "=", brandId)
      .orderBy("id")
      .execute(),
  );
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

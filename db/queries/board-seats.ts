import { sql } from "kysely";
import type { Reader } from "../connect";

/** Who sits on a brand's board, and for whom: null for the brand's own seat. By name. */
export async function boardSeats(
  reader: Reader,
  brandId: string,
): Promise<{ readonly organisationId: string | null; readonly name: string }[]> {
  const rows = await reader
    .selectFrom("memberships")
    .innerJoin("accounts", "accounts.id", "memberships.account_id")
    .select(["memberships.organisation_id", "accounts.name"])
    .where("memberships.brand_id", "=", brandId)
    // As SQL's own text: SQLite uses an index of the board's rows for a query that says so, not for a bound value.
    .where("memberships.role", "=", sql.lit("board"))
    .orderBy("accounts.name")
    .execute();
  return rows.map(({ organisation_id, name }) => ({ organisationId: organisation_id, name }));
}

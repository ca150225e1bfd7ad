import { sql } from "kysely";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/**
 * The large tables of a brand, each with what its rows are gone through by, in the order in which they can go: what hangs
 * from a row goes with it. The rest, and the audit trail that nothing else can remove, goes with the brand's own row.
 */
export const REMOVED_FIRST: readonly { readonly table: keyof Tables; readonly by: string }[] = [
  { table: "requests", by: "id" },
  { table: "slots", by: "offer_id" },
  { table: "drafts", by: "id" },
  { table: "commands", by: "key" },
  { table: "offers", by: "id" },
  { table: "locations", by: "id" },
  { table: "partnerships", by: "id" },
  { table: "organisations", by: "id" },
  { table: "past_weeks", by: "starts_on" },
];

/** Removes the next rows of a brand from one table, about `limit` of them. True when there are more. */
export async function removeRows(
  tx: Tx,
  brandId: string,
  { table, by }: (typeof REMOVED_FIRST)[number],
  limit: number,
): Promise<boolean> {
  const key = sql.ref(by);
  const { rows } = await sql<{ last: string | null; many: number }>`
    select max(first.k) as last, count(*) as many from (
      select ${key} as k from ${sql.table(table)} where brand_id = ${brandId}
      order by ${key} limit ${limit}) as first`.execute(tx);
  const [{ last, many } = { last: null, many: 0 }] = rows;
  if (last === null) return false;
  await sql`delete from ${sql.table(table)} where brand_id = ${brandId} and ${key} <= ${last}`.execute(tx);
  return Number(many) === limit;
}

/** Removes a brand's row, and with it everything that is the brand's: its audit trail too. */
export async function removeBrandRow(tx: Tx, brandId: string): Promise<void> {
  await tx.deleteFrom("imports").where("brand_id", "=", brandId).execute();
  await tx.deleteFrom("brands").where("id", "=", brandId).execute();
}

/** The brands, whole or not, that refer to the past of another one. */
export async function brandsWithHistoryOf(reader: Reader, brandId: string): Promise<string[]> {
  const rows = await reader.selectFrom("brands").select(["id", "body"]).orderBy("id").execute();
  return rows
    .filter(({ body }) => (JSON.parse(body) as { historyOf?: string }).historyOf === brandId)
    .map(({ id }) => id);
}

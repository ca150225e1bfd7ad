import type { Reader } from "../connect";

/** That something happened to a request: whose brand it is in, and every organisation that was ever asked. */
export interface Change {
  readonly seq: number;
  readonly brandId: string;
  readonly requestId: string;
}

/** The newest event's number, over all brands; 0 when there is none. */
export async function newestChange(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom("events")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

/** What happened after an event's number, oldest first, at most `limit`. */
export async function changesAfter(reader: Reader, seq: number, limit: number): Promise<Change[]> {
  const rows = await reader
    .selectFrom("events")
    .select(["seq", "brand_id", "request_id"])
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ seq: Number(row.seq), brandId: row.brand_id, requestId: row.request_id }));
}

/** The organisations that have, or had, a fulfilment of any of these requests of one brand. */
export async function organisationsAskedFor(
  reader: Reader,
  brandId: string,
  requestIds: readonly string[],
): Promise<string[]> {
  if (requestIds.length === 0) return [];
  const rows = await reader
    .selectFrom("fulfilments")
    .select("organisation_id")
    .distinct()
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .execute();
  return rows.map((row) => row.organisation_id);
}

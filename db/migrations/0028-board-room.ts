import type { Kysely } from "kysely";

/**
 * The board's flow goes through requests by when they were made, a week at a time; without an index it went through all of
 * them for each week. A person's own are found in their order from an index of theirs alone, so that SQLite does not take
 * the new one for it. And the partners of one front door are found in others by their ODS codes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("requests_by_time")
    .on("requests")
    .columns(["brand_id", "submitted_at", "id"])
    .execute();
  await db.schema.dropIndex("requests_by_account").execute();
  await db.schema
    .createIndex("requests_by_account")
    .on("requests")
    .columns(["brand_id", "account_id", "submitted_at", "id"])
    .execute();
  await db.schema
    .createIndex("organisations_by_ods_code")
    .on("organisations")
    .columns(["ods_code", "brand_id"])
    .execute();
}

import type { Kysely } from "kysely";

/**
 * What has expired is looked for in all brands at once. With the brand in front, SQLite took this index for a visitor's
 * own drafts too, and read every open draft of the brand for each page. The clock's look for commands that may be
 * forgotten had no index at all.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex("drafts_expiring").execute();
  await db.schema.createIndex("drafts_expiring").on("drafts").columns(["expires_at"]).execute();
  await db.schema.createIndex("commands_by_time").on("commands").columns(["brand_id", "at"]).execute();
}

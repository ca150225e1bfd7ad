import { type Kysely, sql } from "kysely";

/** A message is about one event, and nobody is told of one event twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("messages").addColumn("event_seq", "bigint").execute();
  await db.schema
    .createIndex("messages_once_an_event")
    .on("messages")
    .unique()
    .columns(["brand_id", "event_seq", "recipient"])
    .where(sql<string>`event_seq`, "is not", sql`null`)
    .execute();
}

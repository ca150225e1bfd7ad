import { type Kysely, sql } from "kysely";

/**
 * Messages that leave: each way that one was sent by, what it said there and what came of it; and which did not arrive,
 * until the front desk has told the person. What was kept in the app before stays as it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("messages").addColumn("failed_at", "text").execute();
  await db.schema.alterTable("messages").addColumn("told_at", "text").execute();
  await db.schema
    .createIndex("messages_not_arrived")
    .on("messages")
    .columns(["brand_id", "failed_at"])
    .where(sql<boolean>`failed_at is not null and told_at is null`)
    .execute();
  await db.schema
    .createTable("deliveries")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("message_id", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("provider_id", "text")
    .addColumn("why", "text")
    .addColumn("first_at", "text", (column) => column.notNull())
    .addColumn("last_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("deliveries_key", ["brand_id", "message_id", "channel"])
    .addForeignKeyConstraint(
      "deliveries_message",
      ["brand_id", "message_id"],
      "messages",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
}

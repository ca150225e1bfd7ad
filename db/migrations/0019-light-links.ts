import { type Kysely, sql } from "kysely";

/**
 * One-time links to partners without a system. The code of a link is worked out from its id and the installation's
 * secret when its message leaves; what is kept is its hash. And the messages to partners that left, by partner.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("light_links")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("code_hash", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("fulfilment_id", "text", (column) => column.notNull())
    .addColumn("asks", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("sent_to", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("opened_at", "text")
    .addColumn("used_at", "text")
    .addColumn("used_for", "text")
    .addPrimaryKeyConstraint("light_links_key", ["brand_id", "id"])
    .addUniqueConstraint("light_links_code", ["brand_id", "code_hash"])
    .addForeignKeyConstraint(
      "light_links_message",
      ["brand_id", "id"],
      "messages",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("messages_to_partners_sent")
    .on("messages")
    .columns(["brand_id", "recipient", "created_at"])
    .where(sql<boolean>`channel <> 'app' and recipient <> 'patient'`)
    .execute();
}

import { type Kysely, sql } from "kysely";
import { appendOnly, countedKey } from "../connect";

/** What was commanded under a key, so that it is done once; and who did or saw what, in a chain that shows a change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("commands")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("request_id", "text")
    .addColumn("answer", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("commands_key", ["brand_id", "key"])
    .execute();
  await db.schema
    .createIndex("commands_by_request")
    .on("commands")
    .columns(["brand_id", "request_id"])
    .execute();

  await db.schema
    .createTable("audit")
    .addColumn("seq", countedKey(db))
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("position", "integer")
    .addColumn("hash", "text")
    .addUniqueConstraint("audit_in_order", ["brand_id", "position"])
    .addCheckConstraint("audit_sealed_whole", sql`(position is null) = (hash is null)`)
    .execute();
  await db.schema
    .createIndex("audit_to_seal")
    .on("audit")
    .columns(["brand_id", "seq"])
    .where(sql<string>`position`, "is", sql`null`)
    .execute();
  await db.schema.createIndex("audit_by_subject").on("audit").columns(["brand_id", "subject"]).execute();
  await appendOnly(db, "audit", "hash");
}

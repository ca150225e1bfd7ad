import { type Kysely, sql } from "kysely";

/** Who at the front desk has which piece of its work, and until when. What has lapsed is nobody's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("desk_takes")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("kind", "text", (column) => column.notNull().check(sql`kind in ('part', 'stop', 'message')`))
    .addColumn("item_id", "text", (column) => column.notNull())
    .addColumn("account_id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("since", "text", (column) => column.notNull())
    .addColumn("until", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("desk_takes_key", ["brand_id", "kind", "item_id"])
    .execute();
  await db.schema.createIndex("desk_takes_until").on("desk_takes").columns(["brand_id", "until"]).execute();
}

import { type Kysely, sql } from "kysely";

/** Who wants to hear of an earlier time, and the times that were offered to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("earlier_wishes")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("fulfilment_id", "text", (column) => column.notNull())
    .addColumn("offer_id", "text", (column) => column.notNull())
    .addColumn("since", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("earlier_wishes_key", ["brand_id", "fulfilment_id"])
    .addForeignKeyConstraint(
      "earlier_wishes_fulfilment",
      ["brand_id", "fulfilment_id"],
      "fulfilments",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("earlier_wishes_of_offer")
    .on("earlier_wishes")
    .columns(["brand_id", "offer_id", "since"])
    .execute();

  await db.schema
    .createTable("earlier_offers")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("slot_id", "text", (column) => column.notNull())
    .addColumn("fulfilment_id", "text", (column) => column.notNull())
    .addColumn("offered_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("answer", "text", (column) =>
      column.notNull().check(sql`answer in ('open', 'taken', 'declined', 'gone', 'lapsed')`),
    )
    .addPrimaryKeyConstraint("earlier_offers_key", ["brand_id", "slot_id", "fulfilment_id"])
    .addForeignKeyConstraint(
      "earlier_offers_slot",
      ["brand_id", "slot_id"],
      "slots",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .addForeignKeyConstraint(
      "earlier_offers_fulfilment",
      ["brand_id", "fulfilment_id"],
      "fulfilments",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("earlier_offers_of_fulfilment")
    .on("earlier_offers")
    .columns(["brand_id", "fulfilment_id", "answer"])
    .execute();
  await db.schema
    .createIndex("earlier_offers_open")
    .on("earlier_offers")
    .columns(["brand_id", "expires_at"])
    .where(sql<string>`answer`, "=", sql.lit("open"))
    .execute();
}

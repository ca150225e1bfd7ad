import { type Kysely, sql } from "kysely";

/**
 * Who at the front desk has which piece of its work, and until when: what has lapsed is nobody's. And pairs of requests
 * that look like one asked twice and that somebody said are not, with requests found by the day of birth.
 */
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

  await db.schema
    .createTable("not_asked_twice")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("one_id", "text", (column) => column.notNull())
    .addColumn("other_id", "text", (column) => column.notNull())
    .addColumn("said_by", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("not_asked_twice_key", ["brand_id", "one_id", "other_id"])
    // A pair has one order, so that it is written once.
    .addCheckConstraint("not_asked_twice_in_order", sql`one_id < other_id`)
    .addForeignKeyConstraint(
      "not_asked_twice_one",
      ["brand_id", "one_id"],
      "requests",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .addForeignKeyConstraint(
      "not_asked_twice_other",
      ["brand_id", "other_id"],
      "requests",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("not_asked_twice_other")
    .on("not_asked_twice")
    .columns(["brand_id", "other_id"])
    .execute();
  await db.schema
    .createIndex("requests_by_birth")
    .on("requests")
    .columns(["brand_id", "person_born_on", "submitted_at"])
    .execute();
}

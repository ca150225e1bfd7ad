import { type Kysely, sql } from "kysely";

/** What people said of care that is over; and a way to find who told of an emergency while they waited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("feedback")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("part_id", "text", (column) => column.notNull())
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text")
    .addColumn("score", "text", (column) =>
      column
        .notNull()
        .check(sql`score in ('very-good', 'good', 'neither', 'poor', 'very-poor', 'do-not-know')`),
    )
    .addColumn("why", "text", (column) => column.notNull())
    .addColumn("named", "integer", (column) => column.notNull().check(sql`named in (0, 1)`))
    .addColumn("at", "text", (column) => column.notNull())
    // Once a part.
    .addPrimaryKeyConstraint("feedback_key", ["brand_id", "part_id"])
    .addForeignKeyConstraint("feedback_part", ["brand_id", "part_id"], "parts", ["brand_id", "id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("feedback_of_organisation")
    .on("feedback")
    .columns(["brand_id", "organisation_id", "at"])
    .execute();
  await db.schema
    .createIndex("events_red_flags")
    .on("events")
    .columns(["brand_id", "at"])
    .where(sql<string>`type`, "=", sql.lit("red-flag-told"))
    .execute();
}

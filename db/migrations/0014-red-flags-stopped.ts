import { type Kysely, sql } from "kysely";

/** How people are found again, and journeys that a sign of an emergency stopped: seen by the front desk, and closed with what was done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("red_flag_stops")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("draft_id", "text", (column) => column.notNull())
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("step", "text", (column) => column.notNull())
    .addColumn("leads_to", "text", (column) =>
      column.notNull().check(sql`leads_to in ('999', '111', 'crisis')`),
    )
    .addColumn("raised", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("person", "text")
    .addColumn("due_at", "text")
    .addColumn("reference", "text")
    .addColumn("closed_at", "text")
    .addColumn("closed_by", "text")
    .addColumn("outcome", "text")
    .addPrimaryKeyConstraint("red_flag_stops_key", ["brand_id", "id"])
    // Whoever can be reached is reached by a moment; what is closed says what was done.
    .addCheckConstraint("red_flag_stops_are_due", sql`(person is null) = (due_at is null)`)
    .addCheckConstraint(
      "red_flag_stops_closed_whole",
      sql`(closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null)`,
    )
    .execute();
  await db.schema
    .createIndex("red_flag_stops_by_draft")
    .on("red_flag_stops")
    .columns(["brand_id", "draft_id"])
    .execute();
  await db.schema
    .createIndex("red_flag_stops_due")
    .on("red_flag_stops")
    .columns(["brand_id", "due_at"])
    .where(sql<string>`closed_at`, "is", sql`null`)
    .execute();
  await db.schema
    .createIndex("red_flag_stops_by_time")
    .on("red_flag_stops")
    .columns(["brand_id", "at"])
    .execute();
  // A person is matched by their date of birth first, and a signed-in person's drafts are found from any browser.
  await db.schema.createIndex("people_by_birth").on("people").columns(["brand_id", "born_on"]).execute();
  await db.schema
    .createIndex("drafts_by_account")
    .on("drafts")
    .columns(["brand_id", "account_id", "service_id"])
    .execute();
}

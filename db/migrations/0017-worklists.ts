import { type Kysely, sql } from "kysely";
import { textInJson } from "../connect";

/** A worklist can be told by the time that was given; and the lists that somebody at work keeps under a name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("fulfilments").addColumn("appointment_at", "text").execute();
  await sql`update fulfilments set appointment_at = ${textInJson(db, "body", ["appointment", "startsAt"])}`.execute(
    db,
  );
  await db.schema
    .createTable("saved_views")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("account_id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("query", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("saved_views_key", ["brand_id", "account_id", "organisation_id", "name"])
    .execute();
}

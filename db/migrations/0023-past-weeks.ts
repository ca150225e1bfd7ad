import type { Kysely } from "kysely";

/** A brand's past by weeks: many requests in few rows, for they are written once and read whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("past_weeks")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("starts_on", "text", (column) => column.notNull())
    .addColumn("parts", "integer", (column) => column.notNull())
    .addColumn("made_from", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("past_weeks_key", ["brand_id", "starts_on"])
    .execute();
}

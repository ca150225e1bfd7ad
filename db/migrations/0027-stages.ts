import type { Kysely } from "kysely";

/**
 * The worlds that a town's board plays stories in: each is a brand of its own, a copy of the town. A world is wanted,
 * being made, ready for whoever comes next, open on somebody's stage, or over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("stage_worlds")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("town_version", "integer", (column) => column.notNull())
    .addColumn("stage_id", "text")
    .addColumn("account_id", "text")
    .addColumn("story", "text")
    .addColumn("step", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("skipped", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("used_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("stage_worlds_key", ["brand_id", "id"])
    .execute();
  await db.schema.createIndex("stage_worlds_by_world").on("stage_worlds").column("id").unique().execute();
  // A stage stands in one world at a time.
  await db.schema
    .createIndex("stage_worlds_open")
    .on("stage_worlds")
    .columns(["brand_id", "stage_id"])
    .unique()
    .execute();
}

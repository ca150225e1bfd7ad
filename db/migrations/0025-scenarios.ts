import type { Kysely } from "kysely";

/** What a board tries before it is done: the changes, and what they last came to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("scenarios")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("changes", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("made_by", "text", (column) => column.notNull())
    .addColumn("made_at", "text", (column) => column.notNull())
    .addColumn("changed_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("scenarios_key", ["brand_id", "id"])
    .execute();
  await db.schema
    .createTable("scenario_runs")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("scenario_id", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("of_version", "integer", (column) => column.notNull())
    .addColumn("asked_at", "text", (column) => column.notNull())
    .addColumn("seen_at", "text", (column) => column.notNull())
    .addColumn("progress", "text", (column) => column.notNull())
    .addColumn("result", "text")
    .addPrimaryKeyConstraint("scenario_runs_key", ["brand_id", "scenario_id"])
    .addForeignKeyConstraint(
      "scenario_runs_of_scenario",
      ["brand_id", "scenario_id"],
      "scenarios",
      ["brand_id", "id"],
      (constraint) => constraint.onDelete("cascade"),
    )
    .execute();
}

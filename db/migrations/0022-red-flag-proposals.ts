import type { Kysely } from "kysely";

/** Signs of danger that one person proposes for a service, until a second one publishes them: one proposal a service. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("red_flag_proposals")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("base_version", "integer", (column) => column.notNull())
    .addColumn("proposed_by", "text", (column) => column.notNull())
    .addColumn("proposed_at", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("red_flag_proposals_key", ["brand_id", "service_id"])
    .addForeignKeyConstraint(
      "red_flag_proposals_service",
      ["brand_id", "service_id"],
      "services",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
}

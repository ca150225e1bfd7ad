import type { Kysely } from "kysely";

/** What the members of a brand decide together: what is proposed, what is said of it, and how each votes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("proposals")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("proposed_at", "text", (column) => column.notNull())
    .addColumn("opens_at", "text", (column) => column.notNull())
    .addColumn("closes_at", "text", (column) => column.notNull())
    .addColumn("applies_on", "text")
    .addColumn("due_at", "text")
    .addColumn("scenario_id", "text")
    .addColumn("proposed_by", "text", (column) => column.notNull())
    .addColumn("why", "text", (column) => column.notNull())
    .addColumn("matter", "text", (column) => column.notNull())
    .addColumn("constitution", "text", (column) => column.notNull())
    .addColumn("decided", "text")
    .addColumn("outcome", "text")
    .addPrimaryKeyConstraint("proposals_key", ["brand_id", "id"])
    .execute();
  await db.schema
    .createIndex("proposals_due")
    .on("proposals")
    .columns(["brand_id", "due_at"])
    .where("due_at", "is not", null)
    .execute();
  for (const table of ["proposal_votes", "proposal_remarks"] as const) {
    const isVotes = table === "proposal_votes";
    const keyed = db.schema
      .createTable(table)
      .addColumn("brand_id", "text", (column) => column.notNull())
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("nth", "integer", (column) => column.notNull())
      .addColumn("said_by", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull());
    const made = isVotes
      ? keyed
          .addColumn("organisation_id", "text", (column) => column.notNull())
          .addColumn("choice", "text", (column) => column.notNull())
          .addPrimaryKeyConstraint("proposal_votes_key", [
            "brand_id",
            "proposal_id",
            "organisation_id",
            "nth",
          ])
      : keyed.addPrimaryKeyConstraint("proposal_remarks_key", ["brand_id", "proposal_id", "nth"]);
    await made
      .addForeignKeyConstraint(
        `${table}_proposal`,
        ["brand_id", "proposal_id"],
        "proposals",
        ["brand_id", "id"],
        (key) => key.onDelete("cascade"),
      )
      .execute();
  }
}

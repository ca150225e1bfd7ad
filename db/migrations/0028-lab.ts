import type { Kysely } from "kysely";
import { countedKey } from "../connect";

/**
 * The usability lab: studies and their versions, who takes part, the worlds that they do it in, and everything that is
 * recorded of them. All that is a participant's goes with their row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("studies")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("edition", "integer", (column) => column.notNull())
    .addColumn("draft", "text", (column) => column.notNull())
    .addColumn("made_by", "text", (column) => column.notNull())
    .addColumn("made_at", "text", (column) => column.notNull())
    .addColumn("changed_at", "text", (column) => column.notNull())
    .addColumn("deleted", "integer", (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("studies_key", ["brand_id", "id"])
    .execute();

  await db.schema
    .createTable("study_versions")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("study_id", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("opened_at", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("study_versions_key", ["brand_id", "study_id", "version"])
    .addForeignKeyConstraint(
      "study_versions_study",
      ["brand_id", "study_id"],
      "studies",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();

  await db.schema
    .createTable("participants")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("study_id", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("place", "integer", (column) => column.notNull())
    .addColumn("variant", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("link_hash", "text", (column) => column.notNull().unique())
    .addColumn("withdraw_hash", "text", (column) => column.unique())
    .addColumn("holder_hash", "text", (column) => column.unique())
    .addColumn("made_at", "text", (column) => column.notNull())
    .addColumn("delete_after", "text")
    .addPrimaryKeyConstraint("participants_key", ["brand_id", "id"])
    .addUniqueConstraint("participants_place", ["brand_id", "study_id", "place"])
    .addForeignKeyConstraint(
      "participants_version",
      ["brand_id", "study_id", "version"],
      "study_versions",
      ["brand_id", "study_id", "version"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("participants_to_delete")
    .on("participants")
    .column("delete_after")
    .where("delete_after", "is not", null)
    .execute();

  await db.schema
    .createIndex("participants_to_come")
    .on("participants")
    .columns(["state", "made_at"])
    .execute();

  await db.schema
    .createTable("lab_worlds")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("participant_id", "text")
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("stands_at", "text")
    .addColumn("used_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lab_worlds_key", ["brand_id", "id"])
    .execute();
  await db.schema
    .createIndex("lab_worlds_of_participant")
    .on("lab_worlds")
    .columns(["brand_id", "participant_id"])
    .execute();

  await db.schema
    .createTable("lab_events")
    .addColumn("seq", countedKey(db))
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("participant_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addUniqueConstraint("lab_events_once", ["brand_id", "participant_id", "id"])
    .addForeignKeyConstraint(
      "lab_events_participant",
      ["brand_id", "participant_id"],
      "participants",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("lab_events_in_order")
    .on("lab_events")
    .columns(["brand_id", "participant_id", "seq"])
    .execute();

  await db.schema
    .createTable("lab_snapshots")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("participant_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lab_snapshots_key", ["brand_id", "participant_id", "id"])
    .addForeignKeyConstraint(
      "lab_snapshots_participant",
      ["brand_id", "participant_id"],
      "participants",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();

  await db.schema
    .createTable("lab_problems")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("study_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("severity", "integer", (column) => column.notNull())
    .addColumn("made_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lab_problems_key", ["brand_id", "study_id", "id"])
    .addForeignKeyConstraint(
      "lab_problems_study",
      ["brand_id", "study_id"],
      "studies",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();

  await db.schema
    .createTable("lab_problem_moments")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("study_id", "text", (column) => column.notNull())
    .addColumn("problem_id", "text", (column) => column.notNull())
    .addColumn("participant_id", "text", (column) => column.notNull())
    .addColumn("event_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lab_problem_moments_key", [
      "brand_id",
      "study_id",
      "problem_id",
      "participant_id",
      "event_id",
    ])
    .addForeignKeyConstraint(
      "lab_problem_moments_problem",
      ["brand_id", "study_id", "problem_id"],
      "lab_problems",
      ["brand_id", "study_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .addForeignKeyConstraint(
      "lab_problem_moments_participant",
      ["brand_id", "participant_id"],
      "participants",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
}

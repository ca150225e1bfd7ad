import type { Kysely } from "kysely";
import { bytesColumn } from "../connect";

/** Pictures of the pages that marked moments of a session point to; those that are still to be made are found by `try_at`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("lab_pictures")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("participant_id", "text", (column) => column.notNull())
    .addColumn("event_id", "text", (column) => column.notNull())
    .addColumn("try_at", "text")
    .addColumn("tries", "integer", (column) => column.notNull())
    .addColumn("why_not", "text")
    .addColumn("page_id", "text")
    .addColumn("width", "integer")
    .addColumn("width_told", "integer")
    .addColumn("height", "integer")
    .addColumn("whole_height", "integer")
    .addColumn("png", bytesColumn(db))
    .addPrimaryKeyConstraint("lab_pictures_key", ["brand_id", "participant_id", "event_id"])
    .addForeignKeyConstraint(
      "lab_pictures_participant",
      ["brand_id", "participant_id"],
      "participants",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("lab_pictures_due")
    .on("lab_pictures")
    .column("try_at")
    .where("try_at", "is not", null)
    .execute();
}

import { type Kysely, sql } from "kysely";

/**
 * Whose moments a problem was named from: its name may hold their words, and goes with any of them. Of those that there are
 * already nobody knows, so it is everybody who shows them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("lab_problem_words")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("study_id", "text", (column) => column.notNull())
    .addColumn("problem_id", "text", (column) => column.notNull())
    .addColumn("participant_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lab_problem_words_key", [
      "brand_id",
      "study_id",
      "problem_id",
      "participant_id",
    ])
    .addForeignKeyConstraint(
      "lab_problem_words_problem",
      ["brand_id", "study_id", "problem_id"],
      "lab_problems",
      ["brand_id", "study_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .addForeignKeyConstraint(
      "lab_problem_words_participant",
      ["brand_id", "participant_id"],
      "participants",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await sql`
    insert into lab_problem_words (brand_id, study_id, problem_id, participant_id)
    select distinct brand_id, study_id, problem_id, participant_id from lab_problem_moments`.execute(db);
}

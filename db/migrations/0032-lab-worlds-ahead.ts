import type { Kysely } from "kysely";

/**
 * The clock finds worlds of labs by what is to be done with them. Who was asked and has none is looked for study by study, by
 * place, so nothing needs an index over all studies. The lab's first page counts who is how far, and lists who takes part now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex("lab_worlds_by_state").on("lab_worlds").columns(["state", "used_at"]).execute();
  await db.schema.dropIndex("participants_to_come").execute();
  await db.schema
    .createIndex("participants_counted")
    .on("participants")
    .columns(["brand_id", "study_id", "state"])
    .execute();
  await db.schema
    .createIndex("participants_by_state")
    .on("participants")
    .columns(["brand_id", "state", "made_at", "place"])
    .execute();
}

import type { Kysely } from "kysely";

/**
 * A brand that is being made from another one, or taken away, is not to be found by anybody: it names who is at it, and
 * until when nobody else may be.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("brands").addColumn("made_by", "text").execute();
  await db.schema.alterTable("brands").addColumn("made_until", "text").execute();
}

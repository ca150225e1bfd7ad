import { type Kysely, sql } from "kysely";

/**
 * A brand that is being made from another one, or taken away, is not to be found by anybody: it names who is at it, and
 * until when nobody else may be. And who sits on a board is found without everybody else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("brands").addColumn("made_by", "text").execute();
  await db.schema.alterTable("brands").addColumn("made_until", "text").execute();
  await db.schema
    .createIndex("memberships_on_board")
    .on("memberships")
    .columns(["brand_id", "organisation_id"])
    .where(sql<string>`role`, "=", sql.lit("board"))
    .execute();
}

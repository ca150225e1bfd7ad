import { type Kysely, sql } from "kysely";

/**
 * Times that a partner has blocked, with why: a hold of its own, without which nothing is blocked. And the times of an
 * offer that were given outside its slots, found by when they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("slots")
    .addColumn("blocked_why", "text", (column) =>
      column.check(sql`blocked_why is null or held_by is not null`),
    )
    .execute();
  await db.schema
    .createIndex("fulfilments_by_time")
    .on("fulfilments")
    .columns(["brand_id", "offer_id", "appointment_at"])
    .execute();
}

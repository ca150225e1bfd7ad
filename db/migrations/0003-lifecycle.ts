import { type Kysely, sql } from "kysely";

/** What the whole life of a part needs: an order among parts, priorities, promises that are watched and kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("parts")
    .addColumn("waiting", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("parts")
    .addColumn("priority", "text", (column) => column.notNull().defaultTo("routine"))
    .execute();
  await db.schema.alterTable("parts").addColumn("promise_due_at", "text").execute();
  await db.schema
    .alterTable("parts")
    .addColumn("body", "text", (column) => column.notNull().defaultTo("{}"))
    .execute();
  await sql`update parts set priority = (select priority from requests
    where requests.brand_id = parts.brand_id and requests.id = parts.request_id)`.execute(db);
  await db.schema
    .createIndex("parts_promised")
    .on("parts")
    .columns(["brand_id", "promise_due_at"])
    .where(sql<string>`promise_due_at`, "is not", sql`null`)
    .execute();
  await db.schema.alterTable("fulfilments").addColumn("kept", "integer").execute();
  await db.schema
    .createIndex("fulfilments_requested")
    .on("fulfilments")
    .columns(["brand_id", "requested_at"])
    .execute();
  await db.schema
    .createIndex("fulfilments_settled")
    .on("fulfilments")
    .columns(["brand_id", "organisation_id", "kept"])
    .where(sql<string>`kept`, "is not", sql`null`)
    .execute();
}

import type { Kysely } from "kysely";

/** That something was deleted whose traces are still to be wiped from the database's files. It says of nobody what it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("traces_left")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("tried_at", "text", (column) => column.notNull())
    .execute();
}

import { type Kysely, sql } from "kysely";

/**
 * Roles that say what somebody may do, one for each of their organisations, and invitations to have one. Whoever was at
 * an organisation before could answer its work, and still can.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    delete from memberships where organisation_id is not null and exists (
      select 1 from memberships as other
      where other.brand_id = memberships.brand_id and other.account_id = memberships.account_id
        and other.organisation_id = memberships.organisation_id and other.role < memberships.role
    )`.execute(db);
  await sql`
    update memberships set role = 'booker'
    where organisation_id is not null and role not in ('reader', 'booker', 'manager')`.execute(db);
  await db.schema
    .createIndex("memberships_of_organisation")
    .on("memberships")
    .unique()
    .columns(["brand_id", "organisation_id", "account_id"])
    .where(sql<string>`organisation_id`, "is not", sql`null`)
    .execute();
  await db.schema.createIndex("memberships_of_account").on("memberships").column("account_id").execute();

  await db.schema
    .createTable("invitations")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) =>
      column.notNull().check(sql`role in ('reader', 'booker', 'manager')`),
    )
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("code_hash", "text", (column) => column.notNull().unique())
    .addColumn("invited_by", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addColumn("used_at", "text")
    .addColumn("used_by", "text")
    .addColumn("withdrawn_at", "text")
    .addPrimaryKeyConstraint("invitations_key", ["brand_id", "id"])
    .addForeignKeyConstraint(
      "invitations_organisation",
      ["brand_id", "organisation_id"],
      "organisations",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .addCheckConstraint("invitations_used_whole", sql`(used_at is null) = (used_by is null)`)
    .addCheckConstraint("invitations_end_once", sql`used_at is null or withdrawn_at is null`)
    .execute();
  await db.schema
    .createIndex("invitations_open")
    .on("invitations")
    .columns(["brand_id", "organisation_id", "expires_at"])
    .where(sql<boolean>`used_at is null and withdrawn_at is null`)
    .execute();
}

import { type Kysely, sql } from "kysely";

/** Who is who and what is offered: all but the care requests themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("postcodes")
    .addColumn("postcode", "text", (column) => column.primaryKey())
    .addColumn("lat", "double precision", (column) => column.notNull())
    .addColumn("lon", "double precision", (column) => column.notNull())
    .addColumn("district", "text")
    .execute();

  await db.schema
    .createTable("bank_holidays")
    .addColumn("day", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("accounts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("issuer", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("email", "text")
    .addColumn("claims", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addUniqueConstraint("accounts_of_issuer", ["issuer", "subject"])
    .execute();

  await db.schema
    .createTable("rate_limits")
    .addColumn("key", "varchar(255)", (column) => column.primaryKey())
    .addColumn("points", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("expire", "bigint")
    .execute();

  await db.schema
    .createTable("brands")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("is_default", "integer", (column) => column.notNull().check(sql`is_default in (0, 1)`))
    .addColumn("host", "text", (column) => column.unique())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("clock_offset_ms", "bigint", (column) => column.notNull().defaultTo(0))
    .addColumn("directory_version", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("created_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("one_default_brand")
    .on("brands")
    .column("is_default")
    .unique()
    .where("is_default", "=", sql.lit(1))
    .execute();

  await db.schema
    .createTable("sessions")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("audience", "text", (column) => column.notNull())
    .addColumn("account_id", "text", (column) => column.references("accounts.id"))
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("sessions_key", ["brand_id", "id"])
    .execute();
  await db.schema.createIndex("sessions_expiring").on("sessions").column("expires_at").execute();

  await db.schema
    .createTable("organisations")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("ods_code", "text")
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull().check(sql`status in ('active', 'closed')`))
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("organisations_key", ["brand_id", "id"])
    .addUniqueConstraint("organisations_ods_code", ["brand_id", "ods_code"])
    .execute();

  await db.schema
    .createTable("partnerships")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("starts_on", "text", (column) => column.notNull())
    .addColumn("ends_on", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("partnerships_key", ["brand_id", "id"])
    .addForeignKeyConstraint(
      "partnerships_organisation",
      ["brand_id", "organisation_id"],
      "organisations",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("partnerships_by_organisation")
    .on("partnerships")
    .columns(["brand_id", "organisation_id"])
    .execute();

  await db.schema
    .createTable("locations")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("postcode", "text", (column) => column.notNull())
    .addColumn("lat", "double precision", (column) => column.notNull())
    .addColumn("lon", "double precision", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("locations_key", ["brand_id", "id"])
    .addForeignKeyConstraint(
      "locations_organisation",
      ["brand_id", "organisation_id"],
      "organisations",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("locations_by_organisation")
    .on("locations")
    .columns(["brand_id", "organisation_id"])
    .execute();

  await db.schema
    .createTable("services")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull().check(sql`status in ('open', 'closed')`))
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("services_key", ["brand_id", "id"])
    .execute();

  await db.schema
    .createTable("offers")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("location_id", "text")
    .addColumn("status", "text", (column) => column.notNull().check(sql`status in ('open', 'closed')`))
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("offers_key", ["brand_id", "id"])
    .addForeignKeyConstraint(
      "offers_service",
      ["brand_id", "service_id"],
      "services",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .addForeignKeyConstraint(
      "offers_organisation",
      ["brand_id", "organisation_id"],
      "organisations",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .addForeignKeyConstraint(
      "offers_location",
      ["brand_id", "location_id"],
      "locations",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  for (const parent of ["service_id", "organisation_id", "location_id"])
    await db.schema
      .createIndex(`offers_by_${parent.slice(0, -"_id".length)}`)
      .on("offers")
      .columns(["brand_id", parent])
      .execute();

  await db.schema
    .createTable("offer_states")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("offer_id", "text", (column) => column.notNull())
    .addColumn("capacity", "text", (column) =>
      column.check(sql`capacity in ('capacity', 'waitlist', 'no-capacity')`),
    )
    .addColumn("capacity_confirmed_at", "text")
    .addColumn("next_free_at", "text")
    .addPrimaryKeyConstraint("offer_states_key", ["brand_id", "offer_id"])
    .addForeignKeyConstraint(
      "offer_states_offer",
      ["brand_id", "offer_id"],
      "offers",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();

  await db.schema
    .createTable("memberships")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("account_id", "text", (column) =>
      column.notNull().references("accounts.id").onDelete("cascade"),
    )
    .addColumn("organisation_id", "text")
    .addColumn("role", "text", (column) => column.notNull())
    .addForeignKeyConstraint(
      "memberships_organisation",
      ["brand_id", "organisation_id"],
      "organisations",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("memberships_once")
    .on("memberships")
    .unique()
    .columns(["brand_id", "account_id", "role"])
    .expression(sql`coalesce(organisation_id, '')`)
    .execute();

  await db.schema
    .createTable("people")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("account_id", "text", (column) => column.references("accounts.id"))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("born_on", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("people_key", ["brand_id", "id"])
    .addUniqueConstraint("people_account", ["brand_id", "account_id"])
    .execute();

  await db.schema
    .createTable("imports")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("file", "text", (column) => column.notNull())
    .addColumn("edition", "text", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("report", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("imports_key", ["brand_id", "file", "edition"])
    .execute();
}

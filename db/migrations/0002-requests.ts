import { type Kysely, sql } from "kysely";
import { countedKey } from "../connect";

/** Care requests, from a draft to the events of their fulfilments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("drafts")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("visitor", "text", (column) => column.notNull())
    .addColumn("account_id", "text", (column) => column.references("accounts.id"))
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("answers", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("reference", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("drafts_key", ["brand_id", "id"])
    .execute();
  await db.schema
    .createIndex("drafts_by_visitor")
    .on("drafts")
    .columns(["brand_id", "visitor", "service_id"])
    .execute();
  await db.schema.createIndex("drafts_expiring").on("drafts").columns(["brand_id", "expires_at"]).execute();

  await db.schema
    .createTable("requests")
    .addColumn("brand_id", "text", (column) => column.notNull().references("brands.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("reference", "text", (column) => column.notNull())
    .addColumn("draft_id", "text", (column) => column.notNull())
    .addColumn("account_id", "text", (column) => column.references("accounts.id"))
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("priority", "text", (column) =>
      column.notNull().check(sql`priority in ('routine', 'urgent', 'asap')`),
    )
    .addColumn("person_name", "text", (column) => column.notNull())
    .addColumn("person_born_on", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("consent_to_pass_on", "integer", (column) =>
      column.notNull().check(sql`consent_to_pass_on in (0, 1)`),
    )
    .addColumn("submitted_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("requests_key", ["brand_id", "id"])
    .addUniqueConstraint("requests_reference", ["brand_id", "reference"])
    .addUniqueConstraint("requests_draft", ["brand_id", "draft_id"])
    .execute();
  await db.schema
    .createIndex("requests_by_account")
    .on("requests")
    .columns(["brand_id", "account_id", "submitted_at"])
    .execute();

  await db.schema
    .createTable("parts")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("service_id", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(sql`status in ('open', 'complete', 'closed')`),
    )
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("owner_kind", "text", (column) =>
      column.notNull().check(sql`owner_kind in ('partner', 'patient', 'desk', 'manager')`),
    )
    .addColumn("owner_organisation_id", "text")
    .addColumn("due_at", "text")
    .addColumn("promise_by", "text", (column) => column.notNull())
    .addColumn("promise", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("parts_key", ["brand_id", "id"])
    .addForeignKeyConstraint(
      "parts_request",
      ["brand_id", "request_id"],
      "requests",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    // Nothing open is without a deadline, and a partner's work names the partner.
    .addCheckConstraint("parts_open_are_due", sql`status <> 'open' or due_at is not null`)
    .addCheckConstraint(
      "parts_partner_is_named",
      sql`owner_kind <> 'partner' or owner_organisation_id is not null`,
    )
    .execute();
  await db.schema
    .createIndex("parts_by_request")
    .on("parts")
    .columns(["brand_id", "request_id", "position"])
    .execute();
  await db.schema
    .createIndex("parts_due")
    .on("parts")
    .columns(["brand_id", "due_at"])
    .where(sql<string>`status`, "=", sql.lit("open"))
    .execute();
  await db.schema
    .createIndex("parts_by_owner")
    .on("parts")
    .columns(["brand_id", "owner_kind", "owner_organisation_id", "due_at"])
    .where(sql<string>`status`, "=", sql.lit("open"))
    .execute();

  await db.schema
    .createTable("decisions")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("part_id", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("decisions_key", ["brand_id", "id"])
    .addForeignKeyConstraint("decisions_part", ["brand_id", "part_id"], "parts", ["brand_id", "id"], (key) =>
      key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("decisions_by_request")
    .on("decisions")
    .columns(["brand_id", "request_id", "at"])
    .execute();
  await db.schema.createIndex("decisions_by_part").on("decisions").columns(["brand_id", "part_id"]).execute();

  await db.schema
    .createTable("fulfilments")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("part_id", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("offer_id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("decision_id", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) =>
      column.notNull().check(
        sql`status in ('draft', 'requested', 'accepted', 'in-progress', 'on-hold', 'rejected', 'cancelled',
          'failed', 'completed', 'entered-in-error')`,
      ),
    )
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("requested_at", "text", (column) => column.notNull())
    .addColumn("answer_by", "text", (column) => column.notNull())
    .addColumn("slot_id", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("fulfilments_key", ["brand_id", "id"])
    .addUniqueConstraint("fulfilments_in_order", ["brand_id", "part_id", "position"])
    .addForeignKeyConstraint(
      "fulfilments_part",
      ["brand_id", "part_id"],
      "parts",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("fulfilments_one_open_of_a_part")
    .on("fulfilments")
    .unique()
    .columns(["brand_id", "part_id"])
    .where(sql<string>`status`, "in", sql`('requested', 'accepted', 'in-progress', 'on-hold')`)
    .execute();
  await db.schema
    .createIndex("fulfilments_by_part")
    .on("fulfilments")
    .columns(["brand_id", "part_id", "requested_at"])
    .execute();
  await db.schema
    .createIndex("fulfilments_by_request")
    .on("fulfilments")
    .columns(["brand_id", "request_id"])
    .execute();
  await db.schema
    .createIndex("fulfilments_by_organisation")
    .on("fulfilments")
    .columns(["brand_id", "organisation_id", "status", "answer_by"])
    .execute();

  await db.schema
    .createTable("slots")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("offer_id", "text", (column) => column.notNull())
    .addColumn("starts_at", "text", (column) => column.notNull())
    .addColumn("ends_at", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull().check(sql`status in ('free', 'busy')`))
    .addColumn("held_by", "text")
    .addColumn("held_until", "text")
    .addColumn("fulfilment_id", "text")
    .addPrimaryKeyConstraint("slots_key", ["brand_id", "id"])
    .addUniqueConstraint("slots_of_offer", ["brand_id", "offer_id", "starts_at"])
    .addUniqueConstraint("slots_fulfilment", ["brand_id", "fulfilment_id"])
    .addForeignKeyConstraint("slots_offer", ["brand_id", "offer_id"], "offers", ["brand_id", "id"], (key) =>
      key.onDelete("cascade"),
    )
    .addCheckConstraint("slots_busy_for_somebody", sql`(status = 'busy') = (fulfilment_id is not null)`)
    .addCheckConstraint("slots_held_by_somebody", sql`(held_by is null) = (held_until is null)`)
    .execute();
  await db.schema
    .createIndex("slots_held")
    .on("slots")
    .columns(["brand_id", "held_until"])
    .where(sql<string>`held_until`, "is not", sql`null`)
    .execute();

  await db.schema
    .createTable("events")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("seq", countedKey(db))
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("part_id", "text")
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addForeignKeyConstraint(
      "events_request",
      ["brand_id", "request_id"],
      "requests",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("events_by_request")
    .on("events")
    .columns(["brand_id", "request_id", "seq"])
    .execute();

  await db.schema
    .createTable("messages")
    .addColumn("brand_id", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("request_id", "text", (column) => column.notNull())
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("template", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("next_attempt_at", "text")
    .addPrimaryKeyConstraint("messages_key", ["brand_id", "id"])
    .addForeignKeyConstraint(
      "messages_request",
      ["brand_id", "request_id"],
      "requests",
      ["brand_id", "id"],
      (key) => key.onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("messages_by_request")
    .on("messages")
    .columns(["brand_id", "request_id"])
    .execute();
  await db.schema
    .createIndex("messages_due")
    .on("messages")
    .columns(["brand_id", "next_attempt_at"])
    .where(sql<string>`next_attempt_at`, "is not", sql`null`)
    .execute();
}

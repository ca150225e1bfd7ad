import type { Selectable } from "kysely";
import type { LightContact } from "~/domain/directory/light-contact";
import type { LightAsk } from "~/domain/fulfilment/light-ask";
import type { Channel } from "~/domain/messages/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { organisationOf } from "./directory-rows";

/** A one-time link, named by the message that brought it. Of its code there is the hash alone. */
export interface LightLink {
  readonly id: string;
  readonly codeHash: string;
  readonly organisationId: string;
  readonly fulfilmentId: string;
  readonly asks: LightAsk;
  readonly channel: Channel;
  readonly sentTo: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When it was first opened. */
  readonly openedAt: Instant | null;
  readonly used: { readonly at: Instant; readonly command: string } | null;
}

const toLightLink = (row: Selectable<Tables["light_links"]>): LightLink => ({
  id: row.id,
  codeHash: row.code_hash,
  organisationId: row.organisation_id,
  fulfilmentId: row.fulfilment_id,
  asks: row.asks as LightAsk,
  channel: row.channel as Channel,
  sentTo: row.sent_to,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  openedAt: row.opened_at,
  used: row.used_at === null ? null : { at: row.used_at, command: row.used_for ?? "" },
});

/** Where an organisation is sent its links; null when it works on our own pages. */
export async function readLightContact(
  reader: Reader,
  brandId: string,
  organisationId: string,
): Promise<LightContact | null> {
  const row = await reader
    .selectFrom("organisations")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", organisationId)
    .executeTakeFirst();
  return (row && organisationOf(row).lightContact) ?? null;
}

/** Writes a link that is about to be sent; by another channel it is the same link. */
export async function keepLightLink(
  tx: Tx,
  brandId: string,
  link: Omit<LightLink, "openedAt" | "used">,
): Promise<void> {
  await tx
    .insertInto("light_links")
    .values({
      brand_id: brandId,
      id: link.id,
      code_hash: link.codeHash,
      organisation_id: link.organisationId,
      fulfilment_id: link.fulfilmentId,
      asks: link.asks,
      channel: link.channel,
      sent_to: link.sentTo,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      opened_at: null,
      used_at: null,
      used_for: null,
    })
    .onConflict((conflict) =>
      conflict.columns(["brand_id", "id"]).doUpdateSet({
        asks: link.asks,
        channel: link.channel,
        sent_to: link.sentTo,
        expires_at: link.expiresAt,
      }),
    )
    .execute();
}

/** Undefined for a code that is none of this brand's. */
export async function findLightLink(
  reader: Reader,
  brandId: string,
  codeHash: string,
): Promise<LightLink | undefined> {
  const row = await reader
    .selectFrom("light_links")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("code_hash", "=", codeHash)
    .executeTakeFirst();
  return row && toLightLink(row);
}

/** The first time counts. */
export async function markOpened(tx: Tx, brandId: string, linkId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("light_links")
    .set({ opened_at: at })
    .where("brand_id", "=", brandId)
    .where("id", "=", linkId)
    .where("opened_at", "is", null)
    .execute();
}

/**
 * Takes a link's one use on the fulfilment that it is to, and gives what it asks for. Undefined when it is used, or
 * lapsed, or is to another: then nothing may be done by it.
 */
export async function spendLightLink(
  tx: Tx,
  brandId: string,
  linkId: string,
  use: { readonly fulfilmentId: string; readonly command: string; readonly at: Instant },
): Promise<LightAsk | undefined> {
  const row = await tx
    .updateTable("light_links")
    .set({ used_at: use.at, used_for: use.command })
    .where("brand_id", "=", brandId)
    .where("id", "=", linkId)
    .where("fulfilment_id", "=", use.fulfilmentId)
    .where("used_at", "is", null)
    .where("expires_at", ">=", use.at)
    .returning("asks")
    .executeTakeFirst();
  return row && (row.asks as LightAsk);
}

/** Gives the use back, when nothing came of it. */
export async function giveBackLightLink(tx: Tx, brandId: string, linkId: string): Promise<void> {
  await tx
    .updateTable("light_links")
    .set({ used_at: null, used_for: null })
    .where("brand_id", "=", brandId)
    .where("id", "=", linkId)
    .execute();
}

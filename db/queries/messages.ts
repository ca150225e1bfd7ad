import type { Message, Recipient } from "~/domain/fulfilment/messages";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";

/**
 * How a message stands. `kept-in-app` never leaves: it is read on our own pages. `queued` is due, or put off; `sending`
 * is with a process; `sent` was taken by a provider, and `delivered` arrived; `failed` has no way left to go.
 */
export type MessageStatus = "kept-in-app" | "queued" | "sending" | "sent" | "delivered" | "failed";

/** A message as it is written to the outbox. By which channels it leaves is chosen when it does. */
export interface OutboxMessage extends Message {
  readonly id: string;
  readonly status: Extract<MessageStatus, "kept-in-app" | "queued">;
  /** The number of the event that it tells of; null for what tells of none. Of one event, nobody is told twice. */
  readonly eventSeq: number | null;
  readonly createdAt: Instant;
}

const PARTNER = "partner:";

/** A recipient as its column has it. */
export const recipientOf = (to: Recipient): string =>
  to.kind === "partner" ? `${PARTNER}${to.organisationId}` : to.kind;

/** The organisation of a recipient that is a partner. */
export const partnerNamed = (recipient: string): string | undefined =>
  recipient.startsWith(PARTNER) ? recipient.slice(PARTNER.length) : undefined;

export async function insertMessages(
  tx: Tx,
  brandId: string,
  messages: readonly (OutboxMessage & { readonly requestId: string })[],
): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insertInto("messages")
    .values(
      messages.map((message) => ({
        brand_id: brandId,
        id: message.id,
        request_id: message.requestId,
        recipient: recipientOf(message.to),
        channel: "app",
        template: message.template,
        event_seq: message.eventSeq,
        body: JSON.stringify({ reference: message.reference, by: message.by, also: message.also }),
        status: message.status,
        created_at: message.createdAt,
        next_attempt_at: message.status === "queued" ? message.createdAt : null,
      })),
    )
    .execute();
}

/** The messages of a request in the order they were written: template, to whom, and how it went last. */
export async function readMessages(
  reader: Reader,
  brandId: string,
  requestId: string,
): Promise<{ recipient: string; channel: string; template: string; status: string; createdAt: Instant }[]> {
  const rows = await reader
    .selectFrom("messages")
    .select(["recipient", "channel", "template", "status", "created_at"])
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }));
}

import { type Selectable, sql } from "kysely";
import { z } from "zod";
import type { PatientTemplate, Recipient, WorkTemplate } from "~/domain/fulfilment/messages";
import type { DeliveryStatus } from "~/domain/messages/delivery";
import type { Channel, Way, Written } from "~/domain/messages/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { type MessageStatus, partnerNamed, recipientOf } from "./messages";

/** A message that leaves, as the outbox has it: to a patient, or to a partner that has no system of its own. */
export type Outgoing = PatientMessage | PartnerMessage;

export interface PatientMessage extends OutgoingFacts {
  readonly to: Extract<Recipient, { kind: "patient" }>;
  readonly template: PatientTemplate;
}

export interface PartnerMessage extends OutgoingFacts {
  readonly to: Extract<Recipient, { kind: "partner" }>;
  readonly template: WorkTemplate;
}

export const isToPartner = (message: Outgoing): message is PartnerMessage => message.to.kind === "partner";

interface OutgoingFacts {
  readonly id: string;
  readonly requestId: string;
  readonly status: MessageStatus;
  readonly eventSeq: number | null;
  readonly reference: string;
  readonly by: Instant | null;
  readonly also: readonly string[];
  readonly createdAt: Instant;
}

/** A message by one channel. */
export interface Delivery {
  readonly messageId: string;
  readonly channel: Channel;
  /** The first channel that was tried is 1. */
  readonly position: number;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly way: Way;
  readonly written: Written;
  readonly providerId: string | null;
  /** Why it did not arrive, or not yet. */
  readonly why: string | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

const MessageBody = z.object({
  reference: z.string(),
  by: z.string().nullable(),
  also: z.array(z.string()).optional(),
});

const factsOf = (row: Selectable<Tables["messages"]>): OutgoingFacts => {
  const { reference, by, also = [] } = MessageBody.parse(JSON.parse(row.body));
  return {
    id: row.id,
    requestId: row.request_id,
    status: row.status as MessageStatus,
    eventSeq: row.event_seq === null ? null : Number(row.event_seq),
    reference,
    by,
    also,
    createdAt: row.created_at,
  };
};

const toPatientMessage = (row: Selectable<Tables["messages"]>): PatientMessage => ({
  ...factsOf(row),
  to: { kind: "patient" },
  template: row.template as PatientTemplate,
});

export function toOutgoing(row: Selectable<Tables["messages"]>): Outgoing {
  if (row.recipient === "patient") return toPatientMessage(row);
  const organisationId = partnerNamed(row.recipient);
  if (organisationId === undefined) throw new Error(`Message ${row.id} to ${row.recipient} never leaves`);
  return { ...factsOf(row), to: { kind: "partner", organisationId }, template: row.template as WorkTemplate };
}

const toDelivery = (row: Selectable<Tables["deliveries"]>): Delivery => ({
  messageId: row.message_id,
  channel: row.channel as Channel,
  position: row.position,
  status: row.status as DeliveryStatus,
  attempts: row.attempts,
  ...(JSON.parse(row.body) as Pick<Delivery, "way" | "written">),
  providerId: row.provider_id,
  why: row.why,
  firstAt: row.first_at,
  lastAt: row.last_at,
});

/**
 * What is due to be sent, is with a process whose claim has lapsed, or went and was never heard of again: what has waited
 * longest first.
 */
export const messagesDue = (tx: Tx, brandId: string, now: Instant, limit: number) =>
  tx
    .selectFrom("messages")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("next_attempt_at", "<=", now)
    .where("status", "in", ["queued", "sending", "sent"])
    .orderBy("next_attempt_at")
    .orderBy("id")
    .limit(limit);

/** Undefined when this brand has no such message, or it is one that never leaves. */
export async function readOutgoing(
  reader: Reader,
  brandId: string,
  messageId: string,
): Promise<Outgoing | undefined> {
  const row = await reader
    .selectFrom("messages")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", messageId)
    .where("status", "<>", "kept-in-app")
    .executeTakeFirst();
  return row && toOutgoing(row);
}

/** The deliveries of a message, the first first. */
export async function deliveriesOf(reader: Reader, brandId: string, messageId: string): Promise<Delivery[]> {
  const rows = await reader
    .selectFrom("deliveries")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("message_id", "=", messageId)
    .orderBy("position")
    .execute();
  return rows.map(toDelivery);
}

/** All messages to the patient of a request with their deliveries, the oldest first. */
export async function messagesOfRequest(
  reader: Reader,
  brandId: string,
  requestId: string,
): Promise<{ readonly message: PatientMessage; readonly deliveries: readonly Delivery[] }[]> {
  const messages = await reader
    .selectFrom("messages")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .where("recipient", "=", "patient")
    .orderBy("created_at")
    .orderBy("event_seq")
    .orderBy("id")
    .execute();
  if (messages.length === 0) return [];
  const deliveries = await triesOf(reader, brandId, messages);
  return messages.map((row) => ({
    message: toPatientMessage(row),
    deliveries: deliveries.filter(({ message_id }) => message_id === row.id).map(toDelivery),
  }));
}

/** Every try to deliver some messages, as it is written down: those of each in turn, the first one first. */
export const triesOf = (
  reader: Reader,
  brandId: string,
  messages: readonly { readonly id: string }[],
): Promise<Selectable<Tables["deliveries"]>[]> =>
  reader
    .selectFrom("deliveries")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where(
      "message_id",
      "in",
      messages.map(({ id }) => id),
    )
    .orderBy("position")
    .execute();

/** What left for a partner by email or text, the newest first, with what each came to. */
export async function messagesToPartner(
  reader: Reader,
  brandId: string,
  organisationId: string,
  limit: number,
): Promise<readonly Delivery[]> {
  const messages = await reader
    .selectFrom("messages")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("recipient", "=", recipientOf({ kind: "partner", organisationId }))
    .where("channel", "<>", sql.lit("app"))
    .where("recipient", "<>", sql.lit("patient"))
    .orderBy("created_at", "desc")
    .limit(limit)
    .execute();
  if (messages.length === 0) return [];
  const rows = await reader
    .selectFrom("deliveries")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where(
      "message_id",
      "in",
      messages.map(({ id }) => id),
    )
    .orderBy("first_at", "desc")
    .orderBy("message_id")
    .execute();
  return rows.map(toDelivery);
}

/** Begins a delivery, by a channel that this message has not been sent by. */
export async function insertDelivery(
  tx: Tx,
  brandId: string,
  delivery: Pick<Delivery, "messageId" | "position" | "way" | "written"> & { readonly at: Instant },
): Promise<void> {
  const { messageId, position, way, written, at } = delivery;
  await tx
    .insertInto("deliveries")
    .values({
      brand_id: brandId,
      message_id: messageId,
      channel: way.channel,
      position,
      status: "sending",
      attempts: 1,
      body: JSON.stringify({ way, written }),
      provider_id: null,
      why: null,
      first_at: at,
      last_at: at,
    })
    .execute();
}

/** How a delivery stands now. */
export async function updateDelivery(
  tx: Tx,
  brandId: string,
  { messageId, channel }: Pick<Delivery, "messageId" | "channel">,
  now: Pick<Delivery, "status" | "attempts" | "providerId" | "why"> & { readonly at: Instant },
): Promise<void> {
  await tx
    .updateTable("deliveries")
    .set({
      status: now.status,
      attempts: now.attempts,
      provider_id: now.providerId,
      why: now.why,
      last_at: now.at,
    })
    .where("brand_id", "=", brandId)
    .where("message_id", "=", messageId)
    .where("channel", "=", channel)
    .execute();
}

/** How a message stands now, by which channel, and when it is looked at next. */
export async function updateMessage(
  tx: Tx,
  brandId: string,
  messageId: string,
  now: { readonly status: MessageStatus; readonly nextAttemptAt: Instant | null; readonly channel?: Channel },
): Promise<void> {
  await tx
    .updateTable("messages")
    .set({
      status: now.status,
      next_attempt_at: now.nextAttemptAt,
      ...(now.channel === undefined ? {} : { channel: now.channel }),
    })
    .where("brand_id", "=", brandId)
    .where("id", "=", messageId)
    .execute();
}

/** Writes down that a message did not arrive by some channel; the first time counts. */
export async function markNotArrived(tx: Tx, brandId: string, messageId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("messages")
    .set({ failed_at: at })
    .where("brand_id", "=", brandId)
    .where("id", "=", messageId)
    .where("failed_at", "is", null)
    .execute();
}

/** The front desk has told the person. False when there was nothing to tell, or somebody did it before. */
export async function markTold(tx: Tx, brandId: string, messageId: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("messages")
    .set({ told_at: at })
    .where("brand_id", "=", brandId)
    .where("id", "=", messageId)
    .where("failed_at", "is not", null)
    .where("told_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

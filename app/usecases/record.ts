import { type Message, type MessageOfEvent, messagesFor } from "~/domain/fulfilment/messages";
import type { PartState } from "~/domain/fulfilment/part-state";
import type { FulfilmentEvent } from "~/domain/fulfilment/types";
import { insertDecision, type StoredDecision } from "~db/queries/decisions";
import { appendEvents } from "~db/queries/events";
import { insertMessages } from "~db/queries/messages";
import type { Work } from "./apply-command";
import { auditChange } from "./audit";

/**
 * Writes what happened to a part beside its rows: the decision behind it, the events, and the messages they ask for;
 * those that are told in another way are left out of `told`.
 */
export async function record(
  work: Work,
  after: PartState,
  events: readonly FulfilmentEvent[],
  decision: StoredDecision | null,
  told: readonly MessageOfEvent[] = messagesFor(events, after),
): Promise<void> {
  const { tx, brandId, brand, actor } = work;
  const { now } = brand.setting;
  const requestId = after.request.id;
  if (decision) await insertDecision(tx, brandId, requestId, decision);
  const written = await appendEvents(tx, brandId, events, {
    requestId,
    partId: after.part.id,
    at: now,
    actor,
  });
  await auditChange(tx, brandId, { actor, requestId, at: now, events: written });
  await send(
    work,
    requestId,
    told.map(({ event, ...message }) => ({ ...message, eventSeq: written[event]?.seq ?? null })),
  );
}

/** Puts messages about a request in the outbox, each with the number of the event that it tells of. */
export async function send(
  { onedoor, tx, brandId, brand }: Work,
  requestId: string,
  told: readonly (Message & { readonly eventSeq: number | null })[],
): Promise<void> {
  const messages = told.map((message) => ({
    ...message,
    id: onedoor.newId(),
    channel: "app" as const,
    status: "kept-in-app" as const,
    createdAt: brand.setting.now,
  }));
  await insertMessages(tx, brandId, requestId, messages);
}

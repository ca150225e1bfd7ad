import { messagesFor } from "~/domain/fulfilment/messages";
import type { PartState } from "~/domain/fulfilment/part-state";
import type { FulfilmentEvent } from "~/domain/fulfilment/types";
import { insertDecision, type StoredDecision } from "~db/queries/decisions";
import { appendEvents } from "~db/queries/events";
import { insertMessages } from "~db/queries/messages";
import type { Work } from "./apply-command";
import { auditChange } from "./audit";

/** Writes what happened to a part beside its rows: the decision behind it, the events, and the messages they ask for. */
export async function record(
  { onedoor, tx, brandId, brand, actor }: Work,
  after: PartState,
  events: readonly FulfilmentEvent[],
  decision: StoredDecision | null,
): Promise<void> {
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
  const messages = messagesFor(events, after).map((message) => ({
    ...message,
    id: onedoor.newId(),
    channel: "app" as const,
    status: "kept-in-app" as const,
    createdAt: now,
  }));
  await insertMessages(tx, brandId, requestId, messages);
}

import { type MessageOfEvent, messagesFor } from "~/domain/fulfilment/messages";
import type { PartState } from "~/domain/fulfilment/part-state";
import type { FulfilmentEvent } from "~/domain/fulfilment/types";
import { insertDecisions, type StoredDecision } from "~db/queries/decisions";
import { appendEvents, type EventRow } from "~db/queries/events";
import { insertMessages } from "~db/queries/messages";
import type { Work } from "./apply-command";
import { auditChanges } from "./audit";

/** Writes what happened to a part beside its rows: the decision behind it, the events, and the messages they ask for. */
export async function record(
  work: Work,
  after: PartState,
  events: readonly FulfilmentEvent[],
  decision: StoredDecision | null,
): Promise<void> {
  await recordAll(work, [{ after, events, decision, told: messagesFor(events, after) }]);
}

/** What happened to one part, and who is told of it here and now. */
export interface Happened {
  readonly after: PartState;
  readonly events: readonly FulfilmentEvent[];
  readonly decision: StoredDecision | null;
  readonly told: readonly MessageOfEvent[];
}

/** The same for many parts in a few statements. Returns the events of each as they were written. */
export async function recordAll(work: Work, happened: readonly Happened[]): Promise<EventRow[][]> {
  const { tx, brandId, brand, actor } = work;
  const at = brand.setting.now;
  await insertDecisions(
    tx,
    brandId,
    happened.flatMap(({ after, decision }) =>
      decision === null ? [] : [{ ...decision, requestId: after.request.id }],
    ),
  );
  const rows = await appendEvents(
    tx,
    brandId,
    happened.flatMap(({ after: { request, part }, events }) =>
      events.map((event) => ({ event, requestId: request.id, partId: part.id })),
    ),
    { at, actor },
  );
  const written = happened.map(({ events }) => rows.splice(0, events.length));
  await auditChanges(
    tx,
    brandId,
    happened.map(({ after }, index) => ({
      actor,
      requestId: after.request.id,
      at,
      events: written[index] ?? [],
    })),
  );
  await sendAll(
    work,
    happened.flatMap(({ after, told }, index) =>
      told.map((message) => ({ message, requestId: after.request.id, events: written[index] ?? [] })),
    ),
  );
  return written;
}

/**
 * Puts messages in the outbox, each about a request and one of the events that were written. What is for the patient, or
 * for a partner without a system of its own, is queued to be sent; nothing about a real organisation leaves, and other
 * partners and the desk read theirs on our own pages.
 */
export async function sendAll(
  { onedoor, tx, brandId, brand }: Work,
  messages: readonly {
    readonly message: MessageOfEvent;
    readonly requestId: string;
    readonly events: readonly EventRow[];
  }[],
): Promise<void> {
  const isReal = brand.setting.brandKind === "real";
  const leaves = ({ to }: MessageOfEvent) =>
    !isReal &&
    (to.kind === "patient" ||
      (to.kind === "partner" && Boolean(brand.directory.organisation(to.organisationId)?.lightContact)));
  await insertMessages(
    tx,
    brandId,
    messages
      .filter(({ message }) => message.template !== "next-step" || leaves(message))
      .map(({ message: { event, ...message }, requestId, events }) => ({
        ...message,
        requestId,
        eventSeq: events[event]?.seq ?? null,
        id: onedoor.newId(),
        status: leaves({ event, ...message }) ? "queued" : "kept-in-app",
        createdAt: brand.setting.now,
      })),
  );
}

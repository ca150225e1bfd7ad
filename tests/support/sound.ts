import { isHeld, mayMove } from "~/domain/fulfilment/transitions";
import type { Fulfilment, FulfilmentEvent, FulfilmentStatus, Part } from "~/domain/fulfilment/types";
import type { RoutingDecision } from "~/domain/routing/types";
import type { Database } from "~db/connect";
import { toFulfilment, toPart } from "~db/queries/fulfilment-rows";

/**
 * What is not sound in a brand's care requests, in words; empty when all is. It holds in every state that people, the
 * clock and crashes can bring about, once the clock has done what was due at `now`.
 */
export async function unsound(db: Database, brandId: string, now: string): Promise<string[]> {
  const world = await read(db, brandId);
  return [
    ...world.requests.flatMap((request) => requestFaults(request.id, world, now)),
    ...draftFaults(world),
    ...slotFaults(world),
    ...messageFaults(world),
    ...deliveryFaults(world),
  ];
}

type World = Awaited<ReturnType<typeof read>>;

async function read({ kysely }: Database, brandId: string) {
  const requests = await kysely.selectFrom("requests").selectAll().where("brand_id", "=", brandId).execute();
  const drafts = await kysely
    .selectFrom("drafts")
    .select(["id", "reference"])
    .where("brand_id", "=", brandId)
    .execute();
  const parts = await kysely
    .selectFrom("parts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("position")
    .execute();
  const fulfilments = await kysely
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("position")
    .execute();
  const decisions = await kysely
    .selectFrom("decisions")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  const events = await kysely
    .selectFrom("events")
    .selectAll()
    .where("brand_id", "=", brandId)
    .orderBy("seq")
    .execute();
  const messages = await kysely.selectFrom("messages").selectAll().where("brand_id", "=", brandId).execute();
  const deliveries = await kysely
    .selectFrom("deliveries")
    .selectAll()
    .where("brand_id", "=", brandId)
    .execute();
  const busy = await kysely
    .selectFrom("slots")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("status", "=", "busy")
    .execute();
  return {
    requests,
    drafts,
    parts: parts.map(toPart),
    fulfilments: fulfilments.map((row) => ({ ...toFulfilment(row), slotId: row.slot_id })),
    decisions,
    events: events.map((row) => ({ ...row, event: JSON.parse(row.body) as FulfilmentEvent })),
    messages,
    deliveries,
    busy,
  };
}

function requestFaults(requestId: string, world: World, now: string): string[] {
  const parts = world.parts.filter((part) => part.requestId === requestId);
  const name = `Request ${requestId}`;
  if (parts.length === 0) return [`${name} has no part`];
  const open = parts.filter(({ status }) => status === "open");
  const sent = world.events.filter(
    ({ request_id, type }) => request_id === requestId && type === "request-submitted",
  );
  return [
    ...(sent.length === 1 ? [] : [`${name} was sent ${sent.length} times`]),
    ...(open.length > 0 && open.every(({ waiting }) => waiting)
      ? [`${name} is stuck: all that is open waits`]
      : []),
    ...parts.flatMap((part) => partFaults(part, parts, world, now)),
  ];
}

/** Who sent a draft finds the request that it became, as long as the draft is kept; no draft is sent for nothing. */
function draftFaults({ requests, drafts }: World): string[] {
  const references = new Map(drafts.map(({ id, reference }) => [id, reference]));
  const known = new Set(requests.map(({ reference }) => reference));
  return [
    ...requests
      .filter(({ draft_id, reference }) => (references.get(draft_id) ?? reference) !== reference)
      .map(({ draft_id, reference }) => `Draft ${draft_id} of ${reference} says ${references.get(draft_id)}`),
    ...drafts
      .filter(({ reference }) => reference !== null && !known.has(reference))
      .map(({ id, reference }) => `Draft ${id} names no request: ${reference}`),
  ];
}

function partFaults(part: Part, siblings: readonly Part[], world: World, now: string): string[] {
  const faults: string[] = [];
  const expectThat = (holds: boolean, words: string) => {
    if (!holds) faults.push(`Part ${part.id}: ${words}`);
  };
  const fulfilments = world.fulfilments.filter(({ partId }) => partId === part.id);
  const held = fulfilments.filter(({ status }) => isHeld(status));
  const { owner } = part;
  expectThat(held.length <= 1, `${held.length} partners have it`);
  if (part.status === "open") {
    expectThat(part.dueAt !== null, "open without a deadline");
    expectThat(owner.kind === "manager" || (part.dueAt ?? "") > now, `still late at ${now}: ${part.dueAt}`);
    if (owner.kind === "partner")
      expectThat(
        held[0]?.organisationId === owner.organisationId,
        "owned by a partner that does not have it",
      );
    if (owner.kind === "patient")
      expectThat(
        held.every(({ status }) => status === "on-hold"),
        "the patient's, and a partner's",
      );
  } else {
    expectThat(held.length === 0, `over, and a partner has it: ${held[0]?.status}`);
    expectThat(part.dueAt === null, "over, and due");
    expectThat(part.promise.settled !== null, "over, and its promise is open");
    expectThat(!part.waiting, "over, and waiting");
  }
  if (part.status === "complete")
    expectThat(
      fulfilments.some(({ status }) => status === "completed"),
      "complete without care",
    );
  if (part.waiting) {
    const before = siblings.filter(({ position }) => part.after.includes(position));
    expectThat(
      before.some(({ status }) => status === "open"),
      "waits for what is over",
    );
    expectThat(owner.kind === "desk", "waits, and is not the desk's");
  }
  for (const fulfilment of fulfilments) faults.push(...fulfilmentFaults(fulfilment, world));
  return faults;
}

/** Where an event leaves the fulfilment that it is about; null when it leaves it where it was. */
function leadsTo({ type }: FulfilmentEvent): FulfilmentStatus | "back" | null {
  switch (type) {
    case "part-routed":
      return "requested";
    case "fulfilment-accepted":
      return "accepted";
    case "fulfilment-rejected":
      return "rejected";
    case "fulfilment-withdrawn":
    case "fulfilment-transferred":
    case "fulfilment-unanswered":
    case "fulfilment-cancelled":
    case "fulfilment-moved":
    case "partner-left":
      return "cancelled";
    case "information-asked":
      return "on-hold";
    case "information-given":
    case "information-not-given":
      return "back";
    case "fulfilment-started":
      return "in-progress";
    case "fulfilment-completed":
      return "completed";
    case "fulfilment-failed":
    case "did-not-attend":
      return "failed";
    case "entered-in-error":
      return "entered-in-error";
    default:
      return null;
  }
}

/** Its story, as the events tell it, has legal steps only, ends once, and ends where its row stands. */
function fulfilmentFaults(fulfilment: Fulfilment & { slotId: string | null }, world: World): string[] {
  const { id } = fulfilment;
  const faults: string[] = [];
  const story = world.events.filter(({ event }) => "fulfilmentId" in event && event.fulfilmentId === id);
  const path: FulfilmentStatus[] = ["draft"];
  for (const { event } of story) {
    const to = leadsTo(event);
    if (to === null) continue;
    const from = path.at(-1) ?? "draft";
    const status = to === "back" ? (path.at(-2) ?? "draft") : to;
    if (!mayMove(from, status)) faults.push(`Fulfilment ${id}: ${event.type} while ${from}`);
    path.push(status);
  }
  if (path.at(-1) !== fulfilment.status)
    faults.push(`Fulfilment ${id}: its events end at ${path.at(-1)}, it is ${fulfilment.status}`);
  const row = world.decisions.find((decision) => decision.id === fulfilment.decisionId);
  if (row === undefined) return [...faults, `Fulfilment ${id} has no decision`];
  const decision = JSON.parse(row.body) as RoutingDecision;
  if (!decision.candidates.some(({ offerId, eligible }) => offerId === fulfilment.offerId && eligible))
    faults.push(`Fulfilment ${id}: its decision does not allow its offer`);
  for (const { offerId, points, lines } of decision.candidates) {
    const sum = lines.reduce((total, line) => total + line.points, 0);
    if (sum !== points)
      faults.push(`Decision ${row.id}: the points of ${offerId} are ${points}, its lines ${sum}`);
  }
  return faults;
}

function slotFaults({ busy, fulfilments }: World): string[] {
  const faults: string[] = [];
  for (const slot of busy) {
    const fulfilment = fulfilments.find(({ id }) => id === slot.fulfilment_id);
    const its = fulfilment?.appointment?.slotId === slot.id && fulfilment.offerId === slot.offer_id;
    if (!its || fulfilment.ended !== null)
      faults.push(
        `Slot ${slot.id} is busy for ${slot.fulfilment_id}, which has ${fulfilment?.appointment?.slotId}`,
      );
  }
  for (const { id, status, appointment } of fulfilments) {
    if (!isHeld(status) || !appointment?.slotId) continue;
    if (!busy.some((slot) => slot.id === appointment.slotId && slot.fulfilment_id === id))
      faults.push(`Fulfilment ${id} has lost its slot ${appointment.slotId}`);
  }
  return faults;
}

/** Every partner that was asked was told, once; and every patient that the request came. */
function messageFaults({ events, messages }: World): string[] {
  return events.flatMap(({ seq, event }) => {
    const about = messages.filter(({ event_seq }) => Number(event_seq) === Number(seq));
    const told = (recipient: string) => about.filter((message) => message.recipient === recipient).length;
    if (event.type === "part-routed" && told(`partner:${event.organisationId}`) !== 1)
      return [`Event ${seq}: the partner was told ${told(`partner:${event.organisationId}`)} times`];
    if (event.type === "request-submitted" && told("patient") !== 1)
      return [`Event ${seq}: the patient was told ${told("patient")} times`];
    return [];
  });
}

/** A message stands as its last delivery does; none for the desk leaves, and each that failed was told of. */
function deliveryFaults({ messages, deliveries }: World): string[] {
  return messages.flatMap(({ id, recipient, status, failed_at, next_attempt_at }) => {
    const its = deliveries
      .filter(({ message_id }) => message_id === id)
      .sort((one, other) => one.position - other.position);
    const last = its.at(-1)?.status;
    const failed = its.some((delivery) => delivery.status === "failed") || status === "failed";
    const faults: string[] = [];
    if (its.length > 0 && recipient === "desk") faults.push(`Message ${id} to ${recipient} left`);
    if (["sending", "sent", "delivered"].includes(status) && last !== status)
      faults.push(`Message ${id} is ${status}, its last delivery ${last}`);
    if (failed !== (failed_at !== null)) faults.push(`Message ${id} failed, or not, and nobody knows`);
    // For what went a receipt is waited for, but that of a letter never comes.
    const waits = status === "sent" && its.at(-1)?.channel !== "letter";
    if ((status === "queued" || status === "sending" || waits) !== (next_attempt_at !== null))
      faults.push(`Message ${id} is ${status} and due at ${next_attempt_at}`);
    return faults;
  });
}

import type { Instant } from "../shared/time";
import { heldFulfilment, type PartState } from "./part-state";
import type { FulfilmentEvent } from "./types";

/** What a patient is told. Each template's words live with the sender; here is who is told what. */
export type PatientTemplate =
  | "request-received"
  | "time-given"
  | "asked-next"
  | "please-choose"
  | "with-front-desk"
  | "with-manager"
  | "care-complete"
  | "request-closed"
  | "please-answer"
  | "may-be-late"
  | "we-are-late"
  | "earlier-time"
  | "earlier-time-gone"
  | "partner-left"
  | "question-answered";

/** What only partners and the front desk are told; `next-step`, only who has no worklist to find it on. */
export type WorkTemplate =
  | "new-work"
  | "next-step"
  | "work-withdrawn"
  | "answer-soon"
  | "go-on"
  | "time-changed"
  | "more-pressing"
  | "person-wrote"
  | "person-has-red-flag";

/** The messages that events ask for. */
export type MessageTemplate = PatientTemplate | WorkTemplate;

export type Recipient =
  | { readonly kind: "patient" }
  | { readonly kind: "partner"; readonly organisationId: string }
  | { readonly kind: "desk" };

/** Carries no clinical word, not even a partner's name: a text can be read by whoever holds the phone. */
export interface Message {
  readonly to: Recipient;
  readonly template: MessageTemplate;
  readonly reference: string;
  /** By when somebody must act, when the message says so. */
  readonly by: Instant | null;
  /** Other requests of the same person that it is about too. */
  readonly also?: readonly string[];
}

const TO_PATIENT: Readonly<Partial<Record<FulfilmentEvent["type"], PatientTemplate>>> = {
  "request-submitted": "request-received",
  "appointment-booked": "time-given",
  "earlier-time-offered": "earlier-time",
  "earlier-time-gone": "earlier-time-gone",
  "promise-at-risk": "may-be-late",
  "promise-broken": "we-are-late",
  "returned-to-patient": "please-choose",
  "handed-to-desk": "with-front-desk",
  "handed-to-manager": "with-manager",
  "fulfilment-completed": "care-complete",
  "part-closed": "request-closed",
  "question-answered": "question-answered",
};

/** Events of which the partner that lost the work is told. */
const LOST: ReadonlySet<FulfilmentEvent["type"]> = new Set([
  "fulfilment-cancelled",
  "fulfilment-unanswered",
  "fulfilment-moved",
  "partner-left",
]);

/** A message, and the place among the events of the one that it tells of. */
export interface MessageOfEvent extends Message {
  readonly event: number;
}

/** Who is told what after a command: the patient in the order of the events, and each partner that gets or loses work. */
export function messagesFor(events: readonly FulfilmentEvent[], after: PartState): readonly MessageOfEvent[] {
  // Who has just sent it, or moved it themselves, saw whom it went to.
  const seen = events.some(({ type }) => type === "request-submitted" || type === "fulfilment-moved");
  const left = events.some(({ type }) => type === "partner-left");
  const patientsOwn = (event: FulfilmentEvent) =>
    left ? ofLeaving(event, events, after) : toPatient(event, seen, after);
  return events.flatMap((event, place) =>
    [...patientsOwn(event), ...toOthers(event, after)].map((message) => ({ ...message, event: place })),
  );
}

/** Of a partner that left the patient hears once, whoever has the part now, and with it by when they must choose. */
function ofLeaving(
  event: FulfilmentEvent,
  events: readonly FulfilmentEvent[],
  { request }: PartState,
): readonly Message[] {
  if (event.type !== "partner-left") return [];
  const by = events.flatMap((each) => (each.type === "returned-to-patient" ? [each.dueAt] : []))[0] ?? null;
  return [{ to: { kind: "patient" }, template: "partner-left", reference: request.reference, by }];
}

/** What one person is told of several parts and requests at once, as one message: the soonest day counts. */
export function toldOnce<M extends Message>(messages: readonly M[]): M | undefined {
  const [first] = messages;
  if (first === undefined) return undefined;
  const by = messages.flatMap((message) => message.by ?? []).sort()[0] ?? null;
  const references = [...new Set(messages.map(({ reference }) => reference))];
  const also = references.slice(1);
  return { ...first, by, ...(also.length > 0 ? { also } : {}) };
}

function toPatient(event: FulfilmentEvent, seen: boolean, { request }: PartState): readonly Message[] {
  const template = patientTemplate(event, seen);
  if (template === undefined) return [];
  const by = "dueAt" in event ? event.dueAt : "until" in event ? event.until : null;
  return [{ to: { kind: "patient" }, template, reference: request.reference, by }];
}

function patientTemplate(event: FulfilmentEvent, seen: boolean): MessageTemplate | undefined {
  switch (event.type) {
    case "part-routed":
      return seen ? undefined : "asked-next";
    case "fulfilment-accepted":
      return event.startsAt === null ? undefined : "time-given";
    case "information-asked":
      return event.of === "patient" ? "please-answer" : undefined;
    // They moved it themselves, and saw the new time.
    case "appointment-booked":
      return event.by === "patient" ? undefined : TO_PATIENT[event.type];
    default:
      return TO_PATIENT[event.type];
  }
}

function toOthers(event: FulfilmentEvent, { request, part, fulfilments }: PartState): readonly Message[] {
  const { reference } = request;
  const tell = (to: Recipient, template: MessageTemplate, by: Instant | null = null): readonly Message[] => [
    { to, template, reference, by },
  ];
  const partner = (organisationId: string): Recipient => ({ kind: "partner", organisationId });
  const owner: Recipient =
    part.owner.kind === "partner" ? partner(part.owner.organisationId) : { kind: "desk" };
  const held = heldFulfilment({ request, part, fulfilments });
  const holder: Recipient = held === undefined ? { kind: "desk" } : partner(held.organisationId);
  const of = (fulfilmentId: string): string | undefined =>
    fulfilments.find(({ id }) => id === fulfilmentId)?.organisationId;
  switch (event.type) {
    case "part-routed":
      return tell(partner(event.organisationId), "new-work", event.answerBy);
    case "fulfilment-accepted":
      return tell(holder, "next-step", part.dueAt);
    case "promise-at-risk":
      return tell(owner, "answer-soon", event.by);
    case "information-given":
    case "information-not-given":
      return tell(owner, "go-on", part.dueAt);
    case "priority-raised":
      return tell(owner, "more-pressing", part.dueAt);
    case "appointment-booked":
      return event.by === "partner" ? tell(holder, "next-step", part.dueAt) : tell(owner, "time-changed");
    case "information-added":
    case "question-asked":
      return tell(holder, "person-wrote");
    case "red-flag-told":
      return [
        ...(holder.kind === "partner" ? tell(holder, "person-has-red-flag") : []),
        ...tell({ kind: "desk" }, "person-has-red-flag"),
      ];
    default: {
      const lost = LOST.has(event.type) && "fulfilmentId" in event ? of(event.fulfilmentId ?? "") : undefined;
      return lost === undefined ? [] : tell(partner(lost), "work-withdrawn");
    }
  }
}

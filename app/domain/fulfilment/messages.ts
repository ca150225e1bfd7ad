import type { Instant } from "../shared/time";
import type { PartState } from "./part-state";
import type { FulfilmentEvent } from "./types";

/** The messages that events ask for. Each template's words live with the sender; here is who is told what. */
export type MessageTemplate =
  | "request-received"
  | "time-given"
  | "asked-next"
  | "please-choose"
  | "with-front-desk"
  | "with-manager"
  | "care-complete"
  | "request-closed"
  | "new-work"
  | "work-withdrawn";

export type Recipient =
  | { readonly kind: "patient" }
  | { readonly kind: "partner"; readonly organisationId: string };

/** Carries no clinical word, not even a partner's name: a text can be read by whoever holds the phone. */
export interface Message {
  readonly to: Recipient;
  readonly template: MessageTemplate;
  readonly reference: string;
  /** By when somebody must act, when the message says so. */
  readonly by: Instant | null;
}

const TO_PATIENT: Readonly<Partial<Record<FulfilmentEvent["type"], MessageTemplate>>> = {
  "request-submitted": "request-received",
  "fulfilment-accepted": "time-given",
  "returned-to-patient": "please-choose",
  "handed-to-desk": "with-front-desk",
  "handed-to-manager": "with-manager",
  "fulfilment-completed": "care-complete",
  "part-closed": "request-closed",
};

/** Who is told what after a command: the patient in the order of the events, and each partner that gets or loses work. */
export function messagesFor(events: readonly FulfilmentEvent[], after: PartState): readonly Message[] {
  const { reference } = after.request;
  const isNew = events.some(({ type }) => type === "request-submitted");
  return events.flatMap((event): Message[] => {
    const by = "dueAt" in event ? event.dueAt : null;
    const template = TO_PATIENT[event.type];
    const toPatient: Message[] = template ? [{ to: { kind: "patient" }, template, reference, by }] : [];
    if (event.type === "part-routed") {
      if (!isNew) toPatient.push({ to: { kind: "patient" }, template: "asked-next", reference, by: null });
      const to = { kind: "partner" as const, organisationId: event.organisationId };
      return [...toPatient, { to, template: "new-work", reference, by: event.answerBy }];
    }
    if (event.type === "fulfilment-cancelled" || event.type === "fulfilment-unanswered") {
      const lost = after.fulfilments.find(({ id }) => id === event.fulfilmentId);
      if (lost) {
        const to = { kind: "partner" as const, organisationId: lost.organisationId };
        return [...toPatient, { to, template: "work-withdrawn", reference, by: null }];
      }
    }
    return toPatient;
  });
}

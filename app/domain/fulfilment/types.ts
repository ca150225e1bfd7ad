import type { Box } from "../boxes/types";
import type { Priority } from "../directory/types";
import type { RejectedReason } from "../routing/types";
import type { Instant } from "../shared/time";

/** FHIR R4 Task statuses that a fulfilment can have. */
export const FULFILMENT_STATUSES = [
  "draft",
  "requested",
  "accepted",
  "in-progress",
  "on-hold",
  "rejected",
  "cancelled",
  "failed",
  "completed",
  "entered-in-error",
] as const;
export type FulfilmentStatus = (typeof FULFILMENT_STATUSES)[number];

/** Who must act next on a part, and for whom it is overdue when they do not. */
export type Owner =
  | { readonly kind: "partner"; readonly organisationId: string }
  | { readonly kind: "patient" }
  | { readonly kind: "desk" }
  | { readonly kind: "manager" };

/** By when something will happen, and the rule it came from. It never moves when the partner changes. */
export interface DeliveryPromise {
  readonly by: Instant;
  readonly what: "answer-with-a-time";
  /** In plain words: "Routine requests are answered with a time within 5 working days." */
  readonly rule: string;
}

export interface Fulfilment {
  readonly id: string;
  readonly partId: string;
  readonly offerId: string;
  readonly organisationId: string;
  readonly decisionId: string;
  readonly status: FulfilmentStatus;
  /** Raised by one at each write; a command names the version it saw. */
  readonly version: number;
  readonly box: Box;
  readonly requestedAt: Instant;
  /** The partner's deadline: to answer while `requested`. */
  readonly answerBy: Instant;
  readonly appointment: {
    readonly slotId: string | null;
    readonly startsAt: Instant;
    readonly place: string;
  } | null;
  /**
   * Why it ended, when it was rejected, failed or cancelled. A cancelled one with `silent` was never answered; with
   * `patient` or `desk`, that is who let it go.
   */
  readonly ended: {
    readonly at: Instant;
    readonly reason: RejectedReason | "silent" | "patient" | "desk";
    readonly note: string;
  } | null;
}

/** A part's own state is derived from its fulfilments and this. */
export interface Part {
  readonly id: string;
  readonly requestId: string;
  readonly serviceId: string;
  readonly position: number;
  readonly status: "open" | "complete" | "closed";
  readonly version: number;
  readonly owner: Owner;
  /** By when the owner must act; always set while open. */
  readonly dueAt: Instant | null;
  readonly promise: DeliveryPromise;
}

export interface CareRequest {
  readonly id: string;
  readonly brandId: string;
  readonly reference: string;
  readonly serviceId: string;
  readonly priority: Priority;
  readonly submittedAt: Instant;
  readonly consentToPassOn: boolean;
}

/** Who did it. */
export type Actor =
  | { readonly kind: "patient"; readonly name: string }
  | {
      readonly kind: "partner";
      readonly organisationId: string;
      readonly accountId: string;
      readonly name: string;
    }
  | { readonly kind: "desk"; readonly accountId: string; readonly name: string }
  | { readonly kind: "clock" };

/**
 * Why the front desk has a part: nobody is left to ask; nobody said yes by the promised date (`promise-passed`); the
 * patient did not choose in time, or asked for the desk; a partner that took it on never said how it went
 * (`no-outcome`), or could not do it after all (`not-done`); or the partner is real and was never told (`nobody-told`).
 */
export type HandedToDeskBecause =
  | "no-eligible-offer"
  | "promise-passed"
  | "nobody-told"
  | "patient-silent"
  | "asked-by-patient"
  | "no-outcome"
  | "not-done";

/** What happened, in the order it happened; the tracking page and the audit are read from these. */
export type FulfilmentEvent =
  | { readonly type: "request-submitted" }
  | {
      readonly type: "part-routed";
      readonly fulfilmentId: string;
      readonly organisationId: string;
      readonly decisionId: string;
      readonly answerBy: Instant;
    }
  | { readonly type: "fulfilment-accepted"; readonly fulfilmentId: string; readonly startsAt: Instant | null }
  | {
      readonly type: "fulfilment-rejected";
      readonly fulfilmentId: string;
      readonly reason: RejectedReason;
      readonly note: string;
    }
  | { readonly type: "fulfilment-unanswered"; readonly fulfilmentId: string; readonly answerBy: Instant }
  | { readonly type: "fulfilment-started"; readonly fulfilmentId: string }
  | { readonly type: "fulfilment-completed"; readonly fulfilmentId: string; readonly outcome: string }
  | { readonly type: "fulfilment-failed"; readonly fulfilmentId: string; readonly note: string }
  | {
      readonly type: "fulfilment-cancelled";
      readonly fulfilmentId: string;
      readonly by: "patient" | "desk";
      readonly note: string;
    }
  /** The box of this fulfilment is not the one before it; what differs is read from the two. */
  | { readonly type: "box-changed"; readonly fulfilmentId: string }
  | { readonly type: "returned-to-patient"; readonly dueAt: Instant }
  | {
      readonly type: "handed-to-desk";
      readonly dueAt: Instant;
      readonly because: HandedToDeskBecause;
    }
  | { readonly type: "handed-to-manager"; readonly dueAt: Instant }
  | { readonly type: "part-closed"; readonly reason: string };

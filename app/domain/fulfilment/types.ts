import type { Box } from "../boxes/types";
import type { Priority } from "../directory/types";
import type { Emergency } from "../journeys/types";
import type { MessageEvent } from "../messages/types";
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

/**
 * By when something will happen, and the rule it came from. It never moves when the partner changes; only a raised
 * priority brings it forward.
 */
export interface DeliveryPromise {
  readonly by: Instant;
  readonly what: "answer-with-a-time";
  /** In plain words: "Routine requests are answered with a time within 5 working days." */
  readonly rule: string;
  readonly madeAt: Instant;
  /** When it is at risk: while it is still open then, the patient and whoever has the part are warned. */
  readonly warnAt: Instant;
  readonly warned: boolean;
  /**
   * What came of it; null while it can still be kept. `withdrawn`: nobody waits for it any more; `replaced`: a raised
   * priority made a sooner one.
   */
  readonly settled: {
    readonly at: Instant;
    readonly how: "kept" | "broken" | "withdrawn" | "replaced";
  } | null;
}

/** What the partner must know before it can go on. Its own clock runs meanwhile; then the partner decides without it. */
export interface Hold {
  readonly question: string;
  /** `referrer` is the practice that sent the person: the front desk asks it. */
  readonly of: "patient" | "referrer";
  readonly since: Instant;
  /** Where the fulfilment goes on when the answer comes, or does not. */
  readonly from: "requested" | "accepted" | "in-progress";
}

/** How care ended, for the record and for the counts; what the patient reads of it stands beside it. */
export const OUTCOMES = ["treated", "advice-given", "referred-on", "no-care-needed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a fulfilment came to nothing. The codes are the partner's own reasons. */
export type EndReason =
  | RejectedReason
  | "silent"
  | "patient"
  | "desk"
  | "transferred"
  /** The person took a time of another partner. */
  | "moved"
  | "did-not-attend"
  | "partner-left"
  | "error";

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
  /** When the partner first said yes or no; null while it has not. */
  readonly answeredAt: Instant | null;
  readonly appointment: {
    readonly slotId: string | null;
    readonly startsAt: Instant;
    readonly place: string;
  } | null;
  /** Set while `on-hold`. */
  readonly hold: Hold | null;
  /** Set once `completed`. */
  readonly outcome: Outcome | null;
  /**
   * Why it ended, when it was rejected, failed, cancelled or entered in error. A cancelled one with `silent` was never
   * answered; with `patient` or `desk`, that is who let it go; with `moved`, the person took another's time; with a code, the partner cancelled what it had accepted.
   */
  readonly ended: {
    readonly at: Instant;
    readonly reason: EndReason;
    readonly note: string;
  } | null;
}

/**
 * A part's own state is derived from its fulfilments and this. A part that waits for others is open, with the front
 * desk as its owner and a date on which people look at it, and is asked of a partner when those others are complete.
 */
export interface Part {
  readonly id: string;
  readonly requestId: string;
  readonly serviceId: string;
  readonly position: number;
  readonly status: "open" | "complete" | "closed";
  /** Nobody is asked yet, for the parts at `after` come first. */
  readonly waiting: boolean;
  /** Positions of the parts of this request that must be complete before this one is asked for. */
  readonly after: readonly number[];
  /** Sets every deadline; never lower than it was asked with. */
  readonly priority: Priority;
  /** Offers that the person would like, in their order: asked before the ranking's own next. */
  readonly shortlist: readonly string[];
  readonly version: number;
  readonly owner: Owner;
  /** By when the owner must act; always set while open. */
  readonly dueAt: Instant | null;
  readonly promise: DeliveryPromise;
  /** What was promised before, oldest first: each is settled. */
  readonly earlierPromises: readonly DeliveryPromise[];
}

export interface CareRequest {
  readonly id: string;
  readonly brandId: string;
  readonly reference: string;
  readonly serviceId: string;
  /** As it was asked for; a part's own priority may have been raised since. */
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
      /** Of somebody who answers by a one-time link, the link's. */
      readonly accountId: string;
      readonly name: string;
      readonly byLink?: true;
    }
  | { readonly kind: "desk"; readonly accountId: string; readonly name: string }
  | { readonly kind: "clock" };

/**
 * Why the front desk has a part: nobody is left to ask; nobody said yes by the promised date (`promise-passed`); the
 * patient did not choose in time, or asked for the desk; a partner that took it on never said how it went
 * (`no-outcome`), never gave a time (`no-time`), or could not do it after all (`not-done`); a partner thought that other
 * care is right (`other-care`); the partner waits for what the practice knows (`ask-referrer`); a record was a mistake
 * (`error`); what is over was opened again (`reopened`); an earlier part came to nothing (`earlier-part-over`) or took
 * too long (`waited-long`); or the partner is real and was never told (`nobody-told`).
 */
export type HandedToDeskBecause =
  | "no-eligible-offer"
  | "promise-passed"
  | "nobody-told"
  | "patient-silent"
  | "asked-by-patient"
  | "no-outcome"
  | "no-time"
  | "not-done"
  | "other-care"
  | "ask-referrer"
  | "error"
  | "reopened"
  | "earlier-part-over"
  | "waited-long";

/** What came of a call to a person: they were spoken to, nobody answered, or it was not answered and no message was left. */
export const CALL_OUTCOMES = ["spoke", "no-answer", "no-message"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

interface OfFulfilment {
  readonly fulfilmentId: string;
}

/** What happened, in the order it happened; the tracking page and the audit are read from these. */
export type FulfilmentEvent =
  | { readonly type: "request-submitted" }
  | (OfFulfilment & {
      readonly type: "part-routed";
      readonly organisationId: string;
      readonly decisionId: string;
      readonly answerBy: Instant;
    })
  /** Not asked of anybody yet: the parts at these positions come first. */
  | { readonly type: "part-waiting"; readonly after: readonly number[] }
  | (OfFulfilment & { readonly type: "fulfilment-accepted"; readonly startsAt: Instant | null })
  /** A time was given, or another one; `before` is the time that it replaces. */
  | (OfFulfilment & {
      readonly type: "appointment-booked";
      readonly startsAt: Instant;
      readonly before: Instant | null;
      readonly by: "partner" | "patient" | "desk";
    })
  | (OfFulfilment & {
      readonly type: "fulfilment-rejected";
      readonly reason: RejectedReason;
      readonly note: string;
    })
  /** The partner cancels what it had accepted. */
  | (OfFulfilment & {
      readonly type: "fulfilment-withdrawn";
      readonly reason: RejectedReason;
      readonly note: string;
    })
  | (OfFulfilment & { readonly type: "fulfilment-transferred"; readonly note: string })
  /** The person took a time of another partner, in the fulfilment `to`. */
  | (OfFulfilment & { readonly type: "fulfilment-moved"; readonly to: string })
  /** The person booked directly, and there was no time: the partner is asked to find one. */
  | (OfFulfilment & { readonly type: "no-time-free" })
  /** The person wants to hear of an earlier time, or no longer does. */
  | (OfFulfilment & { readonly type: "earlier-time-wanted"; readonly wanted: boolean })
  | (OfFulfilment & {
      readonly type: "earlier-time-offered";
      readonly startsAt: Instant;
      /** Until when it is offered. */
      readonly until: Instant;
    })
  /** Somebody else took the time that was offered. */
  | (OfFulfilment & { readonly type: "earlier-time-gone"; readonly startsAt: Instant })
  | (OfFulfilment & { readonly type: "fulfilment-unanswered"; readonly answerBy: Instant })
  | (OfFulfilment & {
      readonly type: "information-asked";
      readonly of: Hold["of"];
      readonly question: string;
      readonly dueAt: Instant;
    })
  | (OfFulfilment & { readonly type: "information-given"; readonly text: string })
  | (OfFulfilment & { readonly type: "information-not-given" })
  /** The person told more of it while they wait, of their own accord. */
  | { readonly type: "information-added"; readonly text: string }
  /** The person asked something, and would like an answer. */
  | { readonly type: "question-asked"; readonly text: string }
  /** Whoever has it answered what the person asked; the front desk when no fulfilment is named. */
  | {
      readonly type: "question-answered";
      readonly fulfilmentId: string | null;
      readonly text: string;
    }
  /** The front desk rang the person. It is for the people at work, and no part of what the person reads. */
  | { readonly type: "call-made"; readonly outcome: CallOutcome; readonly note: string }
  /** The person told of signs of an emergency after they had asked, and was shown where help is at once. */
  | {
      readonly type: "red-flag-told";
      readonly leadsTo: Emergency;
      /** Each sign as it was ticked; or the words of danger that were met in what they wrote. */
      readonly signs: readonly string[];
      readonly how: "ticked" | "written";
    }
  | (OfFulfilment & { readonly type: "fulfilment-started" })
  | (OfFulfilment & {
      readonly type: "fulfilment-completed";
      /** What the patient reads of it. */
      readonly outcome: string;
      readonly code: Outcome;
    })
  | (OfFulfilment & { readonly type: "fulfilment-failed"; readonly note: string })
  | (OfFulfilment & { readonly type: "did-not-attend"; readonly note: string })
  | (OfFulfilment & { readonly type: "entered-in-error"; readonly note: string })
  | (OfFulfilment & {
      readonly type: "fulfilment-cancelled";
      readonly by: "patient" | "desk";
      readonly note: string;
    })
  /** The organisation is no longer a partner of the brand. */
  | (OfFulfilment & { readonly type: "partner-left" })
  /** The box of this fulfilment is not the one before it; what differs is read from the two. */
  | (OfFulfilment & { readonly type: "box-changed" })
  | {
      readonly type: "priority-raised";
      readonly from: Priority;
      readonly to: Priority;
      readonly note: string;
    }
  | { readonly type: "promise-at-risk"; readonly by: Instant }
  | { readonly type: "promise-broken"; readonly by: Instant }
  | { readonly type: "returned-to-patient"; readonly dueAt: Instant }
  | {
      readonly type: "handed-to-desk";
      readonly dueAt: Instant;
      readonly because: HandedToDeskBecause;
    }
  | { readonly type: "handed-to-manager"; readonly dueAt: Instant }
  | { readonly type: "part-reopened"; readonly note: string }
  | { readonly type: "part-closed"; readonly reason: string }
  | MessageEvent;

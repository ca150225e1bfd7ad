import type { Box } from "../boxes/types";
import type { Priority } from "../directory/types";
import type { Emergency } from "../journeys/types";
import type { RejectedReason } from "../routing/types";
import type { Setting } from "./deadlines";
import { isHeld, mayMove } from "./transitions";
import type {
  CallOutcome,
  CareRequest,
  EndReason,
  Fulfilment,
  FulfilmentEvent,
  Hold,
  Outcome,
  Part,
} from "./types";

/** One part of a request with every partner it was with, oldest first: what a command is decided on. */
export interface PartState {
  readonly request: CareRequest;
  readonly part: Part;
  readonly fulfilments: readonly Fulfilment[];
}

/** The partner to ask next, as routing chose it, with the identifiers that its rows will have. */
export interface NextPartner {
  readonly fulfilmentId: string;
  readonly decisionId: string;
  readonly offerId: string;
  readonly organisationId: string;
  readonly box: Box;
}

export interface Appointment {
  readonly slotId: string | null;
  readonly startsAt: string;
  readonly place: string;
}

/** A command on a fulfilment names the version that the person saw. */
interface OnFulfilment {
  readonly fulfilmentId: string;
  readonly version: number;
}
interface OnPart {
  readonly version: number;
}

export type Command =
  /** Without an appointment the partner takes it on, and gives a time later. */
  | (OnFulfilment & { readonly type: "accept"; readonly appointment: Appointment | null })
  | (OnFulfilment & {
      readonly type: "decline";
      readonly reason: RejectedReason;
      readonly note: string;
      /** Whom routing would ask next; used only with the patient's consent. */
      readonly next: NextPartner | null;
    })
  /** A time for what was accepted without one, or another time in place of the one it had. */
  | (OnFulfilment & {
      readonly type: "book";
      readonly appointment: Appointment;
      readonly by: "partner" | "patient" | "desk";
    })
  /** The person takes a time of another partner, which is kept for the fulfilment that opens with it. */
  | (OnFulfilment & {
      readonly type: "move";
      readonly next: NextPartner;
      readonly appointment: Appointment;
    })
  /** The partner cannot go on before it knows something. */
  | (OnFulfilment & { readonly type: "ask"; readonly of: Hold["of"]; readonly question: string })
  | (OnFulfilment & { readonly type: "give-information"; readonly text: string })
  /** The partner hands it to another that it names. */
  | (OnFulfilment & { readonly type: "transfer"; readonly next: NextPartner; readonly note: string })
  /** The partner cancels what it had accepted. */
  | (OnFulfilment & {
      readonly type: "withdraw";
      readonly reason: RejectedReason;
      readonly note: string;
      readonly next: NextPartner | null;
    })
  | (OnFulfilment & { readonly type: "start" })
  | (OnFulfilment & { readonly type: "complete"; readonly code: Outcome; readonly outcome: string })
  | (OnFulfilment & { readonly type: "fail"; readonly note: string })
  | (OnFulfilment & { readonly type: "did-not-attend"; readonly note: string })
  | (OnFulfilment & { readonly type: "enter-in-error"; readonly note: string })
  /** The patient chooses another partner, or null: the front desk. */
  | (OnPart & { readonly type: "choose-again"; readonly next: NextPartner | null })
  | (OnPart & { readonly type: "cancel"; readonly note: string })
  | (OnPart & { readonly type: "reroute"; readonly next: NextPartner; readonly note: string })
  | (OnPart & { readonly type: "close"; readonly reason: string })
  /** The front desk found that it was asked for twice, and closes this one, whoever has it. */
  | (OnPart & { readonly type: "close-twice"; readonly reason: string })
  | (OnPart & { readonly type: "raise-priority"; readonly priority: Priority; readonly note: string })
  | (OnPart & { readonly type: "reopen"; readonly note: string })
  /** Whoever has the part answers what the person asked. */
  | (OnPart & { readonly type: "reply"; readonly by: "partner" | "desk"; readonly text: string })
  /** The person says more, or asks something. It changes no row, so it is never out of date and makes nothing so. */
  | { readonly type: "add-information"; readonly isQuestion: boolean; readonly text: string }
  /** The person tells of signs of an emergency: written down whatever else is so. */
  | {
      readonly type: "tell-red-flag";
      readonly leadsTo: Emergency;
      readonly signs: readonly string[];
      readonly how: "ticked" | "written";
    }
  /** The front desk rang the person. It changes no row, and is written down whatever else is so. */
  | { readonly type: "record-call"; readonly outcome: CallOutcome; readonly note: string }
  /** The clock's: what a deadline that has passed does. */
  | { readonly type: "pass-deadline"; readonly next: NextPartner | null }
  /** The clock's: the promise is at risk, or its moment has passed. */
  | { readonly type: "watch-promise" }
  /** What came before this part is over: complete, or not. */
  | { readonly type: "release"; readonly complete: boolean; readonly next: NextPartner | null }
  /** The organisation that has the part is no longer a partner. */
  | { readonly type: "partner-left"; readonly next: NextPartner | null };

export type CommandType = Command["type"];

/**
 * - `decided`: the state after it, and what happened. Rows that differ have a version one higher.
 * - `changed`: somebody else wrote since the version that the person saw.
 * - `refused`: it is not allowed as things are, and why.
 */
export type Decided =
  | { readonly kind: "decided"; readonly after: PartState; readonly events: readonly FulfilmentEvent[] }
  | { readonly kind: "changed" }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

export const refused = (...reasons: string[]): Decided => ({ kind: "refused", reasons });

/** The fulfilment that a partner has now; undefined when no partner has the part. */
export const heldFulfilment = ({ fulfilments }: PartState): Fulfilment | undefined =>
  fulfilments.find(({ status }) => isHeld(status));

/** The state with one fulfilment replaced, its version one higher. No command moves it where the table does not lead. */
export function withFulfilment(state: PartState, changed: Fulfilment): PartState {
  const fulfilments = state.fulfilments.map((fulfilment) => {
    if (fulfilment.id !== changed.id) return fulfilment;
    const { status: from, version } = fulfilment;
    if (from !== changed.status && !mayMove(from, changed.status))
      throw new Error(`A fulfilment cannot go from ${from} to ${changed.status}`);
    return { ...changed, version: version + 1 };
  });
  return { ...state, fulfilments };
}

/** The state with its part changed, its version one higher. */
export const withPart = (state: PartState, change: Partial<Part>): PartState => ({
  ...state,
  part: { ...state.part, ...change, version: state.part.version + 1 },
});

/** Ends what a partner has. */
export function letGo(
  state: PartState,
  fulfilment: Fulfilment,
  status: "rejected" | "cancelled" | "failed" | "entered-in-error",
  reason: EndReason,
  note: string,
  { now }: Setting,
): PartState {
  return withFulfilment(state, { ...fulfilment, status, hold: null, ended: { at: now, reason, note } });
}

import type { Box } from "../boxes/types";
import type { RejectedReason } from "../routing/types";
import type { Setting } from "./deadlines";
import { isHeld, mayMove } from "./transitions";
import type { CareRequest, Fulfilment, FulfilmentEvent, Part } from "./types";

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
  | (OnFulfilment & { readonly type: "accept"; readonly appointment: Appointment })
  | (OnFulfilment & {
      readonly type: "decline";
      readonly reason: RejectedReason;
      readonly note: string;
      /** Whom routing would ask next; used only with the patient's consent. */
      readonly next: NextPartner | null;
    })
  | (OnFulfilment & { readonly type: "start" })
  | (OnFulfilment & { readonly type: "complete"; readonly outcome: string })
  | (OnFulfilment & { readonly type: "fail"; readonly note: string })
  /** The patient chooses another partner, or null: the front desk. */
  | (OnPart & { readonly type: "choose-again"; readonly next: NextPartner | null })
  | (OnPart & { readonly type: "cancel"; readonly note: string })
  | (OnPart & { readonly type: "reroute"; readonly next: NextPartner; readonly note: string })
  | (OnPart & { readonly type: "close"; readonly reason: string })
  /** The clock's: what a deadline that has passed does. */
  | { readonly type: "pass-deadline"; readonly next: NextPartner | null };

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
  status: "rejected" | "cancelled" | "failed",
  reason: NonNullable<Fulfilment["ended"]>["reason"],
  note: string,
  { now }: Setting,
): PartState {
  return withFulfilment(state, { ...fulfilment, status, ended: { at: now, reason, note } });
}

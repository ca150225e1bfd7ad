import type { RejectedReason } from "../routing/types";
import { heldFulfilment, type PartState } from "./part-state";
import type { Fulfilment } from "./types";

export type EndReason = NonNullable<Fulfilment["ended"]>["reason"];

/** What an ending rules out for a part: the one offer, or every offer of the organisation. */
type RulesOut = "offer" | "organisation";

/**
 * A reason about one place or one time leaves the organisation's other offers open; one about the person, or about the
 * organisation as a whole, does not: whoever said no is not asked again, nor shown the answers again.
 */
const RULED_OUT: Readonly<Record<RejectedReason, RulesOut>> = {
  "21": "offer",
  "22": "organisation",
  "23": "organisation",
  "24": "organisation",
  "26": "organisation",
  "27": "organisation",
  "31": "offer",
  "32": "offer",
  "40": "organisation",
  "41": "offer",
  "42": "offer",
  "99": "organisation",
};

/** Silence is the organisation's. What a person at the desk took back may go to another place of the same one. */
export function ruledOutBy(reason: EndReason): RulesOut {
  if (reason === "silent") return "organisation";
  if (reason === "patient" || reason === "desk") return "offer";
  return RULED_OUT[reason];
}

/**
 * The offers that a part is not sent to again. `ending` is why the one that has it now is about to end; without it,
 * that one's own offer is left out and no other.
 */
export function offersAsked(
  state: PartState,
  offersBy: (organisationId: string) => readonly { readonly id: string }[],
  ending: EndReason | null = null,
): readonly string[] {
  const held = heldFulfilment(state);
  const asked = new Set<string>();
  for (const { id, offerId, organisationId, ended } of state.fulfilments) {
    const reason = ended?.reason ?? (id === held?.id ? ending : null);
    if (ended === null && id !== held?.id) continue;
    asked.add(offerId);
    if (reason !== null && ruledOutBy(reason) === "organisation") {
      for (const offer of offersBy(organisationId)) asked.add(offer.id);
    }
  }
  return [...asked];
}

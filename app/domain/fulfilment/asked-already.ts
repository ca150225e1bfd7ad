import { heldFulfilment, type PartState } from "./part-state";
import type { EndReason } from "./types";

/** What an ending rules out for a part: the one offer, every offer of the organisation, or nothing at all. */
type RulesOut = "offer" | "organisation" | "nothing";

/**
 * A reason about one place or one time leaves the organisation's other offers open; one about the person, or about the
 * organisation as a whole, does not: whoever said no is not asked again, nor shown the answers again.
 */
const RULED_OUT: Readonly<Record<EndReason, RulesOut>> = {
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
  silent: "organisation",
  transferred: "organisation",
  "partner-left": "organisation",
  // What a person let go, or the desk took back, may go to another place of the same organisation.
  patient: "offer",
  desk: "offer",
  // The person left it for another time, was not there, or the record was a mistake: the same place may be asked again.
  moved: "nothing",
  "did-not-attend": "nothing",
  error: "nothing",
};

export const ruledOutBy = (reason: EndReason): RulesOut => RULED_OUT[reason];

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
    if (reason !== null && ruledOutBy(reason) === "nothing") continue;
    asked.add(offerId);
    if (reason !== null && ruledOutBy(reason) === "organisation") {
      for (const offer of offersBy(organisationId)) asked.add(offer.id);
    }
  }
  return [...asked];
}

import { bySoonest } from "./glance";
import type { Candidate, RoutingDecision } from "./types";

/** How a person can put the list of those who can be asked in order; `best` is the decision's own. */
export const OFFER_ORDERS = ["best", "soonest", "nearest", "known"] as const;
export type OfferOrder = (typeof OFFER_ORDERS)[number];

/** More than anyone turns through: an order other than the decision's is made of so many of its offers. */
export const MOST_IN_ORDER = 1_000;

/**
 * Everyone who can be asked, in an order. The recommended one stays first, whatever the order; then come all the
 * others, each once. What the order cannot tell apart, or knows nothing of, stays as the decision has it.
 */
export function offersInOrder(decision: RoutingDecision, order: OfferOrder): readonly Candidate[] {
  const eligible = decision.candidates.filter((candidate) => candidate.eligible);
  const recommended = eligible.filter(({ offerId }) => offerId === decision.chosen);
  const others = eligible.filter(({ offerId }) => offerId !== decision.chosen);
  return [...recommended, ...sorted(others, order, decision)];
}

/** Whether their people look after this person already: it is their own practice, or they are known there. */
export function isKnownTo({ facts }: Candidate, { need }: Pick<RoutingDecision, "need">): boolean {
  const { registeredWith } = need.person;
  return (
    (registeredWith !== null && facts.organisationOds === registeredWith.ods) ||
    need.preferences.knownTo.includes(facts.organisationId)
  );
}

function sorted(
  candidates: readonly Candidate[],
  order: OfferOrder,
  decision: RoutingDecision,
): readonly Candidate[] {
  switch (order) {
    case "best":
      return candidates;
    case "soonest":
      return [...candidates].sort(bySoonest);
    case "nearest":
      return [...candidates].sort((a, b) => distance(a) - distance(b));
    case "known":
      return [
        ...candidates.filter((each) => isKnownTo(each, decision)),
        ...candidates.filter((each) => !isKnownTo(each, decision)),
      ];
    default:
      return order satisfies never;
  }
}

/** Care without a place of its own comes after every place. */
const distance = ({ facts }: Candidate): number => facts.distanceKm ?? Number.MAX_VALUE;

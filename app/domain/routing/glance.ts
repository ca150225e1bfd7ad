import type { Wait } from "../directory/types";
import type { Instant } from "../shared/time";
import type { RoutingDecision, Rule } from "./types";

/** A service seen from where a person stands, before they ask for it: how many, how near, how soon. */
export interface Glance {
  /** Offers that nothing known so far rules out, the ones that were only counted included. */
  readonly offers: number;
  /** Null when no place was given, or none of the offers has one. */
  readonly nearestKm: number | null;
  readonly nextFreeAt: Instant | null;
  /** The shortest typical wait that is known. */
  readonly wait: Wait | null;
}

/** What asking itself settles: who refers, and whose list a person is on. It does not make a place further or later. */
const SETTLED_BY_ASKING: ReadonlySet<Rule> = new Set(["self-referral", "registered-list"]);

/**
 * Sums up a decision that was made with its explanations, for a line of a list. Referrers are not counted: they do
 * not treat.
 */
export function glanceOf({ candidates, notShown }: RoutingDecision): Glance {
  const open = candidates.filter(
    ({ facts, verdicts }) =>
      facts.role === "provider" && verdicts.every(({ pass, rule }) => pass || SETTLED_BY_ASKING.has(rule)),
  );
  const facts = open.map((candidate) => candidate.facts);
  const distances = facts.flatMap(({ distanceKm }) => (distanceKm === null ? [] : [distanceKm]));
  const free = facts.flatMap(({ nextFreeAt }) => (nextFreeAt === null ? [] : [nextFreeAt]));
  const waits = facts.flatMap(({ wait }) => (wait === null ? [] : [wait]));
  return {
    offers: open.length + notShown.eligible,
    nearestKm: distances.length === 0 ? null : Math.min(...distances),
    nextFreeAt: free.sort()[0] ?? null,
    wait: waits.sort((a, b) => a.days - b.days)[0] ?? null,
  };
}

/** What is known of a person who has only looked: at most where they are. */
export function needOfVisitor(
  service: { readonly id: string; readonly priority: RoutingDecision["need"]["priority"] },
  place: RoutingDecision["need"]["place"],
): RoutingDecision["need"] {
  return {
    serviceId: service.id,
    priority: service.priority,
    person: { bornOn: null, sex: null, registeredWith: null },
    place,
    preferences: { modes: [], first: place === null ? "recommended" : "nearest", knownTo: [] },
    alreadyAsked: [],
  };
}

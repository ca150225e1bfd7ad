import type { Wait } from "../directory/types";
import type { Instant } from "../shared/time";
import type { Candidate, RoutingDecision, Rule } from "./types";

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

/** Whether nothing known so far rules an offer out. Referrers are left out: they do not treat. */
export const isOpenToVisitor = ({ facts, verdicts }: Candidate): boolean =>
  facts.role === "provider" && verdicts.every(({ pass, rule }) => pass || SETTLED_BY_ASKING.has(rule));

/** How soon an offer is, for putting offers in order: a free time before any usual wait, an unknown wait last. */
export function bySoonest({ facts: a }: Candidate, { facts: b }: Candidate): number {
  if (a.nextFreeAt !== b.nextFreeAt) {
    if (a.nextFreeAt === null) return 1;
    if (b.nextFreeAt === null) return -1;
    return a.nextFreeAt < b.nextFreeAt ? -1 : 1;
  }
  return (a.wait?.days ?? Number.MAX_VALUE) - (b.wait?.days ?? Number.MAX_VALUE);
}

/**
 * Sums up a decision that was made with its explanations, for a line of a list.
 */
export function glanceOf({ candidates, notShown }: RoutingDecision): Glance {
  const open = candidates.filter(isOpenToVisitor);
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

/**
 * Several glances as one, of what is asked for together: how soon and how near the first of them is. As many can be had
 * as can of the one that fewest give.
 */
export function glanceTogether(glances: readonly Glance[]): Glance {
  const known = <T>(of: (glance: Glance) => T | null): T[] => glances.flatMap((glance) => of(glance) ?? []);
  return {
    offers: glances.length === 0 ? 0 : Math.min(...glances.map(({ offers }) => offers)),
    nearestKm: known(({ nearestKm }) => nearestKm).sort((a, b) => a - b)[0] ?? null,
    nextFreeAt: known(({ nextFreeAt }) => nextFreeAt).sort()[0] ?? null,
    wait: known(({ wait }) => wait).sort((a, b) => a.days - b.days)[0] ?? null,
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

import type { OfferState } from "../directory/types";
import { circumstancesOf } from "../eligibility/circumstances";
import { isEligible } from "../eligibility/judge";
import { conclusionOf, failedCandidates, type Judging, type Met, rankedPage } from "./candidates";
import { freshCapacity, scaleFor } from "./points";
import type { Candidate, CandidateFacts, PointLine, RoutingDecision, Verdict } from "./types";

/**
 * - `same`: the facts lead to the same verdicts, points, lines, order and choice.
 * - `differs`: they do not; each difference in a line, as stored and as judged again.
 * - `without-facts`: made before facts were kept whole (format 1), so that it cannot be judged again.
 */
export type Rejudged =
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly differences: readonly string[] }
  | { readonly kind: "without-facts" };

/**
 * Judges a stored decision again from itself alone, by the same rules and points as `route`. What it takes as given are
 * the facts: the distances, what was known of each offer, which page an offer stood on, and the counts of what was not
 * shown. Throws when a candidate names terms that the decision does not hold.
 */
export function rejudge(stored: RoutingDecision | { readonly format: 1 }): Rejudged {
  if (stored.format === 1) return { kind: "without-facts" };
  const { policy, need, at, brand } = stored;
  const given = circumstancesOf(need, { brand, policy, bankHolidays: new Set(stored.bankHolidays) }, at);
  const judging: Judging = { given, scale: scaleFor(policy, brand.kind, given, at), explain: true };
  const met = stored.candidates.map((candidate) => metAgain(stored, candidate, judging));
  const differences = differencesOf(stored, candidatesAgain(judging, met, policy.judged));
  return differences.length === 0 ? { kind: "same" } : { kind: "differs", differences };
}

/** The candidates in the order that `route` gives them: referrers only where no provider can be asked. */
function candidatesAgain(judging: Judging, met: readonly Met[], page: number): Candidate[] {
  const able = new Set(met.filter(({ subject }) => isEligible(subject, judging.given)));
  const inRole = (role: CandidateFacts["role"], eligible: boolean): Met[] =>
    met.filter((each) => each.facts.role === role && able.has(each) === eligible);
  const providers = inRole("provider", true);
  const ranked: Candidate[] = [];
  for (let from = 0; from < providers.length; from += page) {
    ranked.push(...rankedPage(judging, providers.slice(from, from + page)));
  }
  const referrers =
    ranked.length > 0
      ? []
      : [
          ...rankedPage(judging, inRole("referrer", true)),
          ...failedCandidates(judging, inRole("referrer", false)),
        ];
  return [...ranked, ...referrers, ...failedCandidates(judging, inRole("provider", false))];
}

function metAgain({ terms }: RoutingDecision, { offerId, facts }: Candidate, { scale }: Judging): Met {
  const own = terms[facts.terms];
  if (own === undefined) throw new Error(`The decision does not hold the terms of ${offerId}`);
  const { locationId, locationName, modes, wait, distanceKm, centreKm } = facts;
  const about = {
    offer: { id: offerId, locationId, modes, wait },
    organisation: {
      id: facts.organisationId,
      odsCode: facts.organisationOds,
      name: facts.organisationName,
    },
    location: locationName === null ? undefined : { name: locationName },
  };
  const state: OfferState = {
    capacity: facts.capacityTold,
    capacityConfirmedAt: facts.capacityConfirmedAt,
    nextFreeAt: facts.nextFreeAt,
    kept: facts.kept,
    given: facts.given,
  };
  return {
    subject: { ...about, terms: own, km: centreKm },
    standing: { ...about, km: distanceKm, state },
    facts: { ...facts, capacity: freshCapacity(state, scale.freshSince) },
  };
}

function differencesOf(stored: RoutingDecision, again: readonly Candidate[]): string[] {
  const differences: string[] = [];
  const compare = (what: string, before: unknown, after: unknown): void => {
    if (before !== after) differences.push(`${what}: stored ${before}, judged again ${after}`);
  };
  const { outcome, chosen } = conclusionOf(again);
  compare("outcome", stored.outcome, outcome);
  if (stored.chosenBy === "ranking") compare("chosen", stored.chosen, chosen);
  else if (!again.some(({ offerId, eligible }) => eligible && offerId === stored.chosen)) {
    differences.push(`chosen: stored ${stored.chosen}, judged again not eligible`);
  }
  compare("order", inOrder(stored.candidates), inOrder(again));
  const byId = new Map(again.map((candidate) => [candidate.offerId, candidate]));
  for (const before of stored.candidates) {
    const after = byId.get(before.offerId);
    if (after === undefined) continue;
    const of = (what: string) => `${before.offerId}, ${what}`;
    compare(of("eligible"), before.eligible, after.eligible);
    compare(of("points"), before.points, after.points);
    compare(of("capacity"), before.facts.capacity, after.facts.capacity);
    compare(of("verdicts"), verdictsText(before.verdicts), verdictsText(after.verdicts));
    compare(of("lines"), linesText(before.lines), linesText(after.lines));
  }
  return differences;
}

const inOrder = (candidates: readonly Candidate[]): string =>
  candidates.map(({ offerId }) => offerId).join(" ");

const verdictsText = (verdicts: readonly Verdict[]): string =>
  verdicts
    .map(({ rule, pass, code, text }) => `${rule} ${pass ? "passes" : `fails ${code}`} “${text}”`)
    .join("; ");

const linesText = (lines: readonly PointLine[]): string =>
  lines.map(({ reason, points, text }) => `${reason} ${points} “${text}”`).join("; ");

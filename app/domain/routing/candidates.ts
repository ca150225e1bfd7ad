import type { Circumstances } from "../eligibility/circumstances";
import { verdictsToShow } from "../eligibility/judge";
import type { Subject } from "../eligibility/rule";
import { linesFor } from "./point-lines";
import { pointsFor, type Scale, type Standing, totalOf, usualGivenOf } from "./points";
import type { Candidate, CandidateFacts, RoutingDecision } from "./types";

/** What one decision judges by. */
export interface Judging {
  readonly given: Circumstances;
  readonly scale: Scale;
  /** False leaves out verdicts and lines. */
  readonly explain: boolean;
}

/** An offer as rules and points see it, and what is kept of it. */
export interface Met {
  readonly subject: Subject;
  readonly standing: Standing;
  readonly facts: CandidateFacts;
}

/** Eligible offers that are shown together, best first. */
export function rankedPage(judging: Judging, met: readonly Met[]): Candidate[] {
  const usualGiven = usualGivenOf(met.map(({ standing }) => standing));
  return met.map((each) => eligibleCandidate(judging, each, usualGiven)).sort(bestFirst);
}

/** Offers that cannot be asked, nearest first. */
export const failedCandidates = ({ given, explain }: Judging, met: readonly Met[]): Candidate[] =>
  met
    .map(({ subject, facts }) => ({
      offerId: subject.offer.id,
      facts,
      eligible: false,
      verdicts: explain ? verdictsToShow(subject, given) : [],
      points: 0,
      lines: [],
    }))
    .sort((a, b) => byKm(a.facts.centreKm, b.facts.centreKm) || byOdsThenId(a, b));

function eligibleCandidate(
  { given, scale, explain }: Judging,
  { subject, standing, facts }: Met,
  usualGiven: number,
): Candidate {
  const points = pointsFor(standing, scale, usualGiven);
  return {
    offerId: subject.offer.id,
    facts,
    eligible: true,
    verdicts: explain ? verdictsToShow(subject, given) : [],
    points: totalOf(points),
    lines: explain ? linesFor(points, standing, scale, usualGiven) : [],
  };
}

/** Who is first, what came of it: what a decision says beside its candidates. */
export function conclusionOf(candidates: readonly Candidate[]): Pick<RoutingDecision, "outcome" | "chosen"> {
  const first = candidates.find(({ eligible }) => eligible);
  if (first === undefined) return { outcome: "none", chosen: null };
  return { outcome: first.facts.role === "referrer" ? "referral" : "offered", chosen: first.offerId };
}

/** Ties break the same way always: points, distance, ODS code (none comes last), the offer's id. */
const bestFirst = (a: Candidate, b: Candidate): number =>
  b.points - a.points || byKm(a.facts.distanceKm, b.facts.distanceKm) || byOdsThenId(a, b);

const byKm = (a: number | null, b: number | null): number =>
  (a ?? Number.MAX_VALUE) - (b ?? Number.MAX_VALUE);

function byOdsThenId(a: Candidate, b: Candidate): number {
  const [odsOfA, odsOfB] = [a.facts.organisationOds, b.facts.organisationOds];
  if (odsOfA !== odsOfB) {
    if (odsOfA === null) return 1;
    if (odsOfB === null) return -1;
    return odsOfA < odsOfB ? -1 : 1;
  }
  return a.offerId < b.offerId ? -1 : a.offerId > b.offerId ? 1 : 0;
}

import type { Directory } from "../directory/directory";
import type { ServiceIndex } from "../directory/service-index";
import type { Offer, Overlay } from "../directory/types";
import { type Circumstances, circumstancesOf } from "../eligibility/circumstances";
import { isEligible, subjectOf, verdictsToShow } from "../eligibility/judge";
import type { Subject } from "../eligibility/rule";
import type { Instant } from "../shared/time";
import { type Found, type Gathered, gather } from "./gather";
import { freshCapacity, linesFor, pointsFor, type Scale, type Standing, scaleFor, totalOf } from "./points";
import type { Candidate, CandidateFacts, Need, RoutingDecision } from "./types";

export interface RouteOptions {
  /** False leaves out verdicts and lines; the choices are the same. */
  readonly explain?: boolean;
  /**
   * How many eligible offers to show, when it is more than the policy's number: "show more". The longer list begins
   * with the shorter one, and the recommended offer stays.
   */
  readonly judged?: number;
}

/**
 * Which offers can meet a need, in which order, and why. A pure function of its arguments. Capacity, waits and
 * distance set the order and never hide an offer; when no offer is eligible the outcome says so.
 */
export function route(
  directory: Directory,
  overlay: Overlay,
  need: Need,
  now: Instant,
  options: RouteOptions = {},
): RoutingDecision {
  const { policy, brand } = directory;
  const given = circumstancesOf(need, directory, now);
  const scale = scaleFor(policy, given, now);
  const judging: Judging = { directory, overlay, given, scale, explain: options.explain ?? true };
  const index = directory.index(need.serviceId);
  const most = Math.max(options.judged ?? 0, policy.judged);
  const gathered = index === undefined ? NOTHING : gather(directory, index, given, most);
  const eligible = index === undefined ? [] : ranked(judging, index, gathered.eligible);
  const failed =
    index === undefined ? [] : gathered.failed.map((found) => candidateAt(judging, index, found, false));
  const referrers = index === undefined || eligible.length > 0 ? [] : referrersFor(judging, index);
  const referrer = referrers.find((candidate) => candidate.eligible);
  const chosen = eligible[0] ?? referrer;
  return {
    format: 1,
    brandId: brand.id,
    serviceId: need.serviceId,
    at: now,
    directoryVersion: directory.version,
    policyVersion: policy.version,
    need,
    outcome: eligible.length > 0 ? "offered" : referrer === undefined ? "none" : "referral",
    chosen: chosen?.offerId ?? null,
    chosenBy: "ranking",
    candidates: [
      ...eligible,
      ...referrers.filter((candidate) => candidate.eligible),
      ...referrers.filter((candidate) => !candidate.eligible),
      ...failed,
    ],
    notShown: gathered.notShown,
  };
}

/** The same decision with a person's own choice; undefined when that offer is not eligible in it. */
export function choose(decision: RoutingDecision, offerId: string): RoutingDecision | undefined {
  const isThere = decision.candidates.some(
    (candidate) => candidate.offerId === offerId && candidate.eligible,
  );
  return isThere ? { ...decision, chosen: offerId, chosenBy: "person" } : undefined;
}

/** Routes as far as it takes to meet an offer that a person chose from a longer list; undefined when it is not eligible. */
export function routeTo(
  directory: Directory,
  overlay: Overlay,
  need: Need,
  now: Instant,
  offerId: string,
): RoutingDecision | undefined {
  const offer = directory.offer(offerId);
  if (offer === undefined || offer.serviceId !== need.serviceId) return undefined;
  for (let judged = directory.policy.judged; ; judged *= 4) {
    const decision = route(directory, overlay, need, now, { judged });
    const chosen = choose(decision, offerId);
    if (chosen !== undefined || decision.notShown.eligible === 0) return chosen;
  }
}

const NOTHING: Gathered = { eligible: [], failed: [], notShown: { eligible: 0, failed: {} } };

interface Judging {
  readonly directory: Directory;
  readonly overlay: Overlay;
  readonly given: Circumstances;
  readonly scale: Scale;
  readonly explain: boolean;
}

/** Page by page, each in the order of its points: so a longer list begins with the shorter one. */
function ranked(judging: Judging, index: ServiceIndex, eligible: readonly Found[]): Candidate[] {
  const page = judging.directory.policy.judged;
  const rows: Candidate[] = [];
  for (let from = 0; from < eligible.length; from += page) {
    const scored = eligible
      .slice(from, from + page)
      .map((found) => ({ found, candidate: candidateAt(judging, index, found, true) }));
    scored.sort(
      (a, b) =>
        b.candidate.points - a.candidate.points ||
        (a.found.km ?? Number.MAX_VALUE) - (b.found.km ?? Number.MAX_VALUE) ||
        (index.rank[a.found.row] ?? 0) - (index.rank[b.found.row] ?? 0),
    );
    for (const { candidate } of scored) rows.push(candidate);
  }
  return rows;
}

function candidateAt(judging: Judging, index: ServiceIndex, found: Found, eligible: boolean): Candidate {
  const { directory } = judging;
  const offer = index.offers[found.row];
  const terms = index.terms[index.termsOf[found.row] ?? 0];
  const organisation = directory.organisations[index.organisationOf[found.row] ?? 0];
  if (offer === undefined || terms === undefined || organisation === undefined) {
    throw new Error("A row of the index has no offer");
  }
  const location = index.locations[found.row];
  const subject: Subject = { offer, terms, organisation, location, km: found.kmToCentre };
  return candidateOf(judging, subject, found.km, eligible);
}

function candidateOf(judging: Judging, subject: Subject, km: number | null, eligible: boolean): Candidate {
  const { scale, given, explain } = judging;
  const { offer, organisation, location } = subject;
  const standing: Standing = { offer, organisation, location, km, state: judging.overlay.get(offer.id) };
  const points = eligible ? pointsFor(standing, scale) : null;
  return {
    offerId: offer.id,
    facts: factsOf(standing, scale),
    eligible,
    verdicts: explain ? verdictsToShow(subject, given) : [],
    points: points === null ? 0 : totalOf(points),
    lines: points === null || !explain ? [] : linesFor(points, standing, scale),
  };
}

/** The person's own practice, when it can refer them to this service. */
function referrersFor(judging: Judging, index: ServiceIndex): Candidate[] {
  const { directory, given } = judging;
  const ods = given.need.person.registeredWith?.ods;
  const practice = ods === undefined ? undefined : directory.organisationByOds(ods);
  const number = practice && directory.organisationNumber(practice.id);
  const offers: readonly Offer[] = number === undefined ? [] : (index.referrers.get(number) ?? []);
  return offers.map((offer) => {
    const subject = subjectOf(directory, offer, given.need);
    const km = offer.locationId === null ? null : subject.km;
    return candidateOf(judging, subject, km, isEligible(subject, given));
  });
}

function factsOf({ offer, organisation, location, km, state }: Standing, scale: Scale): CandidateFacts {
  return {
    organisationId: organisation.id,
    organisationOds: organisation.odsCode,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    ...(offer.words === undefined ? {} : { offerName: offer.words.name }),
    role: offer.role,
    locationName: location?.name ?? null,
    locationPostcode: location?.postcode ?? null,
    modes: offer.modes,
    booking: offer.booking,
    boxStyle: offer.box.style,
    distanceKm: km,
    wait: offer.wait,
    capacity: freshCapacity(state, scale.freshSince),
    capacityConfirmedAt: state?.capacityConfirmedAt ?? null,
    nextFreeAt: state?.nextFreeAt ?? null,
  };
}

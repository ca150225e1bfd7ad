import type { Directory } from "../directory/directory";
import type { ServiceIndex } from "../directory/service-index";
import type { Terms } from "../directory/terms";
import type { Offer, OfferState, Overlay } from "../directory/types";
import { circumstancesOf } from "../eligibility/circumstances";
import { isEligible, subjectOf, type WholeSubject } from "../eligibility/judge";
import { daysFrom, type Instant, type PlainDate } from "../shared/time";
import { conclusionOf, failedCandidates, type Judging, type Met, rankedPage } from "./candidates";
import { type Found, type Gathered, gather } from "./gather";
import type { Gatherings } from "./gatherings";
import { freshCapacity, type Standing, scaleFor } from "./points";
import type { Candidate, CandidateFacts, Need, RoutingDecision } from "./types";

export interface RouteOptions {
  /** False leaves out verdicts and lines; the choices are the same. */
  readonly explain?: boolean;
  /**
   * How many eligible offers to show, when it is more than the policy's number: "show more". The longer list begins
   * with the shorter one, and the recommended offer stays.
   */
  readonly judged?: number;
  /** False leaves out those that cannot be asked; the choices are the same. */
  readonly failed?: boolean;
  /** What was gathered in this directory for the same need at the same moment is not sorted again; the choices are the same. */
  readonly gatherings?: Gatherings;
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
  const scale = scaleFor(policy, brand.kind, given, now);
  const routing: Routing = { directory, overlay, given, scale, explain: options.explain ?? true, terms: [] };
  const index = directory.index(need.serviceId);
  const most = Math.max(options.judged ?? 0, policy.judged);
  const sorted = (of: ServiceIndex) =>
    options.gatherings?.gather(directory, of, given, most) ?? gather(directory, of, given, most);
  const gathered = index === undefined ? NOTHING : sorted(index);
  const eligible = index === undefined ? [] : ranked(routing, index, gathered.eligible);
  const referrers = index === undefined || eligible.length > 0 ? [] : referrersFor(routing, index);
  const failed =
    index === undefined || options.failed === false
      ? []
      : failedCandidates(routing, allMet(routing, index, gathered.failed));
  const candidates = [...eligible, ...referrers, ...failed];
  return {
    format: 2,
    brandId: brand.id,
    brand: { name: brand.name, kind: brand.kind },
    serviceId: need.serviceId,
    at: now,
    directoryVersion: directory.version,
    policyVersion: policy.version,
    policy: {
      reachKm: policy.reachKm,
      judged: policy.judged,
      points: policy.points,
      promiseWithin: policy.promiseWithin,
      capacityStaleHours: policy.capacityStaleHours,
    },
    bankHolidays: bankHolidaysNear(directory, given.today),
    terms: routing.terms,
    need,
    ...conclusionOf(candidates),
    chosenBy: "ranking",
    candidates,
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

/** Longer than any place is shut, and than any promise to somebody who cannot wait. */
const NEAR_DAYS = 60;

/** The same for all who ask on a day, so they are remembered with the directory until another day is asked for. */
const nearBy = new WeakMap<Directory, { readonly today: PlainDate; readonly near: readonly PlainDate[] }>();

/** The bank holidays that a decision can turn on; sorted once a directory, and looked through from its first to come. */
function bankHolidaysNear(directory: Directory, today: PlainDate): readonly PlainDate[] {
  const known = nearBy.get(directory);
  if (known?.today === today) return known.near;
  const until = daysFrom(today, NEAR_DAYS);
  const near: PlainDate[] = [];
  for (const day of directory.bankHolidays) if (day >= today && day <= until) near.push(day);
  nearBy.set(directory, { today, near });
  return near;
}

const NOTHING: Gathered = { eligible: [], failed: [], notShown: { eligible: 0, failed: {} } };

interface Routing extends Judging {
  readonly directory: Directory;
  readonly overlay: Overlay;
  /** The terms met so far, each once. */
  readonly terms: Terms[];
}

/** Page by page, each in the order of its points: so a longer list begins with the shorter one. */
function ranked(routing: Routing, index: ServiceIndex, eligible: readonly Found[]): Candidate[] {
  const page = routing.directory.policy.judged;
  const rows: Candidate[] = [];
  for (let from = 0; from < eligible.length; from += page) {
    const met = allMet(routing, index, eligible.slice(from, from + page));
    for (const candidate of rankedPage(routing, met)) rows.push(candidate);
  }
  return rows;
}

/**
 * What is kept of each of these. In a large directory nearly all the time goes on fetching it from memory; so all states
 * are looked for before anything is worked out, and the fetches overlap.
 */
function allMet(routing: Routing, index: ServiceIndex, found: readonly Found[]): Met[] {
  const offers = found.map(({ row }) => index.offers[row]);
  const states = offers.map((offer) => offer && routing.overlay.get(offer.id));
  return found.map((each, at) => metAt(routing, index, each, states[at]));
}

function metAt(routing: Routing, index: ServiceIndex, found: Found, state: OfferState | undefined): Met {
  const offer = index.offers[found.row];
  const terms = index.terms[index.termsOf[found.row] ?? 0];
  const organisation = routing.directory.organisations[index.organisationOf[found.row] ?? 0];
  if (offer === undefined || terms === undefined || organisation === undefined) {
    throw new Error("A row of the index has no offer");
  }
  const location = index.locations[found.row];
  return metOf(routing, { offer, terms, organisation, location, km: found.kmToCentre }, found.km, state);
}

function metOf(
  routing: Routing,
  subject: WholeSubject,
  km: number | null,
  state: OfferState | undefined,
): Met {
  const { offer, organisation, location } = subject;
  const standing = { offer, organisation, location, km, state };
  return { subject, standing, facts: factsOf(routing, subject, standing) };
}

/** The person's own practice, when it can refer them to this service: first the offers that can, then those that cannot. */
function referrersFor(routing: Routing, index: ServiceIndex): Candidate[] {
  const { directory, given } = routing;
  const ods = given.need.person.registeredWith?.ods;
  const practice = ods === undefined ? undefined : directory.organisationByOds(ods);
  const number = practice && directory.organisationNumber(practice.id);
  const offers: readonly Offer[] = number === undefined ? [] : (index.referrers.get(number) ?? []);
  const met = offers.map((offer) => {
    const subject = subjectOf(directory, offer, given.need);
    const km = offer.locationId === null ? null : subject.km;
    return metOf(routing, subject, km, routing.overlay.get(offer.id));
  });
  const can = (each: Met) => isEligible(each.subject, given);
  return [
    ...rankedPage(routing, met.filter(can)),
    ...failedCandidates(
      routing,
      met.filter((each) => !can(each)),
    ),
  ];
}

function factsOf(
  { terms, scale }: Routing,
  subject: WholeSubject,
  { km, state }: Pick<Standing, "km" | "state">,
): CandidateFacts {
  const { offer, organisation, location } = subject;
  return {
    organisationId: organisation.id,
    organisationOds: organisation.odsCode,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    ...(offer.words === undefined ? {} : { offerName: offer.words.name }),
    role: offer.role,
    locationId: offer.locationId,
    locationName: location?.name ?? null,
    locationPostcode: location?.postcode ?? null,
    modes: offer.modes,
    booking: offer.booking,
    boxStyle: offer.box.style,
    distanceKm: km,
    centreKm: subject.km,
    terms: placeOf(terms, subject.terms),
    wait: offer.wait,
    capacity: freshCapacity(state, scale.freshSince),
    capacityConfirmedAt: state?.capacityConfirmedAt ?? null,
    capacityTold: state?.capacity ?? null,
    nextFreeAt: state?.nextFreeAt ?? null,
    kept: state?.kept ?? null,
    given: state?.given ?? 0,
  };
}

function placeOf(met: Terms[], terms: Terms): number {
  const place = met.indexOf(terms);
  return place >= 0 ? place : met.push(terms) - 1;
}

import type { Brand, CapacityStatus, Mode, OfferState, Policy } from "../directory/types";
import type { Circumstances } from "../eligibility/circumstances";
import type { JudgedLocation, JudgedOffer, JudgedOrganisation } from "../eligibility/rule";
import { isOwnPractice } from "../eligibility/rules";
import { KM_IN_A_MILE } from "../shared/in-words";
import { type Instant, instant, milliseconds } from "../shared/time";
import type { Need } from "./types";
import { type Weights, weightsFor } from "./weights";

/** An offer as the points see it. */
export interface Standing {
  readonly offer: JudgedOffer;
  readonly organisation: JudgedOrganisation;
  readonly location: JudgedLocation | undefined;
  readonly km: number | null;
  readonly state: OfferState | undefined;
}

export interface Scale {
  readonly weights: Weights;
  readonly given: Circumstances;
  readonly now: Instant;
  readonly nowMs: number;
  /** A capacity status confirmed before this counts as unknown. */
  readonly freshSince: Instant;
}

export function scaleFor(
  policy: Pick<Policy, "points" | "capacityStaleHours">,
  kind: Brand["kind"],
  given: Circumstances,
  now: Instant,
): Scale {
  const nowMs = milliseconds(now);
  return {
    weights: weightsFor(policy.points, given.need.preferences, kind),
    given,
    now,
    nowMs,
    freshSince: freshSince(policy, now),
  };
}

/** A capacity status confirmed before this counts as unknown. */
export const freshSince = (
  { capacityStaleHours }: Pick<Policy, "capacityStaleHours">,
  now: Instant,
): Instant => instant(milliseconds(now) - capacityStaleHours * 3_600_000);

export interface Points {
  readonly distance: number;
  readonly wait: number;
  readonly continuity: number;
  readonly preference: number;
  readonly capacity: number;
  readonly kept: number;
  readonly share: number;
}

/** Half the points are left at this many kilometres, and at this many days. */
const HALF_AT_KM = 5;
const HALF_AT_DAYS = 14;
/** A wait that nobody knows counts as about six weeks: never as none. */
export const UNKNOWN_WAIT_DAYS = 42;
/**
 * What a partner counts as having done before anything is known of it: eight promises of ten kept. So nobody starts as
 * good or as bad, and one promise moves the rate of a new partner by a fiftieth when kept, and less than a twelfth when broken.
 */
const SUPPOSED = { kept: 8, of: 10 } as const;
/** Requests that everybody counts as given, so that the first few of a month do not swing the share. */
const SUPPOSED_GIVEN = 5;
const DAYS_IN_A_WEEK = 7;

/**
 * Whole points, so that they add up exactly. None is ever negative, and none hides an offer. `usualGiven` is how many
 * requests the partners of this page were given each.
 */
export function pointsFor(standing: Standing, scale: Scale, usualGiven: number): Points {
  const { weights } = scale;
  const days = waitDays(standing, scale) ?? UNKNOWN_WAIT_DAYS;
  return {
    distance: Math.round(weights.distance * nearness(standing, scale)),
    wait: waitPoints(weights, days),
    continuity: isKnown(standing, scale.given) ? Math.round(weights.continuity) : 0,
    preference: Math.round(weights.preference * shareOfModes(standing.offer.modes, scale.given.need)),
    capacity: roomPoints(weights.capacity, freshCapacity(standing.state, scale.freshSince)),
    kept: Math.round(weights.kept * keptRate(standing.state)),
    share: sharePoints(standing, weights, days, usualGiven),
  };
}

export const totalOf = (points: Points): number =>
  points.distance +
  points.wait +
  points.continuity +
  points.preference +
  points.capacity +
  points.kept +
  points.share;

/** How many requests each partner among these was given of late: the mean, each partner counted once, in any order. */
export function usualGivenOf(standings: readonly Standing[]): number {
  const byPartner = new Map<string, number>();
  for (const { organisation, state } of standings) {
    byPartner.set(organisation.id, Math.max(byPartner.get(organisation.id) ?? 0, state?.given ?? 0));
  }
  let sum = 0;
  for (const given of byPartner.values()) sum += given;
  return byPartner.size === 0 ? 0 : sum / byPartner.size;
}

/** The status while it is fresh; null when unknown or confirmed too long ago. */
export const freshCapacity = (state: OfferState | undefined, freshSince: Instant) =>
  state === undefined || state.capacityConfirmedAt === null || state.capacityConfirmedAt < freshSince
    ? null
    : state.capacity;

/** The days until the next free time, or else the usual wait; null when neither is known. */
export function waitDays({ offer, state }: Standing, { now, nowMs }: Scale): number | null {
  const free = state?.nextFreeAt ?? null;
  if (free !== null && free >= now) return (milliseconds(free) - nowMs) / 86_400_000;
  return offer.wait?.days ?? null;
}

const waitPoints = (weights: Weights, days: number): number =>
  Math.round((weights.wait * HALF_AT_DAYS) / (HALF_AT_DAYS + days));

const distancePoints = (weights: Weights, km: number): number =>
  Math.round((weights.distance * HALF_AT_KM) / (HALF_AT_KM + km));

/** From nothing to one; the prior's rate when nothing is known. */
const keptRate = (state: OfferState | undefined): number => {
  const { kept, broken } = state?.kept ?? { kept: 0, broken: 0 };
  return (kept + SUPPOSED.kept) / (kept + broken + SUPPOSED.of);
};

/**
 * Half for a partner with its fair share, more for one with less. Fairness to partners is paid for by no patient: the
 * most it gives is what the last mile to this offer costs it in points, and the last week of its wait. So of two
 * offers that differ in nothing else, the one a mile nearer or a week sooner is never passed by the other, here or
 * at the edge of reach, however the person weighs distance and waits.
 */
function sharePoints({ km, state }: Standing, weights: Weights, days: number, usualGiven: number): number {
  const lastMile =
    km === null || km < KM_IN_A_MILE
      ? Number.POSITIVE_INFINITY
      : distancePoints(weights, km - KM_IN_A_MILE) - distancePoints(weights, km);
  const lastWeek =
    days < DAYS_IN_A_WEEK
      ? Number.POSITIVE_INFINITY
      : waitPoints(weights, days - DAYS_IN_A_WEEK) - waitPoints(weights, days);
  const most = Math.min(weights.share, lastMile, lastWeek);
  return Math.round(
    (most * (usualGiven + SUPPOSED_GIVEN)) / (usualGiven + (state?.given ?? 0) + 2 * SUPPOSED_GIVEN),
  );
}

function nearness({ offer, km }: Standing, { given }: Scale): number {
  if (km !== null) return HALF_AT_KM / (HALF_AT_KM + km);
  if (offer.locationId !== null) return 0;
  const wanted = given.need.preferences.modes;
  return wanted.length > 0 && offer.modes.some((mode) => wanted.includes(mode)) ? 1 : 0.5;
}

const isKnown = ({ organisation }: Standing, given: Circumstances): boolean =>
  isOwnPractice(organisation, given) || given.need.preferences.knownTo.includes(organisation.id);

function shareOfModes(modes: readonly Mode[], need: Need): number {
  const wanted = need.preferences.modes;
  return wanted.length === 0 ? 0 : wanted.filter((mode) => modes.includes(mode)).length / wanted.length;
}

/** How much of the points for room a status gives. Unknown stands between "has room" and "has a waiting list". */
const ROOM: Readonly<Record<CapacityStatus | "unknown", number>> = {
  capacity: 1,
  unknown: 0.5,
  waitlist: 0.25,
  "no-capacity": 0,
};

/** The points for room, of the most that there are; null is unknown. */
export const roomPoints = (most: number, capacity: CapacityStatus | null): number =>
  Math.round(most * ROOM[capacity ?? "unknown"]);

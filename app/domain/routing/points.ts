import type { Location, Mode, Offer, OfferState, Organisation, Policy, Wait } from "../directory/types";
import type { Circumstances } from "../eligibility/circumstances";
import { isOwnPractice } from "../eligibility/rules";
import { counted, dateInWords, daysInWords, distanceInWords, modesInWords } from "../shared/in-words";
import { type Instant, instant, milliseconds } from "../shared/time";
import type { Need, PointLine } from "./types";

/** The most whole points each reason gives in this decision. */
export type Weights = Policy["points"];

/** What somebody wants first weighs four times; what they gave up for it, half. */
export function weightsFor(points: Policy["points"], first: Need["preferences"]["first"]): Weights {
  switch (first) {
    case "recommended":
      return points;
    case "nearest":
      return { ...points, distance: points.distance * 4, wait: points.wait / 2 };
    case "soonest":
      return { ...points, wait: points.wait * 4, distance: points.distance / 2 };
  }
}

/** An offer as the points see it. */
export interface Standing {
  readonly offer: Offer;
  readonly organisation: Organisation;
  readonly location: Location | undefined;
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

export function scaleFor(policy: Policy, given: Circumstances, now: Instant): Scale {
  const nowMs = milliseconds(now);
  return {
    weights: weightsFor(policy.points, given.need.preferences.first),
    given,
    now,
    nowMs,
    freshSince: instant(nowMs - policy.capacityStaleHours * 3_600_000),
  };
}

export interface Points {
  readonly distance: number;
  readonly wait: number;
  readonly continuity: number;
  readonly preference: number;
  readonly capacity: number;
}

/** Half the points are left at this many kilometres, and at this many days. */
const HALF_AT_KM = 5;
const HALF_AT_DAYS = 14;
/** A wait that nobody knows counts as about six weeks: never as none. */
export const UNKNOWN_WAIT_DAYS = 42;

/** Whole points, so that they add up exactly. None is ever negative, and none hides an offer. */
export function pointsFor(standing: Standing, scale: Scale): Points {
  const { weights } = scale;
  const days = waitDays(standing, scale) ?? UNKNOWN_WAIT_DAYS;
  return {
    distance: Math.round(weights.distance * nearness(standing, scale)),
    wait: Math.round((weights.wait * HALF_AT_DAYS) / (HALF_AT_DAYS + days)),
    continuity: isKnown(standing, scale.given) ? Math.round(weights.continuity) : 0,
    preference: Math.round(weights.preference * shareOfModes(standing.offer.modes, scale.given.need)),
    capacity: Math.round(weights.capacity * room(standing.state, scale)),
  };
}

export const totalOf = (points: Points): number =>
  points.distance + points.wait + points.continuity + points.preference + points.capacity;

/** The status while it is fresh; null when unknown or confirmed too long ago. */
export const freshCapacity = (state: OfferState | undefined, freshSince: Instant) =>
  state === undefined || state.capacityConfirmedAt === null || state.capacityConfirmedAt < freshSince
    ? null
    : state.capacity;

/** The points in plain words, a line for each reason that a person would look for. */
export function linesFor(points: Points, standing: Standing, scale: Scale): PointLine[] {
  const { need } = scale.given;
  const lines: PointLine[] = [
    { reason: "distance", points: points.distance, text: distanceText(standing, scale) },
    { reason: "wait", points: points.wait, text: waitText(standing, scale) },
    { reason: "capacity", points: points.capacity, text: roomText(standing, scale) },
  ];
  if (points.continuity > 0) {
    const own = isOwnPractice(standing.organisation, scale.given);
    lines.push({
      reason: "continuity",
      points: points.continuity,
      text: own ? "Your own practice" : "They look after you already",
    });
  }
  const wanted = standing.offer.modes.filter((mode) => need.preferences.modes.includes(mode));
  if (wanted.length > 0) {
    lines.push({
      reason: "preference",
      points: points.preference,
      text: `Given ${modesInWords(wanted)}, as you asked`,
    });
  }
  return lines;
}

function nearness({ offer, km }: Standing, { given }: Scale): number {
  if (km !== null) return HALF_AT_KM / (HALF_AT_KM + km);
  if (offer.locationId !== null) return 0;
  const wanted = given.need.preferences.modes;
  return wanted.length > 0 && offer.modes.some((mode) => wanted.includes(mode)) ? 1 : 0.5;
}

function waitDays({ offer, state }: Standing, { now, nowMs }: Scale): number | null {
  const free = state?.nextFreeAt ?? null;
  if (free !== null && free >= now) return (milliseconds(free) - nowMs) / 86_400_000;
  return offer.wait?.days ?? null;
}

const isKnown = ({ organisation }: Standing, given: Circumstances): boolean =>
  isOwnPractice(organisation, given) || given.need.preferences.knownTo.includes(organisation.id);

function shareOfModes(modes: readonly Mode[], need: Need): number {
  const wanted = need.preferences.modes;
  return wanted.length === 0 ? 0 : wanted.filter((mode) => modes.includes(mode)).length / wanted.length;
}

/** Unknown stands between "has room" and "has a waiting list". */
function room(state: OfferState | undefined, { freshSince }: Scale): number {
  switch (freshCapacity(state, freshSince)) {
    case "capacity":
      return 1;
    case null:
      return 0.5;
    case "waitlist":
      return 0.25;
    case "no-capacity":
      return 0;
  }
}

function distanceText({ offer, km }: Standing, { given }: Scale): string {
  if (km !== null) return `${distanceInWords(km)} away`;
  if (offer.locationId !== null)
    return given.need.place === null ? "Distance not known yet" : "Distance not known";
  if (offer.modes.length === 0) return "Ask them where they meet";
  return offer.modes.includes("home-visit") ? "They come to you" : "No need to travel";
}

function waitText({ offer, state }: Standing, { now, nowMs }: Scale): string {
  const free = state?.nextFreeAt ?? null;
  if (free !== null && free >= now) {
    const days = (milliseconds(free) - nowMs) / 86_400_000;
    return days < 1 ? "Next free time within a day" : `Next free time in ${daysInWords(days)}`;
  }
  if (offer.wait === null) return "Wait not known";
  return waitInWords(offer.wait);
}

/** "Usual wait about 16 weeks (NHS England, 31 March 2026)". */
export function waitInWords({ days, asOf, source }: Wait): string {
  const figure = days < 1 ? "Usually seen the same day" : `Usual wait ${daysInWords(days)}`;
  return `${figure} (${source}, ${dateInWords(asOf)})`;
}

/** Said of room where a free time is all that is known of it. */
export const HAS_A_FREE_TIME = "Has a free time";

/** Somewhere with a free time is not said to have room that nobody knows of. */
function roomText({ state }: Standing, scale: Scale): string {
  const free = state?.nextFreeAt ?? null;
  return free !== null && free >= scale.now && freshCapacity(state, scale.freshSince) === null
    ? HAS_A_FREE_TIME
    : capacityText(state, scale);
}

function capacityText(state: OfferState | undefined, { freshSince, nowMs }: Scale): string {
  const confirmedAt = state?.capacityConfirmedAt ?? null;
  if (state === undefined || state.capacity === null || confirmedAt === null)
    return "Not known if they have room";
  const age = agoInWords((nowMs - milliseconds(confirmedAt)) / 3_600_000);
  switch (freshCapacity(state, freshSince)) {
    case "capacity":
      return `Has room (confirmed ${age})`;
    case "waitlist":
      return `Has a waiting list (confirmed ${age})`;
    case "no-capacity":
      return `No room at the moment (confirmed ${age})`;
    case null:
      return `Not known if they have room (last confirmed ${age})`;
  }
}

function agoInWords(hours: number): string {
  if (hours < 1) return "within the last hour";
  const ago = hours < 48 ? counted(Math.round(hours), "hour") : counted(Math.round(hours / 24), "day");
  return `${ago} ago`;
}

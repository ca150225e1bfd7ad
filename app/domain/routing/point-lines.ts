import { GIVEN_DAYS, type OfferState, type Wait } from "../directory/types";
import { isOwnPractice } from "../eligibility/rules";
import { counted, dateInWords, daysInWords, distanceInWords, modesInWords } from "../shared/in-words";
import { milliseconds } from "../shared/time";
import { freshCapacity, type Points, type Scale, type Standing } from "./points";
import type { PointLine } from "./types";

/** Said of the practice that a person is registered with, or says they are. */
export const OWN_PRACTICE = "Your own practice";

/** The points in plain words, a line for each reason that was counted. They add up to the total. */
export function linesFor(points: Points, standing: Standing, scale: Scale, usualGiven: number): PointLine[] {
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
      text: own ? OWN_PRACTICE : "They look after you already",
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
  if (scale.weights.kept > 0) {
    lines.push({ reason: "kept", points: points.kept, text: keptText(standing.state?.kept ?? null) });
  }
  if (scale.weights.share > 0) {
    lines.push({
      reason: "share",
      points: points.share,
      text: shareText(standing.state?.given ?? 0, usualGiven),
    });
  }
  return lines;
}

/** Fewer settled promises than this say nothing about a partner yet. */
const ENOUGH_PROMISES = 5;

/** Whether enough promises are settled to say something about them. */
export const isKeptKnown = (kept: OfferState["kept"]): kept is NonNullable<OfferState["kept"]> =>
  kept !== null && kept.kept + kept.broken >= ENOUGH_PROMISES;

const keptText = (kept: OfferState["kept"]): string =>
  isKeptKnown(kept)
    ? `Kept ${kept.kept} of ${kept.kept + kept.broken} promises in the last 3 months`
    : "Not known yet how well they keep their promises";

/** A count is told apart from the usual one when it is a fifth away, and by more than one request. */
function shareText(given: number, usual: number): string {
  const counts = `${counted(given, "request")} in ${GIVEN_DAYS} days`;
  const apart = Math.abs(given - usual) > Math.max(1, usual / 5);
  if (!apart) return `Has had about as many requests as others (${counts})`;
  return given < usual
    ? `Has had fewer requests than others (${counts})`
    : `Given more requests than others (${counts})`;
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

/** How long ago something was confirmed: "within the last hour", "3 hours ago", "5 days ago". */
export function agoInWords(hours: number): string {
  if (hours < 1) return "within the last hour";
  const ago = hours < 48 ? counted(Math.round(hours), "hour") : counted(Math.round(hours / 24), "day");
  return `${ago} ago`;
}

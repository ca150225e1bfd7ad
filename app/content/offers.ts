import type { OfferOrder } from "~/domain/routing/offer-order";
import { HAS_A_FREE_TIME } from "~/domain/routing/point-lines";
import type { Candidate, CandidateFacts } from "~/domain/routing/types";
import { distanceInWords, MODE_WORDS } from "~/domain/shared/in-words";
import { waitSource } from "./glance";

type PlaceFacts = Pick<
  CandidateFacts,
  | "organisationName"
  | "organisationKind"
  | "offerName"
  | "locationName"
  | "locationPostcode"
  | "modes"
  | "distanceKm"
>;

/**
 * Where care is given and how far that is; or how it is given, when it has no place of its own. Several shops of one
 * name are told apart by their street. A trust treats people in many places: an address under its own name is where it
 * gets its letters.
 */
export function placeWords(facts: PlaceFacts, street: string | undefined): string {
  const { organisationName, organisationKind, offerName, locationName, locationPostcode, distanceKm } = facts;
  if (locationName === null) return facts.modes.map((mode) => MODE_WORDS[mode].place).join(", ");
  const away = distanceKm === null ? null : `${distanceInWords(distanceKm)} away`;
  const joined = (parts: readonly (string | null | undefined)[]) =>
    [...new Set(parts)].filter(Boolean).join(", ");
  if (locationName !== organisationName && locationName !== offerName) {
    return joined([locationName, street, away]);
  }
  const address = joined([street, locationPostcode, away]);
  return organisationKind.endsWith("-trust") ? `Main address: ${address}` : address;
}

/** What a card is called, and by whom it is: a partner's own name for what it offers comes first, where it has one. */
export function offerTitle({
  offerName,
  organisationName,
}: Pick<CandidateFacts, "offerName" | "organisationName">): {
  readonly name: string;
  readonly by: string | null;
} {
  return offerName === undefined || offerName === organisationName
    ? { name: organisationName, by: null }
    : { name: offerName, by: organisationName };
}

/** Said once above a list in which nobody's wait is known, and never as "no wait". */
export const NOTHING_KNOWN = "Their wait is not known, nor if they have room";

/** What a card says under an offer's place: distance stands there already, and what nobody knows is one line. */
export function reasonsBesidePlace(
  { facts, lines }: Candidate,
  reasons: readonly string[],
): readonly string[] {
  const said = (reason: "distance" | "wait" | "capacity") =>
    lines.find((line) => line.reason === reason)?.text ?? "";
  // The free time itself stands on the line of the wait.
  const told = new Set<string>([HAS_A_FREE_TIME]);
  if (facts.locationName !== null && facts.distanceKm !== null) told.add(said("distance"));
  const nothingKnown = facts.wait === null && facts.nextFreeAt === null && facts.capacityConfirmedAt === null;
  if (nothingKnown) told.add(said("wait")).add(said("capacity"));
  const rest = reasons.filter((reason) => !told.has(reason));
  return nothingKnown ? [...rest, NOTHING_KNOWN] : rest;
}

/** "18 weeks: half of people wait less. NHS England figures, 31 March 2026": a hospital's wait, always with its date. */
export function hospitalWaitWords({ wait }: Pick<CandidateFacts, "wait">): string {
  if (wait === null) return "Wait not reported";
  const weeks = Math.round(wait.days / 7);
  const span = wait.days < 14 ? `${wait.days} days` : `${weeks} weeks`;
  return `${span}: half of people wait less. ${waitSource(wait)}`;
}

/** The orders of a list of offers, as a person chooses one. */
export const ORDER_WORDS: Readonly<Record<OfferOrder, string>> = {
  best: "Best for me",
  soonest: "Soonest",
  nearest: "Nearest",
  known: "Same people as before",
};

/** Said beside the order of those who know a person already, where none of them does. */
export const NOBODY_KNOWN = "As far as we know, none of them looks after you already.";

/** "½ mile", "1 mile", "2 miles": what a ring of a map is called. */
export function milesInWords(miles: number): string {
  const named: Readonly<Record<number, string>> = {
    0.25: "¼ mile",
    0.5: "½ mile",
    0.75: "¾ mile",
    1: "1 mile",
  };
  return named[miles] ?? `${Math.round(miles * 100) / 100} miles`;
}

import type { Mode } from "~/domain/directory/types";
import type { Candidate, CandidateFacts } from "~/domain/routing/types";
import { dateInWords, distanceInWords } from "~/domain/shared/in-words";

const WITHOUT_A_PLACE: Readonly<Record<Mode, string>> = {
  "in-person": "In person",
  phone: "By phone",
  video: "By video",
  "home-visit": "They come to you",
};

/**
 * Where care is given and how far that is; or how it is given, when it has no place of its own. Several shops of one
 * name are told apart by their street.
 */
export function placeWords(
  { organisationName, locationName, locationPostcode, modes, distanceKm }: CandidateFacts,
  street: string | undefined,
): string {
  if (locationName === null) return modes.map((mode) => WITHOUT_A_PLACE[mode]).join(", ");
  const named = locationName === organisationName ? [street, locationPostcode] : [locationName, street];
  const away = distanceKm === null ? null : `${distanceInWords(distanceKm)} away`;
  return [...new Set([...named, away])].filter(Boolean).join(", ");
}

/** What a card says under an offer's place: distance stands there already, and what nobody knows is one line. */
export function reasonsBesidePlace(
  { facts, lines }: Candidate,
  reasons: readonly string[],
): readonly string[] {
  const said = (reason: "distance" | "wait" | "capacity") =>
    lines.find((line) => line.reason === reason)?.text ?? "";
  const told = new Set<string>();
  if (facts.locationName !== null && facts.distanceKm !== null) told.add(said("distance"));
  const nothingKnown = facts.wait === null && facts.nextFreeAt === null && facts.capacityConfirmedAt === null;
  if (nothingKnown) told.add(said("wait")).add(said("capacity"));
  const rest = reasons.filter((reason) => !told.has(reason));
  return nothingKnown ? [...rest, "Their wait is not known, nor if they have room"] : rest;
}

/** "18 weeks, half of people wait less; NHS England figures, 31 March 2026": a hospital's wait, always with its date. */
export function hospitalWaitWords({ wait }: Pick<CandidateFacts, "wait">): string {
  if (wait === null) return "Wait not reported";
  const weeks = Math.round(wait.days / 7);
  const span = wait.days < 14 ? `${wait.days} days` : `${weeks} weeks`;
  return `${span}: half of people wait less (${wait.source}, ${dateInWords(wait.asOf)})`;
}

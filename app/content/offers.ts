import type { Mode } from "~/domain/directory/types";
import type { Candidate, CandidateFacts } from "~/domain/routing/types";
import { dateInWords, distanceInWords } from "~/domain/shared/in-words";

const WITHOUT_A_PLACE: Readonly<Record<Mode, string>> = {
  "in-person": "In person",
  phone: "By phone",
  video: "By video",
  "home-visit": "They come to you",
};

/** Where care is given and how far that is; or how it is given, when it has no place of its own. */
export function placeWords({ locationName, modes, distanceKm }: CandidateFacts): string {
  if (locationName === null) return modes.map((mode) => WITHOUT_A_PLACE[mode]).join(", ");
  return distanceKm === null ? locationName : `${locationName}, ${distanceInWords(distanceKm)} away`;
}

/** What a card says under an offer's place: distance stands there already. */
export const reasonsBesidePlace = (candidate: Candidate, reasons: readonly string[]): readonly string[] => {
  const { locationName, distanceKm } = candidate.facts;
  return locationName === null || distanceKm === null
    ? reasons
    : reasons.filter((reason) => reason !== `${distanceInWords(distanceKm)} away`);
};

/** "18 weeks, half of people wait less; NHS England figures, 31 March 2026": a hospital's wait, always with its date. */
export function hospitalWaitWords({ wait }: Pick<CandidateFacts, "wait">): string {
  if (wait === null) return "Wait not reported";
  const weeks = Math.round(wait.days / 7);
  const span = wait.days < 14 ? `${wait.days} days` : `${weeks} weeks`;
  return `${span}: half of people wait less (${wait.source}, ${dateInWords(wait.asOf)})`;
}

import { reasonsForPatient } from "~/domain/routing/explain";
import type { Candidate, RoutingDecision } from "~/domain/routing/types";

export interface OfferChoice {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

/** Everyone who can be asked, best first, as choices of a form; with why, in the routing decision's own words. */
export const offerChoices = (decision: RoutingDecision | null): OfferChoice[] =>
  (decision?.candidates ?? []).filter(({ eligible }) => eligible).map(choiceOf);

const choiceOf = (candidate: Candidate): OfferChoice => ({
  value: candidate.offerId,
  label: [candidate.facts.organisationName, candidate.facts.locationName]
    .filter((name, index, names) => name !== null && names.indexOf(name) === index)
    .join(", "),
  hint: [...new Set(reasonsForPatient(candidate))].join(". "),
});

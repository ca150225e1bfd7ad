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

export interface CannotBeAsked {
  readonly offerId: string;
  readonly name: string;
  readonly reasons: readonly string[];
}

/** Who gives this care and cannot be asked for this person, with every reason. */
export const cannotBeAsked = (decision: RoutingDecision | null): CannotBeAsked[] =>
  (decision?.candidates ?? [])
    .filter(({ eligible, facts }) => !eligible && facts.role === "provider")
    .map((candidate) => ({
      offerId: candidate.offerId,
      name: nameOf(candidate),
      reasons: candidate.verdicts.filter(({ pass }) => !pass).map(({ text }) => text),
    }));

const nameOf = ({ facts }: Candidate): string =>
  [facts.organisationName, facts.locationName]
    .filter((name, index, names) => name !== null && names.indexOf(name) === index)
    .join(", ");

const choiceOf = (candidate: Candidate): OfferChoice => ({
  value: candidate.offerId,
  label: nameOf(candidate),
  hint: [...new Set(reasonsForPatient(candidate))].join(". "),
});

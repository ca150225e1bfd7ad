import type { AppLoadContext } from "@remix-run/node";
import type { OfferNotSuitable, WhoCanBeAsked } from "~/components/request/choose-fields";
import type { OfferToChoose } from "~/components/request/offer-card";
import { hospitalWaitWords, placeWords, reasonsBesidePlace } from "~/content/offers";
import { boxOf } from "~/domain/boxes/box";
import { reasonsForPatient } from "~/domain/routing/explain";
import type { Candidate, RoutingDecision } from "~/domain/routing/types";
import { distanceInWords } from "~/domain/shared/in-words";

/** How many more offers "show more" brings at a time. */
export const MORE = 20;

/** A decision as the page shows it: every eligible offer, and the others with their reasons. */
export function whoCanBeAsked(
  { directory, paths, brand }: AppLoadContext,
  decision: RoutingDecision,
): WhoCanBeAsked {
  const { candidates, notShown, serviceId } = decision;
  const streetOf = ({ offerId }: Candidate) => {
    const locationId = directory.offer(offerId)?.locationId;
    return locationId ? directory.location(locationId)?.address[0] : undefined;
  };
  const toChoose = (candidate: Candidate): OfferToChoose => ({
    offerId: candidate.offerId,
    name: candidate.facts.organisationName,
    place: placeWords(candidate.facts, streetOf(candidate)),
    reasons: reasonsBesidePlace(candidate, reasonsForPatient(candidate)),
    box: boxOf(directory, candidate.offerId),
  });
  const notEligible = candidates.filter(({ eligible, facts }) => !eligible && facts.role === "provider");
  const eligible = candidates.filter((candidate) => candidate.eligible);
  const chosen = eligible.find(({ offerId }) => offerId === decision.chosen);
  switch (decision.outcome) {
    case "offered":
      return {
        outcome: "offered",
        offers: eligible.map(toChoose),
        notSuitable: notEligible.map(notSuitable),
        more:
          notShown.eligible === 0
            ? null
            : {
                count: Math.min(notShown.eligible, MORE),
                href: paths.askStep(serviceId, "choose", { more: String(eligible.length + MORE) }),
              },
      };
    case "referral":
      return chosen === undefined
        ? { outcome: "none", notSuitable: notEligible.map(notSuitable), desk: brand.desk }
        : {
            outcome: "referral",
            practice: { ...toChoose(chosen), reasons: whyThisPractice(chosen) },
            hospitals: notEligible.map(hospital),
          };
    case "none":
      return { outcome: "none", notSuitable: notEligible.map(notSuitable), desk: brand.desk };
    default:
      return decision.outcome satisfies never;
  }
}

const notSuitable = (candidate: Candidate): OfferNotSuitable => ({
  offerId: candidate.offerId,
  name: candidate.facts.organisationName,
  reasons: reasonsForPatient(candidate),
});

/** A practice that refers is not weighed by its wait or its room: what counts is that it is the person's own. */
const whyThisPractice = ({ lines, verdicts }: Candidate): readonly string[] => [
  ...lines.filter(({ reason }) => reason === "continuity").map(({ text }) => text),
  ...verdicts.filter(({ pass }) => pass).map(({ text }) => text),
];

const hospital = ({ offerId, facts }: Candidate): OfferNotSuitable => ({
  offerId,
  name: facts.locationName ?? facts.organisationName,
  reasons: [
    ...(facts.locationName === null || facts.locationName === facts.organisationName
      ? []
      : [facts.organisationName]),
    ...(facts.distanceKm === null ? [] : [`${distanceInWords(facts.distanceKm)} away`]),
    hospitalWaitWords(facts),
  ],
});

import type { AppLoadContext } from "@remix-run/node";
import type { PartBox } from "~/components/part-boxes";
import type { OfferNotSuitable, WhoCanBeAsked } from "~/components/request/choose-fields";
import type { OfferToChoose } from "~/components/request/offer-card";
import {
  hospitalWaitWords,
  NOTHING_KNOWN,
  offerTitle,
  placeWords,
  reasonsBesidePlace,
} from "~/content/offers";
import { boxOf } from "~/domain/boxes/box";
import type { Directory } from "~/domain/directory/directory";
import { reasonsForPatient } from "~/domain/routing/explain";
import { explainToPatient } from "~/domain/routing/explain/patient";
import type { Candidate, RoutingDecision } from "~/domain/routing/types";
import { distanceInWords, sentence } from "~/domain/shared/in-words";
import type { JudgedPart } from "~/usecases/judge-draft";

/** How many more offers "show more" brings at a time. */
export const MORE = 20;

/** The first line of an offer's address, when it has a place. */
export function streetOf(directory: Directory, offerId: string): string | undefined {
  const locationId = directory.offer(offerId)?.locationId;
  return locationId ? directory.location(locationId)?.address[0] : undefined;
}

/** A decision as the page shows it: every eligible offer, and the others with their reasons. */
export function whoCanBeAsked(
  { directory, paths, brand }: AppLoadContext,
  decision: RoutingDecision,
): WhoCanBeAsked {
  const { candidates, notShown, serviceId } = decision;
  const toChoose = (candidate: Candidate): OfferToChoose => {
    const { name, by } = offerTitle(candidate.facts);
    return {
      offerId: candidate.offerId,
      name,
      place: [by, placeWords(candidate.facts, streetOf(directory, candidate.offerId))]
        .filter(Boolean)
        .join(". "),
      reasons: reasonsBesidePlace(candidate, reasonsForPatient(candidate)),
      words: directory.offer(candidate.offerId)?.words ?? null,
      box: boxOf(directory, candidate.offerId),
    };
  };
  const notEligible = candidates.filter(({ eligible, facts }) => !eligible && facts.role === "provider");
  const eligible = candidates.filter((candidate) => candidate.eligible);
  const chosen = eligible.find(({ offerId }) => offerId === decision.chosen);
  switch (decision.outcome) {
    case "offered":
      return {
        outcome: "offered",
        why: explainToPatient(decision),
        ...saidOnce(eligible.map(toChoose)),
        unfolded: eligible.length > directory.policy.judged,
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
            hospitals: notEligible.map((candidate) =>
              hospital(candidate, streetOf(directory, candidate.offerId)),
            ),
          };
    case "none":
      return { outcome: "none", notSuitable: notEligible.map(notSuitable), desk: brand.desk };
    default:
      return decision.outcome satisfies never;
  }
}

/** Each part of a service that several partners give together, as its page shows it. */
export const partBoxes = (directory: Directory, parts: readonly JudgedPart[]): readonly PartBox[] =>
  parts.map(({ service, after, decision: { chosen, candidates } }) => {
    const candidate = candidates.find(({ offerId }) => offerId === chosen);
    return {
      serviceId: service.id,
      name: service.name,
      after: after.map(({ name }) => name),
      place: candidate ? placeWords(candidate.facts, streetOf(directory, candidate.offerId)) : "",
      box: candidate ? boxOf(directory, candidate.offerId) : null,
    };
  });

/** What holds for everybody on a list is said above it, and not on every card. */
function saidOnce(offers: readonly OfferToChoose[]) {
  const forAll = offers.length > 1 && offers.every(({ reasons }) => reasons.includes(NOTHING_KNOWN));
  return forAll
    ? {
        offers: offers.map((offer) => ({
          ...offer,
          reasons: offer.reasons.filter((reason) => reason !== NOTHING_KNOWN),
        })),
        nothingKnown: true,
      }
    : { offers, nothingKnown: false };
}

const notSuitable = (candidate: Candidate): OfferNotSuitable => ({
  offerId: candidate.offerId,
  name: offerTitle(candidate.facts).name,
  reasons: reasonsForPatient(candidate),
});

/** A practice that refers is not weighed by its wait or its room: what counts is that it is the person's own. */
const whyThisPractice = ({ lines, verdicts }: Candidate): readonly string[] => [
  ...lines.filter(({ reason }) => reason === "continuity").map(({ text }) => text),
  ...verdicts.filter(({ pass }) => pass).map(({ text }) => text),
];

function hospital({ offerId, facts }: Candidate, street: string | undefined): OfferNotSuitable {
  const { locationName, organisationName } = facts;
  const ownPlace = locationName !== null && locationName !== organisationName;
  const away = facts.distanceKm === null ? [] : [sentence(`${distanceInWords(facts.distanceKm)} away`)];
  return {
    offerId,
    name: ownPlace ? locationName : organisationName,
    reasons: [
      ...(ownPlace
        ? [organisationName, ...away]
        : locationName === null
          ? away
          : [sentence(placeWords(facts, street))]),
      hospitalWaitWords(facts),
    ],
  };
}

import type { AppLoadContext } from "@remix-run/node";
import type { PartBox } from "~/components/part-boxes";
import type { OfferNotSuitable, WhoCanBeAsked } from "~/components/request/choose-fields";
import type { OfferToChoose } from "~/components/request/offer-card";
import type { OfferMapView } from "~/components/request/offer-map";
import {
  hospitalWaitWords,
  NOBODY_KNOWN,
  NOTHING_KNOWN,
  offerTitle,
  placeWords,
  reasonsBesidePlace,
} from "~/content/offers";
import { boxOf } from "~/domain/boxes/box";
import type { Directory } from "~/domain/directory/directory";
import { reasonsForPatient } from "~/domain/routing/explain";
import { explainToPatient } from "~/domain/routing/explain/patient";
import { isKnownTo, MOST_IN_ORDER, type OfferOrder, offersInOrder } from "~/domain/routing/offer-order";
import type { Candidate, RoutingDecision } from "~/domain/routing/types";
import { distanceInWords, MODE_WORDS, sentence } from "~/domain/shared/in-words";
import { roundMap } from "~/domain/shared/round-map";
import type { JudgedPart } from "~/usecases/judge-draft";

/** How many more offers "show more" brings at a time. */
const MORE = 20;

/** How a person wants to see the list of those who can be asked. */
export interface ListWanted {
  readonly order: OfferOrder;
  /** How long a list they asked for; null: as long as it is at first. */
  readonly judged: number | null;
  /** What they have ticked, which stays on the list. */
  readonly ticked: string;
}

/**
 * How many offers a list needs judged: in the decision's own order just those that are shown, in any other all of
 * them, or the soonest could be one that nobody looked at.
 */
export const toBeJudged = ({ order, judged }: ListWanted): { readonly judged?: number } => {
  if (order !== "best") return { judged: MOST_IN_ORDER };
  return judged === null ? {} : { judged };
};

/** The first line of an offer's address, when it has a place. */
export function streetOf(directory: Directory, offerId: string): string | undefined {
  const locationId = directory.offer(offerId)?.locationId;
  return locationId ? directory.location(locationId)?.address[0] : undefined;
}

/** A decision as the page shows it: every eligible offer, and the others with their reasons. */
export function whoCanBeAsked(
  { directory, brand }: AppLoadContext,
  decision: RoutingDecision,
  wanted: ListWanted = { order: "best", judged: null, ticked: "" },
): WhoCanBeAsked {
  const { candidates } = decision;
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
    case "offered": {
      const { shown, left } = listed(decision, directory.policy.judged, wanted);
      const map = mapOf(directory, decision, shown);
      const { offers, nothingKnown } = saidOnce(shown.map(toChoose));
      return {
        outcome: "offered",
        why: explainToPatient(decision),
        offers: map === null ? offers : offers.map((offer, at) => ({ ...offer, number: at + 1 })),
        nothingKnown,
        order: wanted.order,
        orderNote:
          wanted.order === "known" && !shown.some((each) => isKnownTo(each, decision)) ? NOBODY_KNOWN : "",
        map,
        unfolded: shown.length > directory.policy.judged || wanted.order !== "best",
        judged: wanted.judged,
        notSuitable: notEligible.map(notSuitable),
        more: left === 0 ? null : { count: Math.min(left, MORE), judged: shown.length + MORE },
      };
    }
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

/** The first of the list in its order, as far as was asked for and as what is ticked; and how many are left after it. */
function listed(decision: RoutingDecision, atFirst: number, { order, judged, ticked }: ListWanted) {
  const all = offersInOrder(decision, order);
  const tickedAt = all.findIndex(({ offerId }) => offerId === ticked);
  const shown = all.slice(0, Math.max(atFirst, judged ?? 0, tickedAt + 1));
  return { shown, left: all.length - shown.length + decision.notShown.eligible };
}

/** More marks than these nobody could tell apart. */
const MOST_ON_MAP = 60;

/** Where they are, round where the person is; null when that is not known, or there is but one. */
function mapOf(
  directory: Directory,
  { need }: RoutingDecision,
  shown: readonly Candidate[],
): OfferMapView | null {
  if (need.place === null || shown.length < 2) return null;
  const first = shown.slice(0, MOST_ON_MAP).map(({ facts }, at) => ({
    number: at + 1,
    facts,
    position: facts.locationId === null ? undefined : directory.location(facts.locationId)?.position,
    name: offerTitle(facts).name,
  }));
  const places = first.flatMap(({ number, position }) => (position ? [{ number, position }] : []));
  if (places.length === 0) return null;
  return {
    drawn: roundMap(need.place.position, places),
    from: need.place.postcode,
    first: shown.length > first.length ? first.length : null,
    elsewhere: first
      .filter(({ position }) => position === undefined)
      .map(({ number, name, facts }) => ({
        number,
        name,
        how: facts.modes.map((mode) => MODE_WORDS[mode].place.toLowerCase()).join(", "),
      })),
  };
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

import type { Catchment } from "../directory/types";
import type { RejectedReason } from "../routing/types";
import { dateInWords, distanceInWords, listInWords, modesInWords } from "../shared/in-words";
import { isWithinRing } from "../shared/polygon";
import { ACCESS_RULE } from "./access-rule";
import { agedInWords, isWithin, whoInWords } from "./ages";
import type { Circumstances } from "./circumstances";
import { CONDITION_RULE } from "./condition-rule";
import { LANGUAGE_RULE } from "./language-rule";
import { OPENING_RULE } from "./opening-rule";
import type { JudgedOrganisation, RuleOfEligibility } from "./rule";

export const isOwnPractice = (organisation: JudgedOrganisation, given: Circumstances): boolean =>
  organisation.odsCode !== null && organisation.odsCode === given.need.person.registeredWith?.ods;

const notEligible = (): RejectedReason => "40";
const other = (): RejectedReason => "99";

/** All the rules, in the order in which they are judged. */
export const RULES: readonly RuleOfEligibility[] = [
  {
    rule: "offer-open",
    failsOnDay: (terms) => !terms.offerOpen,
    code: other,
    says: (_, __, failed) => (failed ? "Not taking requests: closed" : "Open for requests"),
  },
  {
    rule: "organisation-active",
    failsOnDay: (terms) => !terms.organisationOpen,
    code: other,
    says: ({ organisation }, _, failed) =>
      failed ? `${organisation.name} has closed` : `${organisation.name} is open`,
  },
  {
    rule: "partnership",
    failsOnDay: ({ inForce }, today) =>
      !inForce.some(
        ({ from, until, before }) =>
          from <= today && (until === null || today <= until) && (before === null || today < before),
      ),
    code: other,
    says: ({ organisation }, { brandName }, failed) =>
      failed
        ? `${organisation.name} is not a partner of ${brandName} at the moment`
        : `${organisation.name} is a partner of ${brandName}`,
  },
  {
    rule: "pop-up-dates",
    failsOnDay: ({ temporary }, today) =>
      temporary !== null && (today < temporary.from || temporary.until < today),
    code: other,
    says: ({ terms: { temporary } }, { today }) => {
      if (temporary === null) return "Open all year";
      if (today < temporary.from) return `Opens on ${dateInWords(temporary.from)}`;
      return today > temporary.until
        ? `Closed on ${dateInWords(temporary.until)}`
        : `Here until ${dateInWords(temporary.until)}`;
    },
    notable: ({ terms }) => terms.temporary !== null,
  },
  {
    rule: "self-referral",
    failsOnDay: (terms) => terms.byReferral,
    code: notEligible,
    says: (_, __, failed) => (failed ? "Your practice refers you" : "You can ask for this yourself"),
  },
  {
    rule: "registered-list",
    failsFor: ({ terms, organisation }, given) => terms.ownListOnly && !isOwnPractice(organisation, given),
    code: notEligible,
    says: ({ terms, organisation }, { need }, failed) => {
      if (!terms.ownListOnly) return "For people of any practice";
      if (failed) return `Only for people on the list of ${organisation.name}`;
      return need.person.registeredWith?.checked
        ? `You are registered with ${organisation.name}`
        : `You said you are registered with ${organisation.name}: this is not checked yet`;
    },
    notable: ({ terms }, { need }) => terms.ownListOnly && need.person.registeredWith?.checked === false,
  },
  {
    rule: "age",
    failsOn: ({ ages }, { ageMonths }) => ageMonths !== null && !isWithin(ages, ageMonths),
    code: notEligible,
    says: ({ terms }, { ageMonths }) => {
      const aged = agedInWords(terms.ages);
      if (aged === null) return "For all ages";
      return `For people ${aged}${ageMonths === null ? ": we will check your date of birth" : ""}`;
    },
    notable: ({ terms }, { ageMonths }) => terms.ages !== null && ageMonths === null,
  },
  {
    rule: "sex",
    failsOn: ({ sex }, { need }) => sex !== null && need.person.sex !== null && need.person.sex !== sex,
    code: notEligible,
    says: ({ terms: { sex } }, { need }) => {
      if (sex === null) return "For all, of any sex";
      const who = `For ${whoInWords(sex)}`;
      return need.person.sex === null ? `${who}: we will check this with you` : who;
    },
    notable: ({ terms }, { need }) => terms.sex !== null && need.person.sex === null,
  },
  CONDITION_RULE,
  {
    rule: "catchment",
    failsOn: ({ catchment }, { outcode, need }) => {
      if (catchment?.kind === "outcodes") return outcode !== null && !catchment.outcodes.includes(outcode);
      if (catchment?.kind === "polygon")
        return need.place !== null && !isWithinRing(catchment.ring, need.place.position);
      return false;
    },
    failsFor: ({ terms: { catchment }, km }) =>
      catchment?.kind === "radius" && km !== null && km > catchment.km,
    code: ({ terms }) => (terms.catchment?.kind === "radius" ? "42" : "40"),
    says: ({ terms: { catchment }, km, organisation, location }, { need }) => {
      if (catchment === null) return "For people from anywhere";
      const area = areaInWords(catchment, location?.name ?? organisation.name);
      const unknown = need.place === null || (catchment.kind === "radius" && km === null);
      return unknown ? `${area}: we will check where you live` : area;
    },
    notable: ({ terms: { catchment }, km }, { need }) =>
      catchment !== null && (need.place === null || (catchment.kind === "radius" && km === null)),
  },
  {
    rule: "mode",
    failsOn: ({ modes }, { need }) => {
      const wanted = need.preferences.modes;
      // Where it is not known how care is given, that is asked of the partner and rules nobody out.
      return wanted.length > 0 && modes.length > 0 && !wanted.some((mode) => modes.includes(mode));
    },
    code: (_, { need }) => (need.preferences.modes.includes("home-visit") ? "41" : "32"),
    says: ({ terms }, _, failed) =>
      terms.modes.length === 0
        ? "Ask them how they see people"
        : `${failed ? "Only given" : "Given"} ${modesInWords(terms.modes)}`,
  },
  ACCESS_RULE,
  LANGUAGE_RULE,
  OPENING_RULE,
  {
    rule: "already-asked",
    failsFor: ({ offer }, { need }) => need.alreadyAsked.includes(offer.id),
    code: () => "24",
    says: (_, __, failed) => (failed ? "Asked already, and could not help" : "Not asked yet"),
  },
  {
    rule: "reach",
    failsFor: ({ offer, organisation, km }, given) =>
      offer.locationId !== null && km !== null && km > given.reachKm && !isOwnPractice(organisation, given),
    code: () => "42",
    says: ({ offer, km }, { reachKm }, failed) => {
      if (failed) return `More than ${distanceInWords(reachKm)} away`;
      if (offer.locationId === null) {
        return offer.modes.length === 0 ? "Ask them where they meet" : "No need to travel";
      }
      return km === null ? "Tell us your postcode to see how far it is" : `${distanceInWords(km)} away`;
    },
  },
];

function areaInWords(catchment: Catchment, centre: string): string {
  switch (catchment.kind) {
    case "outcodes":
      return `For people who live in ${listInWords(catchment.outcodes, "or")}`;
    case "radius":
      return `For people within ${distanceInWords(catchment.km)} of ${centre}`;
    case "polygon":
      return `For people who live in ${catchment.name}`;
  }
}

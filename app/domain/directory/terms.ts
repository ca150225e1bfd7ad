import { ACCESS_NEEDS, type AccessMet } from "../shared/access-needs";
import type { LanguagesGiven } from "../shared/languages";
import type { PlainDate } from "../shared/time";
import type { Hours } from "./opening";
import type {
  AgeRange,
  Catchment,
  ConditionTerms,
  Location,
  Mode,
  Offer,
  Organisation,
  Partnership,
  Service,
  Sex,
} from "./types";

/** A stretch of days in which an organisation belongs to the brand. `until` is its last day; `before` is the first day out. */
export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly before: PlainDate | null;
}

/**
 * Everything of an offer that eligibility looks at, apart from whose it is and where. Offers with the same terms
 * share one value, so that a decision judges each kind of offer once, however many offers there are.
 */
export interface Terms {
  readonly offerOpen: boolean;
  readonly organisationOpen: boolean;
  readonly inForce: readonly Period[];
  readonly temporary: Location["temporary"];
  /** A practice must refer: people cannot ask for it themselves. */
  readonly byReferral: boolean;
  readonly ownListOnly: boolean;
  readonly ages: AgeRange | null;
  readonly sex: Sex | null;
  /** Null: not limited to some. */
  readonly conditions: readonly ConditionTerms[] | null;
  readonly catchment: Catchment | null;
  readonly modes: readonly Mode[];
  /** Care has a place of its own. */
  readonly hasPlace: boolean;
  /** What the offer says of itself wins over what its place says. */
  readonly meets: AccessMet;
  readonly languages: LanguagesGiven | null;
  /** When the place is open; null when it is not known, or there is none. */
  readonly hours: Hours | null;
}

/** When an organisation is in force: its own partnerships, and within them its lead provider's. */
export function periodsInForce(
  partnerships: readonly Partnership[],
  partnershipsOf: (organisationId: string) => readonly Partnership[],
): Period[] {
  return partnerships.flatMap((partnership) => {
    const own = periodOf(partnership);
    if (partnership.leadOrganisationId === null) return [own];
    return partnershipsOf(partnership.leadOrganisationId).map((lead) => overlap(own, periodOf(lead)));
  });
}

const periodOf = (partnership: Partnership): Period => ({
  from: partnership.startsOn,
  until: partnership.endsOn,
  before: partnership.suspendedFrom,
});

const overlap = (a: Period, b: Period): Period => ({
  from: [a.from, b.from].sort()[1] ?? a.from,
  until: earlier(a.until, b.until),
  before: earlier(a.before, b.before),
});

const earlier = (a: PlainDate | null, b: PlainDate | null): PlainDate | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** Gives one shared Terms value for each distinct set of terms. */
export class TermsPool {
  readonly #byKey = new Map<string, Terms>();
  readonly #texts = new Map<object, string>();
  readonly #standing = new Map<Organisation, { readonly periods: readonly Period[]; readonly key: string }>();
  readonly #partnershipsOf: (organisationId: string) => readonly Partnership[];

  constructor(partnershipsOf: (organisationId: string) => readonly Partnership[]) {
    this.#partnershipsOf = partnershipsOf;
  }

  termsOf(offer: Offer, service: Service, organisation: Organisation, location: Location | undefined): Terms {
    const standing = this.#standingOf(organisation);
    const temporary = location?.temporary ?? null;
    const offerOpen = offer.status === "open" && service.status === "open";
    const organisationOpen = organisation.status === "active";
    const byReferral = offer.role === "provider" && (!offer.selfReferral || service.access === "referral");
    const meets = meetsOf(offer, location);
    const hours = hoursOf(location);
    const key = [
      offerOpen ? 1 : 0,
      organisationOpen ? 1 : 0,
      standing.key,
      temporary === null ? "" : `${temporary.from}${temporary.until}`,
      byReferral ? 1 : 0,
      offer.ownListOnly ? 1 : 0,
      offer.ages === null ? "" : ageKey(offer.ages),
      offer.sex ?? "",
      this.#textOf(offer.conditions),
      this.#catchmentKey(offer.catchment),
      offer.modes.join(" "),
      location === undefined ? 0 : 1,
      ACCESS_NEEDS.map((need) => MET_KEYS[String(meets[need])]).join(""),
      this.#textOf(offer.languages),
      hours === null
        ? ""
        : [this.#textOf(hours.opening), hours.onBankHolidays ?? "", this.#textOf(hours.exceptions)].join(" "),
    ].join("|");
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const terms: Terms = {
      offerOpen,
      organisationOpen,
      inForce: standing.periods,
      temporary,
      byReferral,
      ownListOnly: offer.ownListOnly,
      ages: offer.ages,
      sex: offer.sex,
      conditions: offer.conditions ?? null,
      catchment: offer.catchment,
      modes: offer.modes,
      hasPlace: location !== undefined,
      meets,
      languages: offer.languages ?? null,
      hours,
    };
    this.#byKey.set(key, terms);
    return terms;
  }

  #catchmentKey(catchment: Catchment | null): string {
    switch (catchment?.kind) {
      case undefined:
        return "";
      case "radius":
        return `km${catchment.km}`;
      case "outcodes":
        return catchment.outcodes.join(" ");
      case "polygon":
        return `${catchment.name} ${this.#textOf(catchment.ring)}`;
    }
  }

  /** A value as text. Many rows share one value, so it is written out once. */
  #textOf(value: object | undefined): string {
    if (value === undefined) return "";
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    this.#texts.set(value, text);
    return text;
  }

  #standingOf(organisation: Organisation): { readonly periods: readonly Period[]; readonly key: string } {
    const known = this.#standing.get(organisation);
    if (known !== undefined) return known;
    const periods = periodsInForce(this.#partnershipsOf(organisation.id), this.#partnershipsOf);
    const key = periods.map((period) => `${period.from}/${period.until}/${period.before}`).join(",");
    const standing = { periods, key };
    this.#standing.set(organisation, standing);
    return standing;
  }
}

const ageKey = ({ from, until, fromMonths, untilMonths }: AgeRange): string =>
  `${from}.${fromMonths ?? ""}-${until}.${untilMonths ?? ""}`;

const MET_KEYS: Readonly<Record<string, string>> = { true: "1", false: "0", undefined: "?" };

const meetsOf = (offer: Offer, location: Location | undefined): AccessMet =>
  offer.meets === undefined
    ? (location?.meets ?? NOTHING_KNOWN)
    : { ...(location?.meets ?? NOTHING_KNOWN), ...offer.meets };
const NOTHING_KNOWN: AccessMet = {};

const hoursOf = (location: Location | undefined): Hours | null =>
  location === undefined || (location.opening.length === 0 && location.exceptions === undefined)
    ? null
    : location;

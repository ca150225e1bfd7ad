import type { PlainDate } from "../shared/time";
import type {
  AgeRange,
  Catchment,
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
  readonly catchment: Catchment | null;
  readonly modes: readonly Mode[];
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
    const key = [
      offerOpen ? 1 : 0,
      organisationOpen ? 1 : 0,
      standing.key,
      temporary === null ? "" : `${temporary.from}${temporary.until}`,
      byReferral ? 1 : 0,
      offer.ownListOnly ? 1 : 0,
      offer.ages === null ? "" : `${offer.ages.from}-${offer.ages.until}`,
      offer.sex ?? "",
      catchmentKey(offer.catchment),
      offer.modes.join(" "),
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
      catchment: offer.catchment,
      modes: offer.modes,
    };
    this.#byKey.set(key, terms);
    return terms;
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

function catchmentKey(catchment: Catchment | null): string {
  if (catchment === null) return "";
  return catchment.kind === "radius" ? `km${catchment.km}` : catchment.outcodes.join(" ");
}

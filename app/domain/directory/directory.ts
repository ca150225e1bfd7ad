import type { PlainDate } from "../shared/time";
import { withPartsFlags } from "./composite";
import { buildSearch, type ServiceSearch } from "./search";
import { buildServiceIndex, type IndexEntry, type ServiceIndex } from "./service-index";
import { type Terms, TermsPool } from "./terms";
import type {
  Brand,
  DirectoryContents,
  Location,
  Offer,
  Organisation,
  Partnership,
  Policy,
  Service,
} from "./types";

/** Everything a brand offers, as one immutable value with its indexes. A later version is another value. */
export interface Directory {
  readonly brand: Brand;
  readonly policy: Policy;
  readonly version: number;
  readonly bankHolidays: ReadonlySet<PlainDate>;
  readonly services: readonly Service[];
  readonly organisations: readonly Organisation[];
  readonly locations: readonly Location[];
  readonly partnerships: readonly Partnership[];
  readonly offers: readonly Offer[];
  service(id: string): Service | undefined;
  organisation(id: string): Organisation | undefined;
  organisationByOds(ods: string): Organisation | undefined;
  /** The partnership that started last, when an organisation has had several. */
  partnershipOf(organisationId: string): Partnership | undefined;
  location(id: string): Location | undefined;
  offer(id: string): Offer | undefined;
  offersOf(serviceId: string): readonly Offer[];
  offersBy(organisationId: string): readonly Offer[];
  /** What eligibility looks at in an offer; undefined when the offer is not of this directory. */
  termsOf(offer: Offer): Terms | undefined;
  /** An organisation's place in `organisations`, which is its number in every index. */
  organisationNumber(id: string): number | undefined;
  /** Where care is given; or else, for care without a place, where its organisation is. */
  centreOf(offer: Offer): Location | undefined;
  index(serviceId: string): ServiceIndex | undefined;
  readonly search: ServiceSearch;
}

const NONE: readonly never[] = [];

/**
 * Builds the value from its rows, in any order. An offer whose service or organisation is missing is a bug of the
 * writer, and so is a composite service that is not whole.
 */
export function buildDirectory(contents: DirectoryContents): Directory {
  const catalogue = withPartsFlags(contents.services);
  const services = byId(catalogue);
  const locations = byId(contents.locations);
  const offers = byId(contents.offers);
  const numbers = new Map(contents.organisations.map((organisation, place) => [organisation.id, place]));
  const organisation = (id: string): Organisation | undefined => {
    const number = numbers.get(id);
    return number === undefined ? undefined : contents.organisations[number];
  };
  const byOds = new Map(
    contents.organisations.flatMap((organisation) =>
      organisation.odsCode === null ? [] : [[organisation.odsCode, organisation] as const],
    ),
  );
  const partnerships = grouped(contents.partnerships, (partnership) => partnership.organisationId);
  const locationsBy = grouped(contents.locations, (location) => location.organisationId);
  const offersOf = grouped(contents.offers, (offer) => offer.serviceId);
  const offersBy = grouped(contents.offers, (offer) => offer.organisationId);
  const pool = new TermsPool((organisationId) => partnerships.get(organisationId) ?? NONE);
  const centres = new Map(
    [...locationsBy].map(([organisationId, list]) => [organisationId, firstById(list)]),
  );

  const centreOf = (offer: Offer): Location | undefined =>
    offer.locationId === null ? centres.get(offer.organisationId) : locations.get(offer.locationId);

  const termsOf = (offer: Offer): Terms | undefined => {
    const service = services.get(offer.serviceId);
    const by = organisation(offer.organisationId);
    if (service === undefined || by === undefined) return undefined;
    const location = offer.locationId === null ? undefined : locations.get(offer.locationId);
    return pool.termsOf(offer, service, by, location);
  };

  const indexOf = (serviceId: string, serviceOffers: readonly Offer[]): ServiceIndex => {
    const service = services.get(serviceId);
    const entries: IndexEntry[] = [];
    const referrers = new Map<number, Offer[]>();
    for (const offer of serviceOffers) {
      const number = numbers.get(offer.organisationId);
      const by = number === undefined ? undefined : contents.organisations[number];
      if (service === undefined || number === undefined || by === undefined) {
        throw new Error(`Offer ${offer.id} names a service or an organisation that is not in the directory`);
      }
      if (offer.role === "referrer") {
        referrers.set(number, [...(referrers.get(number) ?? []), offer].sort(byIdOrder));
        continue;
      }
      const location = offer.locationId === null ? undefined : locations.get(offer.locationId);
      entries.push({
        offer,
        organisation: number,
        odsCode: by.odsCode,
        terms: pool.termsOf(offer, service, by, location),
        location,
        centre: (location ?? centres.get(by.id))?.position ?? null,
      });
    }
    return buildServiceIndex(entries, referrers);
  };

  const indexes = new Map([...offersOf].map(([serviceId, list]) => [serviceId, indexOf(serviceId, list)]));

  return Object.freeze({
    brand: contents.brand,
    policy: contents.brand.policy,
    version: contents.version,
    bankHolidays: new Set(contents.bankHolidays),
    services: catalogue,
    organisations: contents.organisations,
    locations: contents.locations,
    partnerships: contents.partnerships,
    offers: contents.offers,
    service: (id: string) => services.get(id),
    organisation,
    organisationByOds: (ods: string) => byOds.get(ods),
    partnershipOf: (organisationId: string) => latest(partnerships.get(organisationId) ?? NONE),
    location: (id: string) => locations.get(id),
    offer: (id: string) => offers.get(id),
    offersOf: (serviceId: string) => offersOf.get(serviceId) ?? NONE,
    offersBy: (organisationId: string) => offersBy.get(organisationId) ?? NONE,
    termsOf,
    organisationNumber: (id: string) => numbers.get(id),
    centreOf,
    index: (serviceId: string) => indexes.get(serviceId),
    search: buildSearch(catalogue),
  });
}

/** What another brand offers too, as that brand has it: what is built of it stands in memory once. */
export const asBrand = (
  directory: Directory,
  { brand, version }: Pick<DirectoryContents, "brand" | "version">,
): Directory => Object.freeze({ ...directory, brand, policy: brand.policy, version });

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const byIdOrder = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const firstById = (list: readonly Location[]): Location | undefined =>
  list.reduce<Location | undefined>(
    (first, location) => (first === undefined || location.id < first.id ? location : first),
    undefined,
  );

const latest = (list: readonly Partnership[]): Partnership | undefined =>
  list.reduce<Partnership | undefined>(
    (last, partnership) => (last === undefined || partnership.startsOn > last.startsOn ? partnership : last),
    undefined,
  );

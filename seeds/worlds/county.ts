import type {
  DirectoryContents,
  Location,
  Offer,
  Organisation,
  OrganisationKind,
  Partnership,
} from "~/domain/directory/types";
import { seeded } from "~/domain/shared/seeded";
import type { World, WorldOffer } from "~/usecases/write-world";

/** People that one front door usually covers. */
const PEOPLE_OF_A_DOOR = 100_000;
const LISTS = { least: 4_000, most: 14_000 } as const;
/** Towns are so far from one another. */
const KM_APART = 14;
const KM_OF_A_DEGREE = 111.2;

/** Made-up towns, in the order in which they are taken. */
const TOWNS = [
  "Aldermouth",
  "Brackwater",
  "Cawdlemere",
  "Dunlarch",
  "Eastlarch",
  "Fennings Cross",
  "Gullholm",
  "Harrowmere",
  "Inkwell Bay",
  "Kestrel Cross",
  "Longlarch",
  "Marrowmere",
  "Nethersand Bay",
  "Oxlarch",
  "Pillhaven Cross",
  "Quarrymere",
  "Rushlarch",
  "Sallowmere",
  "Tarnlarch",
  "Underlark",
] as const;

/** There is nobody in the brand of the kind that a county is made after. */
export class NobodyToFollow extends Error {
  override readonly name = "NobodyToFollow";
}

/**
 * A county around a brand: front doors of about 100,000 people each, which together have this many on the lists of their
 * practices, and all of which the brand's community trust works through. The same for the same seed. Each practice and pharmacy
 * gives what one of the brand's own gives. Throws NobodyToFollow.
 */
export function countyWorlds(around: DirectoryContents, people: number, seed: number): readonly World[] {
  // Its past is nobody else's.
  const { historyOf: _past, ...like } = around.brand;
  const random = seeded(seed);
  const doors = Math.max(1, Math.round(people / PEOPLE_OF_A_DOOR));
  const trust = mostGiving(around, "community-trust");
  const practice = mostGiving(around, "practice");
  const pharmacy = mostGiving(around, "pharmacy");
  const shares = sharesOf(people, doors, random);
  let practices = 0;
  return Array.from({ length: doors }, (_, number): World => {
    const town = townOf(number);
    const lists = listsOf(shares[number] ?? 0, random);
    const east = ((number % 4) + 1) * KM_APART;
    const north = (Math.floor(number / 4) - 2) * KM_APART;
    const place = () => ({
      north: (north + (random() - 0.5) * 6) / KM_OF_A_DEGREE,
      east: (east + (random() - 0.5) * 6) / (KM_OF_A_DEGREE * 0.62),
    });
    const members = [
      memberLike(around, trust, { id: trust.id, name: trust.name, odsCode: trust.odsCode, by: place() }),
      ...lists.map((patients, index) => {
        practices += 1;
        return memberLike(around, practice, {
          id: `practice-${index + 1}`,
          name: `${town} Surgery ${index + 1}`,
          odsCode: odsOf(practices),
          by: place(),
          patients,
        });
      }),
      ...lists.map((_list, index) =>
        memberLike(around, pharmacy, {
          id: `pharmacy-${index + 1}`,
          name: `${town} Pharmacy ${index + 1}`,
          odsCode: null,
          by: place(),
        }),
      ),
    ];
    const each =
      <T>(of: (member: Member) => readonly T[]) =>
      () =>
        members.flatMap(of);
    return {
      madeFrom: `a county of ${people} people around ${around.brand.id}, town ${number + 1}, seed ${seed}`,
      brand: {
        ...like,
        id: town.toLowerCase().replaceAll(" ", "-"),
        kind: "lab",
        name: `${town} Care`,
        strapline: `One front door to care in and around ${town}`,
        area: town,
        mark: { ...around.brand.mark, letters: town.slice(0, 2).toUpperCase() },
        desk: { ...around.brand.desk, name: `${town} Care’s front desk` },
      },
      services: around.services,
      organisations: each(({ organisation }) => [organisation]),
      partnerships: each(({ partnership }) => [partnership]),
      locations: each(({ locations }) => locations),
      offers: each(({ offers }) => offers.map((offer): WorldOffer => ({ offer, state: null }))),
    };
  });
}

interface Member {
  readonly organisation: Organisation;
  readonly partnership: Partnership;
  readonly locations: readonly Location[];
  readonly offers: readonly Offer[];
}

interface As {
  readonly id: string;
  readonly name: string;
  readonly odsCode: string | null;
  /** Degrees from where the one that it is like is. */
  readonly by: { readonly north: number; readonly east: number };
  readonly patients?: number;
}

/** A member that gives what another one gives, at places of its own. Its partners give times themselves. */
function memberLike(around: DirectoryContents, like: Organisation, as: As): Member {
  const { id, name, odsCode, by, patients } = as;
  const idOf = (old: string) => `${id}.${old}`;
  const locations = around.locations.filter(
    (one) => one.organisationId === like.id && one.temporary === null,
  );
  const known = new Set(locations.map((location) => location.id));
  const partnership = around.partnerships.find(({ organisationId }) => organisationId === like.id);
  if (partnership === undefined)
    throw new NobodyToFollow(`${like.name} is not a partner of ${around.brand.name}`);
  return {
    organisation: {
      ...like,
      id,
      name,
      shortName: name === like.name ? like.shortName : name,
      odsCode,
      listSize: patients === undefined ? null : { patients, asOf: like.listSize?.asOf ?? "2026-10-01" },
    },
    partnership: { ...partnership, id: idOf(partnership.id), organisationId: id, leadOrganisationId: null },
    locations: locations.map((location) => ({
      ...location,
      id: idOf(location.id),
      organisationId: id,
      position: { lat: location.position.lat + by.north, lon: location.position.lon + by.east },
    })),
    offers: around.offers
      .filter(
        ({ organisationId, locationId }) =>
          organisationId === like.id && (locationId === null || known.has(locationId)),
      )
      .map((offer) => ({
        ...offer,
        id: idOf(offer.id),
        organisationId: id,
        locationId: offer.locationId === null ? null : idOf(offer.locationId),
        booking: "partner" as const,
        slots: null,
      })),
  };
}

/** So many people among the towns, none of them half as large again as another. */
function sharesOf(people: number, towns: number, random: () => number): readonly number[] {
  const weights = Array.from({ length: towns }, () => 1 + random() * 0.5);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((_, town) => {
    const upTo = weights.slice(0, town + 1).reduce((sum, weight) => sum + weight, 0);
    const until = town === towns - 1 ? people : Math.round((people * upTo) / total);
    const share = until - before;
    before = until;
    return share;
  });
}

/** Lists of practices that add up to so many people: none much smaller than the others. */
function listsOf(people: number, random: () => number): readonly number[] {
  const lists: number[] = [];
  let left = people;
  while (left > LISTS.most) {
    const patients = Math.round(LISTS.least + random() * (LISTS.most - LISTS.least));
    lists.push(patients);
    left -= patients;
  }
  return left >= LISTS.least || lists.length === 0
    ? [...lists, left]
    : [...lists.slice(0, -1), (lists.at(-1) ?? 0) + left];
}

const townOf = (number: number): string => {
  const town = TOWNS[number % TOWNS.length] ?? "";
  const round = Math.floor(number / TOWNS.length);
  return round === 0 ? town : `${town} ${round + 1}`;
};

const odsOf = (number: number): string => `Y${number.toString(36).toUpperCase().padStart(5, "0")}`;

function mostGiving(
  { brand, organisations, offers }: DirectoryContents,
  kind: OrganisationKind,
): Organisation {
  const given = (id: string) => offers.filter(({ organisationId }) => organisationId === id).length;
  const [most] = organisations
    .filter((one) => one.kind === kind && one.status === "active")
    .sort((a, b) => given(b.id) - given(a.id) || (a.id < b.id ? -1 : 1));
  if (most === undefined)
    throw new NobodyToFollow(`${brand.name} has no ${kind.replaceAll("-", " ")} to make a county after`);
  return most;
}

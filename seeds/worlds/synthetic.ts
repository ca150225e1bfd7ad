import type {
  BoxSettings,
  Brand,
  DirectoryContents,
  Location,
  Mode,
  Offer,
  OfferState,
  Organisation,
  Partnership,
  Service,
} from "~/domain/directory/types";
import type { Need } from "~/domain/routing/types";
import type { Position } from "~/domain/shared/place";
import { seeded } from "~/domain/shared/seeded";
import type { World, WorldOffer } from "~/usecases/write-world";

/** The moment at which every synthetic decision is made. */
export const NOW = "2026-11-24T10:00:00.000Z";

const SERVICES = 45;
const OFFERS_EACH = 5;
const TOWNS = 400;
const MODES: readonly (readonly Mode[])[] = [
  ["in-person"],
  ["in-person", "phone"],
  ["in-person", "phone", "video"],
  ["in-person", "home-visit"],
];
const AWAY: readonly (readonly Mode[])[] = [["phone"], ["phone", "video"], ["home-visit"]];
const AGES = [
  null,
  null,
  null,
  { from: 16, until: null },
  { from: 18, until: 64 },
  { from: null, until: 17 },
];
const BOX: BoxSettings = {
  style: "partner",
  letterhead: null,
  textSender: null,
  caller: null,
  doorSign: null,
  questionsPhone: null,
};

interface Country {
  readonly anywhere: () => Position;
}

/** An area about the size of England: seven in ten live in its towns, whose sizes fall off as real ones do. */
function countryOf(random: () => number): Country {
  const open = () => ({ lat: 50.2 + random() * 5.3, lon: -5 + random() * 6.5 });
  const towns = Array.from({ length: TOWNS }, open);
  const weights = towns.map((_, place) => 1 / (place + 10));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spread = () => (random() + random() + random() - 1.5) * 2;
  return {
    anywhere() {
      if (random() < 0.3) return open();
      let left = random() * total;
      const place = weights.findIndex((weight) => {
        left -= weight;
        return left <= 0;
      });
      const town = towns[place] ?? open();
      return { lat: town.lat + spread() * 0.06, lon: town.lon + spread() * 0.1 };
    },
  };
}

const pick = <T>(list: readonly T[], random: () => number): T => {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error("Nothing to pick from");
  return chosen;
};

const BRAND: Brand = {
  id: "synthetic",
  name: "Synthetic Care",
  strapline: "One front door to local care",
  area: "Larkmouth",
  kind: "lab",
  mark: { letters: "LC", colour: "#005eb8" },
  desk: { name: "Larkmouth Care’s front desk", phone: "01632 960000", hours: "Monday to Friday, 8am to 6pm" },
  policy: {
    version: 1,
    reachKm: 30,
    judged: 30,
    points: { distance: 30, wait: 30, continuity: 15, preference: 10, capacity: 15, kept: 10, share: 6 },
    answerWithin: { routine: { workingDays: 2 }, urgent: { hours: 4 }, asap: { hours: 1 } },
    promiseWithin: { routine: { workingDays: 5 }, urgent: { hours: 24 }, asap: { hours: 4 } },
    deskWithin: { routine: { workingDays: 1 }, urgent: { hours: 2 }, asap: { hours: 1 } },
    patientWithin: { workingDays: 5 },
    capacityStaleHours: 72,
  },
  attribution: [],
};

/**
 * A country with this many offers of 45 services, and what is known of their capacity; the same for the same seed. Its
 * rows are made as they are asked for, and only where the places are is kept: a million offers need little memory.
 */
export function syntheticWorld(offers: number, seed = 1, brandId = BRAND.id): World {
  const count = Math.ceil(offers / OFFERS_EACH);
  const numbers = function* <T>(make: (number: number) => T): Iterable<T> {
    for (let number = 0; number < count; number += 1) yield make(number);
  };
  /** One run of the random numbers: the places first, then what follows from where they end. */
  const begun = () => {
    const random = seeded(seed);
    const country = countryOf(random);
    const places = new Float64Array(2 * count);
    for (let number = 0; number < count; number += 1) {
      const { lat, lon } = country.anywhere();
      places.set([lat, lon], 2 * number);
    }
    return { random, places };
  };
  const offersInTurn = function* (): Iterable<WorldOffer> {
    const { random } = begun();
    for (let number = 0; number < offers; number += 1) {
      const offer = offerOf(number, number % count, random);
      yield { offer, state: random() < 0.5 ? stateOf(random) : null };
    }
  };
  return {
    madeFrom: `${offers} offers, seed ${seed}`,
    brand: { ...BRAND, id: brandId },
    services: Array.from({ length: SERVICES }, (_, number) => serviceOf(number)),
    organisations: () => numbers(organisationOf),
    partnerships: () => numbers((number) => partnershipOf(organisationOf(number), number)),
    locations: () => {
      const { places } = begun();
      return numbers((number) =>
        locationOf(number, { lat: places[2 * number] ?? 0, lon: places[2 * number + 1] ?? 0 }),
      );
    },
    offers: offersInTurn,
  };
}

/** The whole of a synthetic world at once, as a directory's contents and its overlay. */
export function syntheticDirectory(
  offers: number,
  seed = 1,
): { readonly contents: DirectoryContents; readonly overlay: Map<string, OfferState> } {
  const world = syntheticWorld(offers, seed);
  const overlay = new Map<string, OfferState>();
  const rows: Offer[] = [];
  for (const { offer, state } of world.offers()) {
    rows.push(offer);
    if (state !== null) overlay.set(offer.id, state);
  }
  return {
    contents: {
      brand: world.brand,
      version: 1,
      organisations: [...world.organisations()],
      partnerships: [...world.partnerships()],
      locations: [...world.locations()],
      services: world.services,
      offers: rows,
      bankHolidays: [],
    },
    overlay,
  };
}

/** People who ask, spread as the offers are. */
export function syntheticNeeds(count: number, organisations: number, seed = 2): Need[] {
  const random = seeded(seed);
  const country = countryOf(seeded(1));
  return Array.from({ length: count }, () => ({
    serviceId: `service-${Math.floor(random() * SERVICES)}`,
    priority: "routine" as const,
    person: {
      bornOn: `${1930 + Math.floor(random() * 90)}-06-15`,
      sex: random() < 0.5 ? ("female" as const) : ("male" as const),
      registeredWith: { ods: odsOf(Math.floor(random() * organisations)), checked: true },
    },
    place: { postcode: "AB1 1AA", position: country.anywhere() },
    preferences: {
      modes: random() < 0.3 ? ["in-person" as const] : [],
      first: pick(["recommended", "soonest", "nearest"] as const, random),
      knownTo: [],
    },
    alreadyAsked: [],
  }));
}

const odsOf = (number: number): string => `Z${number.toString(36).toUpperCase().padStart(5, "0")}`;

const organisationOf = (number: number): Organisation => ({
  id: `organisation-${number}`,
  odsCode: odsOf(number),
  name: `Organisation ${number}`,
  shortName: `Organisation ${number}`,
  kind: number % 4 === 0 ? "practice" : "community-trust",
  phone: "01632 960000",
  website: null,
  mark: { letters: "OR", colour: "#003087" },
  about: "",
  listSize: null,
  status: number % 100 === 99 ? "closed" : "active",
  source: null,
});

const partnershipOf = ({ id }: Organisation, number: number): Partnership => ({
  id: `partnership-${number}`,
  organisationId: id,
  arrangement: "own-contract",
  leadOrganisationId: null,
  startsOn: "2025-04-01",
  endsOn: number % 50 === 49 ? "2026-03-31" : null,
  suspendedFrom: null,
  returnTicket: "",
});

const ADDRESS: readonly string[] = ["1 High Street"];
const locationOf = (number: number, position: Position): Location => ({
  id: `location-${number}`,
  organisationId: `organisation-${number}`,
  name: `Place ${number}`,
  address: ADDRESS,
  postcode: "AB1 1AA",
  position,
  opening: [],
  access: [],
  temporary: null,
});

function offerOf(number: number, organisation: number, random: () => number): Offer {
  const away = random() < 0.03;
  const kind = random();
  return {
    id: `offer-${number}`,
    serviceId: `service-${Math.floor(random() * SERVICES)}`,
    organisationId: `organisation-${organisation}`,
    locationId: away ? null : `location-${organisation}`,
    role: "provider",
    modes: pick(away ? AWAY : MODES, random),
    ages: pick(AGES, random),
    sex: kind < 0.03 ? "female" : null,
    ownListOnly: organisation % 4 === 0 && kind > 0.7,
    catchment: kind > 0.1 && kind < 0.25 ? { kind: "radius", km: pick([5, 10, 20], random) } : null,
    selfReferral: kind < 0.95,
    booking: "partner",
    slots: null,
    wait: kind < 0.6 ? { days: Math.floor(random() * 120), asOf: "2026-11-01", source: "Synthetic" } : null,
    box: BOX,
    status: "open",
  };
}

const stateOf = (random: () => number): OfferState => ({
  capacity: pick(["capacity", "capacity", "waitlist", "no-capacity"] as const, random),
  capacityConfirmedAt: pick(["2026-11-24T08:00:00.000Z", "2026-11-01T08:00:00.000Z"], random),
  nextFreeAt: random() < 0.3 ? "2026-12-01T09:00:00.000Z" : null,
  // Nobody was asked for anything in it yet.
  kept: null,
  given: 0,
});

const serviceOf = (number: number): Service => ({
  id: `service-${number}`,
  name: `Service ${number}`,
  summary: "A synthetic service.",
  needs: [],
  synonyms: [],
  whatItIs: [],
  whoItIsFor: [],
  whatToExpect: [],
  whatToBring: [],
  cost: "Free",
  ifWorse: "Ring 111",
  priority: "routine",
  access: "self-referral",
  redFlags: null,
  questions: [],
  status: "open",
});

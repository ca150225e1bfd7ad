import type {
  Brand,
  DirectoryContents,
  Location,
  Offer,
  Organisation,
  Partnership,
  Service,
} from "~/domain/directory/types";
import type { Need } from "~/domain/routing/types";

/** Builders for small directories: a test names only what it is about. */

export const NOW = "2026-11-24T10:00:00.000Z";
export const HARBOUR = { lat: 51.45, lon: -2.6 };

/** About `km` kilometres north of the harbour. */
export const northOf = (km: number) => ({ lat: HARBOUR.lat + km / 111.195, lon: HARBOUR.lon });

export const brand = (changes: Partial<Brand> = {}): Brand => ({
  id: "larkmouth",
  name: "Larkmouth Care",
  strapline: "One front door to local care",
  area: "Larkmouth",
  kind: "demo",
  mark: { letters: "LC", colour: "#005eb8" },
  desk: { name: "Larkmouth Care’s front desk", phone: "01632 960000", hours: "Monday to Friday, 8am to 6pm" },
  policy: {
    version: 1,
    reachKm: 30,
    judged: 30,
    points: { distance: 30, wait: 30, continuity: 15, preference: 10, capacity: 15, kept: 10, share: 5 },
    answerWithin: { routine: { workingDays: 2 }, urgent: { hours: 4 }, asap: { hours: 1 } },
    promiseWithin: { routine: { workingDays: 5 }, urgent: { hours: 24 }, asap: { hours: 4 } },
    deskWithin: { routine: { workingDays: 1 }, urgent: { hours: 2 }, asap: { hours: 1 } },
    patientWithin: { workingDays: 5 },
    capacityStaleHours: 72,
  },
  attribution: [],
  ...changes,
});

export const organisation = (id: string, changes: Partial<Organisation> = {}): Organisation => ({
  id,
  odsCode: id.toUpperCase(),
  name: `${id} organisation`,
  shortName: id,
  kind: "community-trust",
  phone: "01632 960100",
  website: null,
  mark: { letters: id.slice(0, 2).toUpperCase(), colour: "#003087" },
  about: "",
  listSize: null,
  status: "active",
  source: null,
  ...changes,
});

export const partnership = (organisationId: string, changes: Partial<Partnership> = {}): Partnership => ({
  id: `partnership-${organisationId}`,
  organisationId,
  arrangement: "own-contract",
  leadOrganisationId: null,
  startsOn: "2025-04-01",
  endsOn: null,
  suspendedFrom: null,
  returnTicket: "It keeps its staff, its name and its records.",
  ...changes,
});

export const location = (
  id: string,
  organisationId: string,
  position: Location["position"],
  changes: Partial<Location> = {},
): Location => ({
  id,
  organisationId,
  name: `${id} clinic`,
  address: ["1 Quay Street", "Larkmouth"],
  postcode: "LK1 1AA",
  position,
  opening: [],
  access: [],
  temporary: null,
  ...changes,
});

export const service = (id: string, changes: Partial<Service> = {}): Service => ({
  id,
  name: id,
  summary: "",
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
  ...changes,
});

export const offer = (id: string, organisationId: string, changes: Partial<Offer> = {}): Offer => ({
  id,
  serviceId: "physio",
  organisationId,
  locationId: null,
  role: "provider",
  modes: ["in-person"],
  ages: null,
  sex: null,
  ownListOnly: false,
  catchment: null,
  selfReferral: true,
  booking: "partner",
  slots: null,
  wait: null,
  box: {
    style: "partner",
    letterhead: null,
    textSender: null,
    caller: null,
    doorSign: null,
    questionsPhone: null,
  },
  status: "open",
  ...changes,
});

export const contents = (parts: Partial<DirectoryContents> = {}): DirectoryContents => ({
  brand: brand(),
  version: 7,
  organisations: [],
  partnerships: (parts.organisations ?? []).map((each) => partnership(each.id)),
  locations: [],
  services: [service("physio")],
  offers: [],
  bankHolidays: [],
  ...parts,
});

export const need = (changes: Partial<Need> = {}): Need => ({
  serviceId: "physio",
  priority: "routine",
  person: { bornOn: "1992-03-14", sex: "female", registeredWith: null },
  place: { postcode: "LK1 1AA", position: HARBOUR },
  preferences: { modes: [], first: "recommended", knownTo: [] },
  alreadyAsked: [],
  ...changes,
});

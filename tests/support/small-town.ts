import type {
  Brand,
  DirectoryContents,
  Location,
  Offer,
  Organisation,
  Partnership,
  Service,
} from "~/domain/directory/types";
import { policy } from "./fulfilment";

/** The smallest whole brand: two partners, a place each, one service, and an offer each. */
export const TOWN = "small-town";

const mark = { letters: "ST", colour: "#005eb8" };

export const brand = (change: Partial<Brand> = {}): Brand => ({
  id: TOWN,
  name: "Small Town Care",
  strapline: "One door",
  area: "Small Town",
  kind: "demo",
  mark,
  desk: { name: "Front desk", phone: "01632 960000", hours: "Monday to Friday, 9am to 5pm" },
  policy,
  attribution: [],
  ...change,
});

export const organisation = (id: string, change: Partial<Organisation> = {}): Organisation => ({
  id,
  odsCode: null,
  name: `The ${id} partner`,
  shortName: id,
  kind: "community-trust",
  phone: "01632 960001",
  website: null,
  mark,
  about: "",
  listSize: null,
  status: "active",
  source: null,
  ...change,
});

export const partnership = (organisationId: string, change: Partial<Partnership> = {}): Partnership => ({
  id: `${organisationId}-partnership`,
  organisationId,
  arrangement: "own-contract",
  leadOrganisationId: null,
  startsOn: "2026-01-01",
  endsOn: null,
  suspendedFrom: null,
  returnTicket: "Its list and its records.",
  ...change,
});

export const location = (organisationId: string, change: Partial<Location> = {}): Location => ({
  id: `${organisationId}-place`,
  organisationId,
  name: `The ${organisationId} centre`,
  address: ["1 High Street", "Small Town"],
  postcode: "LK1 1AA",
  position: { lat: 51.45, lon: -2.58 },
  opening: [],
  access: ["step-free"],
  temporary: null,
  ...change,
});

export const service = (id: string, change: Partial<Service> = {}): Service => ({
  id,
  name: "Physiotherapy",
  summary: "Help with pain in your back, neck or joints.",
  needs: ["moving"],
  synonyms: ["bad back"],
  whatItIs: ["Exercises and advice."],
  whoItIsFor: ["Anyone in pain."],
  whatToExpect: ["A talk, then exercises."],
  whatToBring: [],
  cost: "Free",
  ifWorse: "Call 111.",
  priority: "routine",
  access: "self-referral",
  redFlags: {
    version: 1,
    source: "Made for tests",
    approvedBy: ["A. Tester", "B. Tester"],
    approvedOn: "2026-01-01",
    notice: "Not clinically reviewed. For demonstration only.",
    items: [{ id: "numb", text: "I cannot feel my legs", leadsTo: "999" }],
  },
  questions: [],
  status: "open",
  ...change,
});

/** Booked by the person directly, an hour from 9am to 12 noon on Mondays, unless said otherwise. */
export const offer = (serviceId: string, organisationId: string, change: Partial<Offer> = {}): Offer => ({
  id: `${serviceId}-${organisationId}`,
  serviceId,
  organisationId,
  locationId: `${organisationId}-place`,
  role: "provider",
  modes: ["in-person"],
  ages: null,
  sex: null,
  ownListOnly: false,
  catchment: null,
  selfReferral: true,
  booking: "direct",
  slots: { minutes: 60, sessions: [{ weekday: 1, opens: "09:00", closes: "12:00" }] },
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
  ...change,
});

export const smallTown = (change: Partial<DirectoryContents> = {}): DirectoryContents => ({
  brand: brand(),
  version: 0,
  organisations: [organisation("harbour", { odsCode: "RLK" }), organisation("hill")],
  partnerships: [partnership("harbour"), partnership("hill")],
  locations: [location("harbour"), location("hill", { position: { lat: 51.47, lon: -2.6 } })],
  services: [service("physiotherapy")],
  offers: [
    offer("physiotherapy", "harbour"),
    offer("physiotherapy", "hill", { booking: "partner", slots: null }),
  ],
  bankHolidays: ["2026-12-25"],
  ...change,
});

import { PHARMACY_FIRST_TERMS } from "~/domain/directory/conditions";
import type { Brand, DirectoryContents, Location, Organisation, Service } from "~/domain/directory/types";
import type { PlainDate } from "~/domain/shared/time";
import { BANK_HOLIDAYS } from "./bank-holidays";
import { diary, open, WEEKDAYS } from "./hours";
import { LARKMOUTH_BOXES } from "./larkmouth/boxes";
import { LARKMOUTH_POLICY } from "./larkmouth/brand";
import { LARKMOUTH_ORGANISATIONS } from "./larkmouth/organisations";
import { partnershipOf } from "./larkmouth/partnerships";
import { LARKMOUTH_SERVICES } from "./larkmouth/services";
import { type OfferRule, offersFrom } from "./offer";
import { positionOf } from "./postcodes";

/**
 * The next town along the coast: the same model again, smaller. The community trust is in both, with one ODS code
 * and rows of its own in each.
 */
const BRAND: Brand = {
  id: "saltmarsh",
  name: "Saltmarsh Health",
  strapline: "Health and care for the marsh, through one gate",
  area: "Saltmarsh, Reedham Staithe and Pan End",
  kind: "demo",
  mark: { letters: "SH", colour: "#5b3a7a" },
  desk: {
    name: "Saltmarsh Health’s front desk",
    phone: "0808 157 0200",
    hours: "Monday to Friday, 9am to 5pm",
  },
  policy: LARKMOUTH_POLICY,
  attribution: [],
};

const own = (
  organisation: Pick<
    Organisation,
    "id" | "kind" | "odsCode" | "name" | "shortName" | "mark" | "phone" | "about"
  >,
  patients?: number,
): Organisation => ({
  ...organisation,
  website: null,
  listSize: patients === undefined ? null : { patients, asOf: "2026-10-01" },
  status: "active",
  source: null,
});

const ORGANISATIONS: readonly Organisation[] = [
  own(
    {
      id: "saltmarsh-practice",
      kind: "practice",
      odsCode: "LKM801",
      name: "Saltmarsh Surgery",
      shortName: "Saltmarsh Surgery",
      mark: { letters: "SS", colour: "#205493" },
      phone: "01632 960801",
      about: "The marsh's one practice, with a nurse who goes out by boat in a wet winter.",
    },
    5120,
  ),
  ...LARKMOUTH_ORGANISATIONS.filter(({ id }) => id === "harbour-trust"),
  own({
    id: "reed-pharmacy",
    kind: "pharmacy",
    odsCode: "LKM811",
    name: "Reed Street Pharmacy",
    shortName: "Reed Street",
    mark: { letters: "RS", colour: "#2f6b4f" },
    phone: "01632 960811",
    about: "A village pharmacy that also sells eggs.",
  }),
  own({
    id: "samphire",
    kind: "voluntary",
    odsCode: null,
    name: "Samphire Neighbours",
    shortName: "Samphire",
    mark: { letters: "SN", colour: "#7a4b12" },
    phone: "01632 960821",
    about: "Neighbours who visit, drive and dig gardens.",
  }),
];

const location = (
  id: string,
  organisationId: string,
  name: string,
  street: string,
  postcode: string,
): Location => ({
  id,
  organisationId,
  name,
  address: [street, "Saltmarsh"],
  postcode,
  position: positionOf(postcode),
  opening: open(WEEKDAYS, "08:30", "17:30"),
  onBankHolidays: "closed",
  meets: { "step-free": true },
  access: ["parking"],
  temporary: null,
});

const LOCATIONS: readonly Location[] = [
  location("saltmarsh-surgery", "saltmarsh-practice", "Saltmarsh Surgery", "1 Dyke Road", "LM20 1AB"),
  location("marsh-clinic", "harbour-trust", "Marsh Clinic", "Dyke Road", "LM20 1AD"),
  location("reed-street-shop", "reed-pharmacy", "Reed Street Pharmacy", "6 Reed Street", "LM21 1AB"),
];

const OFFERED = [
  "practice-appointment",
  "physiotherapy",
  "pharmacy-help",
  "blood-pressure",
  "flu-jab",
  "continence",
  "falls-visit",
  "befriending",
];
const SERVICES: readonly Service[] = LARKMOUTH_SERVICES.filter(({ id }) => OFFERED.includes(id));

const MARSH = ["LM20", "LM21", "LM22"];
const MORNINGS = open(WEEKDAYS, "09:30", "12:00");

const OFFERS: readonly OfferRule[] = [
  {
    service: "practice-appointment",
    at: ["saltmarsh-surgery"],
    modes: ["in-person", "phone"],
    ownListOnly: true,
    waitDays: 3,
  },
  { service: "physiotherapy", at: ["marsh-clinic"], ages: [16, null], waitDays: 14 },
  {
    service: "physiotherapy",
    at: ["saltmarsh-surgery"],
    ages: [16, null],
    waitDays: 20,
    box: { style: "brand" },
  },
  {
    service: "pharmacy-help",
    at: ["reed-street-shop"],
    ages: [1, null],
    conditions: PHARMACY_FIRST_TERMS,
    slots: diary(20, MORNINGS),
  },
  {
    service: "blood-pressure",
    at: ["reed-street-shop"],
    ages: [40, null],
    slots: diary(15, open([2, 4], "14:00", "16:00")),
  },
  {
    service: "flu-jab",
    at: ["reed-street-shop"],
    ages: [18, null],
    slots: diary(10, open([1, 3], "14:00", "16:00")),
  },
  { service: "continence", at: ["marsh-clinic"], ages: [16, null], waitDays: 22 },
  {
    service: "falls-visit",
    from: ["harbour-trust"],
    modes: ["home-visit"],
    outcodes: MARSH,
    ages: [60, null],
    waitDays: 13,
  },
  {
    service: "befriending",
    from: ["samphire"],
    modes: ["home-visit", "phone"],
    outcodes: MARSH,
    ages: [18, null],
    waitDays: 7,
  },
];

const BOXES = {
  ...LARKMOUTH_BOXES,
  "saltmarsh-practice": { ...boxLike("westbrook"), textSender: "MarshSurg" },
  "reed-pharmacy": boxLike("quayside"),
  samphire: boxLike("anchor"),
};

function boxLike(organisationId: string) {
  const box = LARKMOUTH_BOXES[organisationId];
  if (box === undefined) throw new Error(`No box settings for ${organisationId}`);
  return box;
}

export function saltmarsh(
  today: PlainDate,
  bankHolidays: readonly PlainDate[] = BANK_HOLIDAYS.map(({ day }) => day),
): DirectoryContents {
  return {
    brand: BRAND,
    version: 1,
    organisations: ORGANISATIONS,
    partnerships: ORGANISATIONS.map((organisation) => partnershipOf(organisation, {})),
    locations: LOCATIONS,
    services: SERVICES,
    offers: offersFrom(OFFERS, {
      locations: LOCATIONS,
      services: SERVICES,
      boxes: BOXES,
      today,
      textSender: "SaltHealth",
      waitSource: "Told to Saltmarsh Health by the partner",
    }),
    bankHolidays,
  };
}

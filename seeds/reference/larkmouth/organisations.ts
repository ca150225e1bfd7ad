import type { Organisation, OrganisationKind, Partnership } from "~/domain/directory/types";

/**
 * Codes start with LKM, which the Organisation Data Service has not issued; telephone numbers are from the ranges
 * that Ofcom keeps for drama. Every name is made up.
 */
const organisation = (
  id: string,
  kind: OrganisationKind,
  odsCode: string | null,
  [name, shortName]: readonly [string, string],
  [letters, colour]: readonly [string, string],
  phone: string,
  about: string,
  patients?: number,
): Organisation => ({
  id,
  odsCode,
  name,
  shortName,
  kind,
  phone,
  website: null,
  mark: { letters, colour },
  about,
  listSize: patients === undefined ? null : { patients, asOf: "2026-10-01" },
  status: "active",
  source: null,
});

const PRACTICES: readonly Organisation[] = [
  organisation(
    "harbour-street",
    "practice",
    "LKM101",
    ["Harbour Street Surgery", "Harbour Street"],
    ["HS", "#7a3b1d"],
    "01632 960101",
    "Five doctors, two nurses and a very old staircase (there is a lift). In the Old Town since 1951.",
    7850,
  ),
  organisation(
    "lighthouse",
    "practice",
    "LKM102",
    ["Lighthouse Medical Centre", "Lighthouse"],
    ["LH", "#9a2a2a"],
    "01632 960102",
    "The biggest practice in Larkmouth, on the hill, with its own physiotherapists and a warm waiting room.",
    9420,
  ),
  organisation(
    "ropewalk",
    "practice",
    "LKM103",
    ["Ropewalk Practice", "Ropewalk"],
    ["RP", "#5a4a12"],
    "01632 960103",
    "A practice for the streets behind the docks, where eleven languages are spoken at the front desk.",
    6310,
  ),
  organisation(
    "westbrook",
    "practice",
    "LKM104",
    ["Westbrook Family Practice", "Westbrook"],
    ["WB", "#2f5d2a"],
    "01632 960104",
    "Young families, a garden to wait in, and late opening on Tuesdays.",
    5880,
  ),
  organisation(
    "fenny-lark",
    "practice",
    "LKM105",
    ["Fenny Lark Village Surgery", "Fenny Lark"],
    ["FL", "#3d5a80"],
    "01632 960105",
    "A small village surgery. The doctors are employed by Harbour Community Trust, and the list is the village's.",
    3140,
  ),
  organisation(
    "sandholme",
    "practice",
    "LKM106",
    ["Sandholme and Dunes Surgery", "Sandholme"],
    ["SD", "#6b4423"],
    "01632 960106",
    "Two small surgeries at the far end of the coast road. They know most people by their first name.",
    4270,
  ),
];

const TRUSTS: readonly Organisation[] = [
  organisation(
    "harbour-trust",
    "community-trust",
    "LKM201",
    ["Harbour Community Trust", "Harbour Trust"],
    ["HT", "#00528a"],
    "01632 960201",
    "Nurses, therapists and health visitors who work in clinics, schools and people's own homes.",
  ),
  organisation(
    "larkshore",
    "mental-health-trust",
    "LKM202",
    ["Larkshore Mental Health Trust", "Larkshore"],
    ["LS", "#6a2c70"],
    "01632 960202",
    "Help for minds of all ages, from a first talk to a team that comes to your home.",
  ),
  organisation(
    "general",
    "hospital-trust",
    "LKM203",
    ["Larkmouth General Hospital", "The General"],
    ["LG", "#2b3a67"],
    "01632 960203",
    "The hospital on Signal Road: clinics, scans, blood tests and planned operations.",
  ),
  organisation(
    "spyglass",
    "specialist",
    "LKM204",
    ["Spyglass Eye and Skin Centre", "Spyglass"],
    ["SG", "#8a1c4a"],
    "01632 960204",
    "Eye and skin specialists in the old customs house. They do a few things, and do them every day.",
  ),
];

const PHARMACIES: readonly Organisation[] = [
  organisation(
    "quayside",
    "pharmacy",
    "LKM301",
    ["Quayside Pharmacy", "Quayside"],
    ["QP", "#0b6e4f"],
    "01632 960301",
    "On the harbour front, open seven days, with two private rooms to talk in.",
  ),
  organisation(
    "northgate",
    "pharmacy",
    "LKM302",
    ["Northgate Pharmacy", "Northgate"],
    ["NG", "#1e6b52"],
    "01632 960302",
    "Next to Lighthouse Medical Centre. Ask for Mr Osei: he has been here for thirty years.",
  ),
  organisation(
    "ropewalk-chemist",
    "pharmacy",
    "LKM303",
    ["Ropewalk Chemist", "Ropewalk Chemist"],
    ["RC", "#4b6b1a"],
    "01632 960303",
    "A family chemist by the bus station, open until nine on weekdays.",
  ),
  organisation(
    "westbrook-pharmacy",
    "pharmacy",
    "LKM304",
    ["Westbrook Pharmacy", "Westbrook Pharmacy"],
    ["WP", "#31675a"],
    "01632 960304",
    "Inside Westbrook Family Practice, and good with children.",
  ),
  organisation(
    "lantern",
    "pharmacy",
    "LKM305",
    ["Lantern Winter Pharmacy", "The Lantern"],
    ["LW", "#8f4a00"],
    "01632 960305",
    "A pop-up shop in the old fish market for the cold months: winter jabs, blood pressure and a warm drink.",
  ),
];

const COUNCIL_AND_COMPANIES: readonly Organisation[] = [
  organisation(
    "council",
    "social-care",
    "LKM401",
    ["Larkmouth Council Adult Social Care", "Larkmouth Council"],
    ["CO", "#44475a"],
    "01632 960401",
    "Social workers and occupational therapists who help people to live the life they want at home.",
  ),
  organisation(
    "tidewell",
    "social-enterprise",
    "LKM501",
    ["Tidewell Community Health", "Tidewell"],
    ["TW", "#00666b"],
    "01632 960501",
    "A company owned by its staff and patients. What is left over at the end of the year goes back into care.",
  ),
  organisation(
    "halyard",
    "specialist",
    "LKM601",
    ["Halyard Opticians", "Halyard"],
    ["HO", "#4a3b8f"],
    "01632 960601",
    "Opticians in the Old Town who look after eyes that are sore as well as eyes that need glasses.",
  ),
  organisation(
    "dunes-opticians",
    "specialist",
    "LKM602",
    ["Dunes Opticians", "Dunes"],
    ["DO", "#7a4a2b"],
    "01632 960602",
    "Sandholme's opticians. They also test eyes at home for people who cannot get out.",
  ),
  organisation(
    "mill-lane-dental",
    "specialist",
    "LKM603",
    ["Mill Lane Dental Practice", "Mill Lane Dental"],
    ["MD", "#1f5f8b"],
    "01632 960603",
    "Dentists in Westbrook who keep time free every morning for people in pain.",
  ),
];

const VOLUNTARY: readonly Organisation[] = [
  organisation(
    "anchor",
    "voluntary",
    "LKM701",
    ["Anchor Voluntary Alliance", "Anchor"],
    ["AV", "#a0340f"],
    "01632 960701",
    "The charity that carries the contract for Larkmouth's small voluntary groups, so that they can stay small.",
  ),
  organisation(
    "steady-feet",
    "voluntary",
    null,
    ["Steady Feet Larkmouth", "Steady Feet"],
    ["SF", "#355e3b"],
    "01632 960711",
    "Strength and balance classes in church halls, with good music and better biscuits.",
  ),
  organisation(
    "kettle-club",
    "voluntary",
    null,
    ["The Kettle Club", "Kettle Club"],
    ["KC", "#8b3a62"],
    "01632 960712",
    "Two hundred volunteers who visit, phone, cook, and put the kettle on.",
  ),
  organisation(
    "even-keel",
    "voluntary",
    null,
    ["Even Keel Advice", "Even Keel"],
    ["EK", "#37536b"],
    "01632 960713",
    "Free and private advice on debt, benefits and bills. Nobody is told off.",
  ),
];

export const LARKMOUTH_ORGANISATIONS: readonly Organisation[] = [
  ...PRACTICES,
  ...TRUSTS,
  ...PHARMACIES,
  ...COUNCIL_AND_COMPANIES,
  ...VOLUNTARY,
];

const RETURN_TICKETS: Readonly<Record<OrganisationKind, string>> = {
  practice:
    "The practice keeps its registered list, its contract and its records, and can leave at a month's notice.",
  "community-trust": "The trust keeps its name, staff and records, and can leave at three months' notice.",
  "mental-health-trust":
    "The trust keeps its name, staff and records, and can leave at three months' notice.",
  "hospital-trust":
    "The hospital keeps its waiting lists and records, and can leave at three months' notice.",
  specialist: "It keeps its patients' records and its name, and can leave at a month's notice.",
  pharmacy: "The pharmacy keeps its contract and its records, and can leave at a month's notice.",
  "social-care":
    "The council keeps its legal duties, assessments and records, and can leave at three months' notice.",
  voluntary: "The group keeps its volunteers, its members and its name, and can leave at a month's notice.",
  "social-enterprise": "It keeps its staff, its name and its records, and can leave at three months' notice.",
};

type Terms = Partial<Pick<Partnership, "arrangement" | "leadOrganisationId" | "startsOn" | "endsOn">>;

/** Most partners keep their own contract. These are bound in another way. */
const OTHER_TERMS: Readonly<Record<string, Terms>> = {
  "fenny-lark": { arrangement: "employed", leadOrganisationId: "harbour-trust" },
  lantern: { arrangement: "joint-venture", leadOrganisationId: "quayside" },
  council: { arrangement: "alliance" },
  tidewell: { arrangement: "alliance" },
  "steady-feet": { arrangement: "subcontract", leadOrganisationId: "anchor" },
  "kettle-club": { arrangement: "subcontract", leadOrganisationId: "anchor" },
  "even-keel": { arrangement: "subcontract", leadOrganisationId: "anchor" },
};

/** One partnership an organisation, on its kind's terms unless it has its own. */
export const partnershipOf = (
  { id, kind }: Organisation,
  terms: Terms = OTHER_TERMS[id] ?? {},
): Partnership => ({
  id: `member-${id}`,
  organisationId: id,
  arrangement: "own-contract",
  leadOrganisationId: null,
  startsOn: "2026-04-01",
  endsOn: null,
  suspendedFrom: null,
  returnTicket: RETURN_TICKETS[kind],
  ...terms,
});

export const LARKMOUTH_PARTNERSHIPS: readonly Partnership[] = LARKMOUTH_ORGANISATIONS.map((organisation) =>
  partnershipOf(organisation),
);

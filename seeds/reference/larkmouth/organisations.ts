import type { Organisation, OrganisationKind } from "~/domain/directory/types";

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
    "The biggest practice in Larkmouth, up on the hill. It has its own physiotherapists, and a warm room to wait in.",
    9420,
  ),
  organisation(
    "ropewalk",
    "practice",
    "LKM103",
    ["Ropewalk Practice", "Ropewalk"],
    ["RP", "#5a4a12"],
    "01632 960103",
    "A practice for the streets behind the docks. They speak eleven languages at the front desk.",
    6310,
  ),
  organisation(
    "westbrook",
    "practice",
    "LKM104",
    ["Westbrook Family Practice", "Westbrook"],
    ["WB", "#2f5d2a"],
    "01632 960104",
    "Young families, a garden to wait in, and open late on Tuesdays.",
    5880,
  ),
  organisation(
    "fenny-lark",
    "practice",
    "LKM105",
    ["Fenny Lark Village Surgery", "Fenny Lark"],
    ["FL", "#3d5a80"],
    "01632 960105",
    "A small village surgery. The doctors work for Harbour Community Trust. The list is the village's own.",
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
    "Nurses, therapists and health visitors. They work in clinics, in schools and in people's homes.",
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
    "A family chemist by the bus station. Open until nine, Monday to Friday.",
  ),
  organisation(
    "westbrook-pharmacy",
    "pharmacy",
    "LKM304",
    ["Westbrook Pharmacy", "Westbrook Pharmacy"],
    ["WP", "#31675a"],
    "01632 960304",
    "Inside Westbrook Family Practice. Good with children.",
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
    "Social workers and therapists. They help people to live the life they want at home.",
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
    "Dentists in Westbrook. They keep time free each morning for people in pain.",
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
    "A charity. It holds the contract for the small groups of Larkmouth, so that they can stay small.",
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

/** Small groups with a phone and no system: each request comes to them as a link that works once. */
const BY_LINK: Readonly<Record<string, Organisation["lightContact"]>> = {
  "even-keel": { email: "desk@evenkeel.example.org", phone: "07700 900713" },
};

export const LARKMOUTH_ORGANISATIONS: readonly Organisation[] = [
  ...PRACTICES,
  ...TRUSTS,
  ...PHARMACIES,
  ...COUNCIL_AND_COMPANIES,
  ...VOLUNTARY,
].map((each) => {
  const lightContact = BY_LINK[each.id];
  return lightContact ? { ...each, lightContact } : each;
});

import { DateTime } from "luxon";
import type { Location, OpeningHours } from "~/domain/directory/types";
import { type AccessNeed, isAccessNeed } from "~/domain/shared/access-needs";
import type { PlainDate } from "~/domain/shared/time";
import { EVERY_DAY, MONDAY_TO_SATURDAY, open, WEEKDAYS } from "../hours";
import { positionOf } from "../postcodes";
import { BANK_HOLIDAY_ROTA, SHUT_AT_CHRISTMAS, trainingAfternoons } from "./exceptions";

const OFFICE = open(WEEKDAYS, "08:30", "17:30");
const SURGERY = open(WEEKDAYS, "08:00", "18:30");

/** An access need that is met, one that is known not to be, or other words about getting there and in. */
type Access = string | { readonly no: AccessNeed };

const location = (
  id: string,
  organisationId: string,
  name: string,
  street: string,
  postcode: string,
  opening: readonly OpeningHours[],
  access: readonly Access[],
  hours: Pick<Location, "onBankHolidays" | "exceptions"> = {},
): Location => ({
  id,
  organisationId,
  name,
  address: [street, "Larkmouth"],
  postcode,
  position: positionOf(postcode),
  opening,
  onBankHolidays: "closed",
  ...hours,
  meets: Object.fromEntries(access.flatMap(met)),
  access: access.filter((each) => typeof each === "string").filter((each) => !isAccessNeed(each)),
  temporary: null,
});

const met = (each: Access): readonly (readonly [AccessNeed, boolean])[] => {
  if (typeof each !== "string") return [[each.no, false]];
  return isAccessNeed(each) ? [[each, true]] : [];
};
const no = (need: AccessNeed) => ({ no: need });
const STEP_FREE = "step-free" satisfies AccessNeed;
const LOOP = "hearing-loop" satisfies AccessNeed;
const QUIET = "quiet-space" satisfies AccessNeed;
const HOIST = "hoist" satisfies AccessNeed;
const TOILET = "accessible-toilet" satisfies AccessNeed;
const PARKING = "parking";
const BUS = "on a bus route";

const permanent = (today: PlainDate): readonly Location[] => [
  location(
    "harbour-street-surgery",
    "harbour-street",
    "Harbour Street Surgery",
    "14 Harbour Street",
    "LM1 1AB",
    SURGERY,
    [STEP_FREE, "lift", LOOP, BUS, no(HOIST)],
  ),
  location(
    "lighthouse-centre",
    "lighthouse",
    "Lighthouse Medical Centre",
    "2 Lamp Road",
    "LM2 1AB",
    SURGERY,
    [STEP_FREE, LOOP, PARKING, BUS, HOIST, TOILET],
  ),
  location("ropewalk-practice", "ropewalk", "Ropewalk Practice", "61 Ropewalk", "LM3 1AD", SURGERY, [
    STEP_FREE,
    LOOP,
    BUS,
    TOILET,
  ]),
  location(
    "westbrook-practice",
    "westbrook",
    "Westbrook Family Practice",
    "5 Orchard Way",
    "LM4 1AB",
    [...SURGERY, ...open([2], "18:30", "20:30")],
    [STEP_FREE, LOOP, PARKING, TOILET, QUIET],
    { exceptions: trainingAfternoons(today, "08:00") },
  ),
  location(
    "fenny-lark-surgery",
    "fenny-lark",
    "Fenny Lark Village Surgery",
    "The Green, Fenny Lark",
    "LM5 1AA",
    OFFICE,
    [STEP_FREE, PARKING],
  ),
  location(
    "sandholme-surgery",
    "sandholme",
    "Sandholme Surgery",
    "3 Coast Road, Sandholme",
    "LM6 1AB",
    OFFICE,
    [STEP_FREE, LOOP, PARKING],
  ),
  location(
    "dunes-surgery",
    "sandholme",
    "Dunes Surgery",
    "Ferry Lane, Otter's Reach",
    "LM8 1AA",
    open([1, 3, 5], "09:00", "13:00"),
    [STEP_FREE, PARKING],
  ),
  location("capstan-house", "harbour-trust", "Capstan House", "40 Signal Road", "LM1 2AD", OFFICE, [
    STEP_FREE,
    LOOP,
    PARKING,
    BUS,
    QUIET,
    HOIST,
    TOILET,
  ]),
  location("westbrook-clinic", "harbour-trust", "Westbrook Clinic", "1 Orchard Way", "LM4 1AD", OFFICE, [
    STEP_FREE,
    LOOP,
    PARKING,
    TOILET,
  ]),
  location(
    "highcombe-clinic",
    "harbour-trust",
    "Highcombe Clinic",
    "Church Street, Highcombe",
    "LM7 1AB",
    open([2, 4], "09:00", "16:30"),
    [STEP_FREE, PARKING, no(HOIST), no(LOOP)],
  ),
  location("beacon-house", "larkshore", "Beacon House", "18 Chapel Rise", "LM2 2AA", OFFICE, [
    STEP_FREE,
    LOOP,
    QUIET,
    BUS,
    no(HOIST),
  ]),
  location(
    "the-boathouse",
    "larkshore",
    "The Boathouse",
    "7 Slipway",
    "LM3 2AB",
    open(WEEKDAYS, "10:00", "18:00"),
    [STEP_FREE, QUIET, no(LOOP)],
  ),
  location(
    "general-hospital",
    "general",
    "Larkmouth General Hospital",
    "100 Signal Road",
    "LM1 3AA",
    open(EVERY_DAY, "08:00", "20:00"),
    [STEP_FREE, LOOP, PARKING, BUS, QUIET, HOIST, TOILET],
    { onBankHolidays: "as-usual" },
  ),
  location("customs-house", "spyglass", "The Old Customs House", "1 Custom House Quay", "LM1 2AA", OFFICE, [
    STEP_FREE,
    LOOP,
    BUS,
    TOILET,
    no(HOIST),
  ]),
  location(
    "quayside-shop",
    "quayside",
    "Quayside Pharmacy",
    "22 The Quay",
    "LM1 1AE",
    open(EVERY_DAY, "09:00", "18:00"),
    [STEP_FREE, LOOP, BUS],
    { onBankHolidays: "as-usual", exceptions: SHUT_AT_CHRISTMAS },
  ),
  location(
    "northgate-shop",
    "northgate",
    "Northgate Pharmacy",
    "4 Lamp Road",
    "LM2 1AD",
    open(MONDAY_TO_SATURDAY, "08:30", "18:30"),
    [STEP_FREE, PARKING],
    { exceptions: BANK_HOLIDAY_ROTA },
  ),
  location(
    "ropewalk-shop",
    "ropewalk-chemist",
    "Ropewalk Chemist",
    "9 Bus Station Parade",
    "LM3 1AE",
    [...open(WEEKDAYS, "09:00", "21:00"), ...open([6], "09:00", "17:00")],
    [STEP_FREE, BUS, no(LOOP)],
  ),
  location(
    "westbrook-shop",
    "westbrook-pharmacy",
    "Westbrook Pharmacy",
    "5 Orchard Way",
    "LM4 1AE",
    open(WEEKDAYS, "08:30", "18:30"),
    [STEP_FREE, PARKING],
    { exceptions: trainingAfternoons(today, "08:30") },
  ),
  location("civic-centre", "council", "Larkmouth Civic Centre", "Market Square", "LM1 3AB", OFFICE, [
    STEP_FREE,
    LOOP,
    BUS,
    QUIET,
    HOIST,
    TOILET,
  ]),
  location(
    "the-pumphouse",
    "tidewell",
    "The Pumphouse",
    "12 Sluice Lane",
    "LM3 1AB",
    open(MONDAY_TO_SATURDAY, "08:00", "19:00"),
    [STEP_FREE, LOOP, PARKING, BUS, TOILET, no(HOIST)],
  ),
  location(
    "tidewell-sandholme",
    "tidewell",
    "Tidewell at Sandholme Hall",
    "Hall Lane, Sandholme",
    "LM6 1AD",
    open([1, 4], "09:00", "17:00"),
    [STEP_FREE, PARKING, no(HOIST), no(LOOP)],
  ),
  location(
    "halyard-shop",
    "halyard",
    "Halyard Opticians",
    "31 Harbour Street",
    "LM1 1AD",
    open(MONDAY_TO_SATURDAY, "09:00", "17:30"),
    ["one step, ramp on request", LOOP],
  ),
  location(
    "dunes-shop",
    "dunes-opticians",
    "Dunes Opticians",
    "8 Coast Road, Sandholme",
    "LM6 1AE",
    open(MONDAY_TO_SATURDAY, "09:00", "17:00"),
    [STEP_FREE, PARKING],
  ),
  location(
    "mill-lane",
    "mill-lane-dental",
    "Mill Lane Dental Practice",
    "16 Mill Lane",
    "LM4 2AB",
    open(WEEKDAYS, "08:00", "17:30"),
    [STEP_FREE, PARKING, no(HOIST)],
  ),
  location(
    "anchor-hub",
    "anchor",
    "The Anchor Hub",
    "3 Net Loft Yard",
    "LM3 1AA",
    open(WEEKDAYS, "09:30", "16:30"),
    [STEP_FREE, LOOP, BUS, TOILET],
  ),
  location(
    "st-brannoc-hall",
    "steady-feet",
    "St Brannoc's Church Hall",
    "Chapel Rise",
    "LM2 2AD",
    open([1, 3, 5], "10:00", "15:00"),
    [STEP_FREE, LOOP, TOILET, no(HOIST)],
  ),
  location(
    "fenny-lark-hall",
    "steady-feet",
    "Fenny Lark Village Hall",
    "The Green, Fenny Lark",
    "LM5 1AB",
    open([2, 4], "10:00", "13:00"),
    [STEP_FREE, PARKING],
  ),
  location(
    "kettle-kitchen",
    "kettle-club",
    "The Kettle Kitchen",
    "27 Slipway",
    "LM3 2AA",
    open(EVERY_DAY, "10:00", "16:00"),
    [STEP_FREE, BUS, no(LOOP)],
    { onBankHolidays: "as-usual" },
  ),
  location(
    "even-keel-office",
    "even-keel",
    "Even Keel at the Library",
    "Market Square",
    "LM1 3AD",
    open([1, 2, 4], "10:00", "17:00"),
    [STEP_FREE, LOOP, QUIET],
  ),
];

/**
 * The pop-up shop stands from the first day of the month before until the end of the fourth month on, so that it is
 * open whenever the demonstration is set up, and its dates stay the same all month.
 */
const popUp = (today: PlainDate): Location => {
  const month = DateTime.fromISO(today, { zone: "utc" }).startOf("month");
  const day = (at: DateTime): PlainDate => at.toFormat("yyyy-MM-dd");
  return {
    ...location(
      "fish-market",
      "lantern",
      "The Lantern, Old Fish Market",
      "Market Steps",
      "LM1 1AA",
      open(EVERY_DAY, "10:00", "19:00"),
      [STEP_FREE, BUS],
      { onBankHolidays: "as-usual", exceptions: SHUT_AT_CHRISTMAS },
    ),
    temporary: {
      from: day(month.minus({ months: 1 })),
      until: day(month.plus({ months: 4 }).endOf("month")),
    },
  };
};

export const larkmouthLocations = (today: PlainDate): readonly Location[] => [
  ...permanent(today),
  popUp(today),
];

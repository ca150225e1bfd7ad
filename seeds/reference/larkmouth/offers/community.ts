import { diary, MONDAY_TO_SATURDAY, open, WEEKDAYS } from "../../hours";
import type { OfferRule } from "../../offer";
import { placeAt } from "../../postcodes";

/** Where volunteers go. Highcombe, Otter's Reach and Gull Island have groups of their own. */
const IN_REACH = ["LM1", "LM2", "LM3", "LM4", "LM5", "LM6"];
const ALL_OF_LARKMOUTH = [...IN_REACH, "LM7", "LM8", "LM9"];

/** As far as a meal stays hot: the harbour, Lighthouse Hill, the Ropewalk and Westbrook. */
const RING_ROAD = {
  name: "the streets inside the ring road",
  ring: [
    placeAt(-4, -0.9),
    placeAt(-0.5, -2),
    placeAt(3.2, -2),
    placeAt(3.2, 0.4),
    placeAt(1.9, 3.2),
    placeAt(-1, 3.2),
    placeAt(-4, 1.5),
  ],
};

const SOCIAL_ENTERPRISE: readonly OfferRule[] = [
  { service: "physiotherapy", at: ["the-pumphouse", "tidewell-sandholme"], ages: [16, null], waitDays: 12 },
  { service: "long-lasting-pain", at: ["the-pumphouse"], ages: [18, null], waitDays: 24 },
  { service: "foot-care", at: ["the-pumphouse"], ages: [18, null], waitDays: 11 },
  {
    service: "health-check",
    at: ["the-pumphouse"],
    ages: [40, 74],
    slots: diary(30, open([1, 3, 6], "08:30", "12:30")),
  },
  {
    service: "blood-pressure",
    at: ["tidewell-sandholme"],
    ages: [40, null],
    slots: diary(15, open([1, 4], "09:30", "12:00")),
  },
  { service: "stop-smoking", from: ["tidewell"], modes: ["phone", "video"], ages: [12, null], waitDays: 3 },
  { service: "healthy-weight", at: ["the-pumphouse"], ages: [18, null], waitDays: 10 },
  {
    service: "social-prescribing",
    from: ["tidewell"],
    modes: ["phone", "home-visit"],
    ages: [18, null],
    waitDays: 12,
  },
  {
    service: "ear-wax",
    at: ["the-pumphouse", "tidewell-sandholme"],
    ages: [18, null],
    slots: diary(20, open([1, 4], "13:00", "16:30")),
  },
  { service: "sleep", at: ["the-pumphouse"], ages: [18, null], waitDays: 16 },
  { service: "skin-problems", at: ["the-pumphouse"], waitDays: 17 },
  {
    service: "menopause",
    at: ["the-pumphouse"],
    modes: ["in-person", "video"],
    ages: [40, null],
    waitDays: 13,
  },
  { service: "alcohol-drugs", from: ["tidewell"], modes: ["phone", "video"], ages: [18, null], waitDays: 4 },
];

const EYES_AND_TEETH: readonly OfferRule[] = [
  {
    service: "eye-test",
    at: ["halyard-shop", "dunes-shop"],
    slots: diary(30, open(MONDAY_TO_SATURDAY, "09:30", "12:30")),
  },
  {
    service: "eye-test",
    from: ["dunes-opticians"],
    modes: ["home-visit"],
    outcodes: ALL_OF_LARKMOUTH,
    ages: [16, null],
    waitDays: 21,
  },
  {
    service: "sore-eye",
    at: ["halyard-shop", "dunes-shop"],
    ages: [5, null],
    slots: diary(20, open(WEEKDAYS, "14:00", "16:00")),
  },
  {
    service: "hearing-test",
    at: ["halyard-shop"],
    ages: [18, null],
    slots: diary(40, open([2, 4], "13:00", "17:00")),
  },
  { service: "toothache", at: ["mill-lane"], slots: diary(20, open(WEEKDAYS, "08:20", "10:20")) },
];

const COUNCIL: readonly OfferRule[] = [
  {
    service: "care-at-home",
    from: ["council"],
    modes: ["home-visit"],
    outcodes: ALL_OF_LARKMOUTH,
    ages: [18, null],
    waitDays: 16,
  },
  {
    service: "care-at-home",
    at: ["civic-centre"],
    modes: ["in-person", "phone"],
    ages: [18, null],
    waitDays: 9,
  },
  {
    service: "rails-and-aids",
    from: ["council"],
    modes: ["phone", "home-visit"],
    outcodes: ALL_OF_LARKMOUTH,
    waitDays: 12,
  },
  {
    service: "carers-assessment",
    from: ["council"],
    modes: ["phone", "home-visit"],
    outcodes: ALL_OF_LARKMOUTH,
    ages: [16, null],
    waitDays: 14,
  },
];

const VOLUNTARY: readonly OfferRule[] = [
  { service: "strength-classes", at: ["st-brannoc-hall", "fenny-lark-hall"], ages: [50, null], waitDays: 7 },
  {
    service: "befriending",
    from: ["kettle-club"],
    modes: ["home-visit"],
    outcodes: IN_REACH,
    ages: [18, null],
    waitDays: 18,
  },
  { service: "befriending", from: ["kettle-club"], modes: ["phone"], ages: [18, null], waitDays: 6 },
  {
    service: "meals",
    from: ["kettle-club"],
    modes: ["home-visit"],
    area: RING_ROAD,
    ages: [18, null],
    waitDays: 2,
  },
  { service: "grief", at: ["kettle-kitchen"], ages: [18, null], waitDays: 10 },
  { service: "grief", from: ["kettle-club"], modes: ["phone"], ages: [18, null], waitDays: 5 },
  { service: "debt-advice", at: ["even-keel-office"], ages: [18, null], waitDays: 8 },
  { service: "debt-advice", from: ["even-keel"], modes: ["phone"], ages: [18, null], waitDays: 4 },
  { service: "carers-assessment", at: ["anchor-hub"], ages: [16, null], waitDays: 6 },
  { service: "lifts", from: ["anchor"], modes: ["home-visit"], outcodes: IN_REACH, waitDays: 2 },
  { service: "social-prescribing", at: ["anchor-hub"], ages: [18, null], waitDays: 5 },
];

export const COMMUNITY_OFFERS: readonly OfferRule[] = [
  ...SOCIAL_ENTERPRISE,
  ...EYES_AND_TEETH,
  ...COUNCIL,
  ...VOLUNTARY,
];

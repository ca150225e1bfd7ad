import { diary, open, WEEKDAYS } from "../../hours";
import type { OfferRule } from "../../offer";

/** Where staff drive to. The ferry to Gull Island does not carry cars. */
const BY_ROAD = ["LM1", "LM2", "LM3", "LM4", "LM5", "LM6", "LM7", "LM8"];

const COMMUNITY_TRUST: readonly OfferRule[] = [
  { service: "physiotherapy", at: ["capstan-house", "highcombe-clinic"], ages: [16, null], waitDays: 8 },
  { service: "physiotherapy", from: ["harbour-trust"], modes: ["video"], ages: [16, null], waitDays: 13 },
  { service: "foot-care", at: ["capstan-house", "westbrook-clinic"], waitDays: 19 },
  {
    service: "foot-care",
    from: ["harbour-trust"],
    modes: ["home-visit"],
    outcodes: BY_ROAD,
    ages: [18, null],
    waitDays: 33,
  },
  {
    service: "long-lasting-pain",
    at: ["capstan-house"],
    modes: ["in-person", "video"],
    ages: [18, null],
    waitDays: 41,
  },
  { service: "wheelchair", at: ["capstan-house"], waitDays: 27 },
  { service: "wheelchair", from: ["harbour-trust"], modes: ["home-visit"], outcodes: BY_ROAD, waitDays: 35 },
  {
    service: "healthy-weight",
    from: ["harbour-trust"],
    modes: ["phone", "video"],
    ages: [18, null],
    waitDays: 14,
  },
  {
    service: "hearing-test",
    at: ["capstan-house", "westbrook-clinic"],
    ages: [18, null],
    slots: diary(40, open([1, 3, 5], "09:00", "13:00")),
  },
  { service: "continence", at: ["capstan-house", "westbrook-clinic"], ages: [16, null], waitDays: 18 },
  { service: "continence", from: ["harbour-trust"], modes: ["phone"], ages: [16, null], waitDays: 9 },
  {
    service: "sexual-health",
    at: ["capstan-house"],
    ages: [13, null],
    slots: diary(20, open([1, 2, 4], "14:00", "19:00")),
    box: {
      letterhead: "Capstan House, with no clinic named",
      textSender: "CapstanHse",
      doorSign: "Clinic 4",
    },
  },
  {
    service: "contraception",
    at: ["capstan-house"],
    ages: [13, null],
    slots: diary(20, open([1, 4], "09:00", "13:00")),
  },
  { service: "health-visitor", at: ["capstan-house", "westbrook-clinic", "highcombe-clinic"], waitDays: 6 },
  {
    service: "health-visitor",
    from: ["harbour-trust"],
    modes: ["home-visit"],
    outcodes: BY_ROAD,
    waitDays: 8,
  },
  { service: "feeding-baby", from: ["harbour-trust"], modes: ["home-visit"], outcodes: BY_ROAD, waitDays: 2 },
  {
    service: "speech-therapy",
    at: ["capstan-house", "westbrook-clinic"],
    ages: { from: 1, fromMonths: 6, until: 15 },
    waitDays: 58,
  },
  { service: "school-nurse", from: ["harbour-trust"], modes: ["phone", "video"], ages: [5, 18], waitDays: 5 },
  { service: "school-nurse", at: ["westbrook-clinic"], ages: [5, 18], waitDays: 9 },
  {
    service: "blood-test",
    at: ["westbrook-clinic"],
    ages: [12, null],
    slots: diary(10, open(WEEKDAYS, "08:30", "11:00")),
  },
  {
    service: "falls-visit",
    from: ["harbour-trust"],
    modes: ["home-visit"],
    outcodes: BY_ROAD,
    ages: [60, null],
    waitDays: 10,
  },
  {
    service: "community-nurse",
    from: ["harbour-trust"],
    modes: ["home-visit"],
    outcodes: BY_ROAD,
    waitDays: 1,
  },
  { service: "wound-care", at: ["capstan-house", "highcombe-clinic"], waitDays: 3 },
  { service: "wound-care", from: ["harbour-trust"], modes: ["home-visit"], outcodes: BY_ROAD, waitDays: 2 },
];

const MENTAL_HEALTH_TRUST: readonly OfferRule[] = [
  { service: "talking-therapies", at: ["beacon-house"], ages: [16, null], waitDays: 22 },
  {
    service: "talking-therapies",
    from: ["larkshore"],
    modes: ["phone", "video"],
    ages: [16, null],
    waitDays: 9,
  },
  {
    service: "sleep",
    from: ["larkshore"],
    modes: ["phone", "video"],
    ages: [18, null],
    waitDays: 12,
    box: { style: "both" },
  },
  {
    service: "young-minds",
    at: ["the-boathouse"],
    ages: [11, 17],
    waitDays: 26,
    box: { doorSign: "The Boathouse" },
  },
  { service: "young-minds", from: ["larkshore"], modes: ["video"], ages: [11, 17], waitDays: 15 },
  { service: "alcohol-drugs", at: ["beacon-house"], ages: [18, null], waitDays: 6 },
  { service: "memory", at: ["beacon-house"], ages: [18, null], selfReferral: false, waitDays: 49 },
];

const HOSPITAL_AND_SPECIALIST: readonly OfferRule[] = [
  {
    service: "blood-test",
    at: ["general-hospital"],
    ages: [12, null],
    slots: diary(10, open(WEEKDAYS, "08:00", "11:00")),
  },
  { service: "midwife", at: ["general-hospital"], modes: ["in-person"], ages: [13, 55], waitDays: 9 },
  { service: "mri-scan", at: ["general-hospital"], selfReferral: false, waitDays: 31 },
  {
    service: "knee-operation",
    at: ["general-hospital"],
    ages: [18, null],
    selfReferral: false,
    waitDays: 118,
  },
  {
    service: "hip-operation",
    at: ["general-hospital"],
    ages: [18, null],
    selfReferral: false,
    waitDays: 104,
  },
  { service: "heart-clinic", at: ["general-hospital"], ages: [18, null], selfReferral: false, waitDays: 36 },
  { service: "cataract", at: ["general-hospital"], ages: [18, null], selfReferral: false, waitDays: 87 },
  { service: "cataract", at: ["customs-house"], ages: [18, null], selfReferral: false, waitDays: 42 },
  { service: "mole-check", at: ["customs-house"], ages: [18, null], waitDays: 7 },
  { service: "mole-check", at: ["general-hospital"], ages: [18, null], waitDays: 12 },
  { service: "skin-problems", at: ["customs-house"], modes: ["in-person", "video"], waitDays: 29 },
];

export const TRUST_OFFERS: readonly OfferRule[] = [
  ...COMMUNITY_TRUST,
  ...MENTAL_HEALTH_TRUST,
  ...HOSPITAL_AND_SPECIALIST,
];

import type { OfferRule } from "../../offer";

/** Where the community trust's staff drive to. The ferry to Gull Island does not carry cars. */
const BY_ROAD = ["LM1", "LM2", "LM3", "LM4", "LM5", "LM6", "LM7", "LM8"];

export const TRUST_OFFERS: readonly OfferRule[] = [
  {
    service: "physiotherapy",
    at: ["capstan-house", "highcombe-clinic"],
    ages: [16, null],
    waitDays: 8,
  },
  { service: "physiotherapy", from: ["harbour-trust"], modes: ["video"], ages: [16, null], waitDays: 6 },
  { service: "foot-care", at: ["capstan-house", "westbrook-clinic"], waitDays: 19 },
  { service: "foot-care", from: ["harbour-trust"], modes: ["home-visit"], outcodes: BY_ROAD, waitDays: 33 },
  {
    service: "long-lasting-pain",
    at: ["capstan-house"],
    ages: [18, null],
    modes: ["in-person", "video"],
    waitDays: 41,
  },
  { service: "wheelchair", at: ["capstan-house"], modes: ["in-person", "home-visit"], waitDays: 27 },
  {
    service: "healthy-weight",
    from: ["harbour-trust"],
    modes: ["phone", "video"],
    ages: [18, null],
    waitDays: 14,
  },
];

import { diary, open } from "../../hours";
import type { OfferRule } from "../../offer";

export const COMMUNITY_OFFERS: readonly OfferRule[] = [
  { service: "physiotherapy", at: ["the-pumphouse", "tidewell-sandholme"], ages: [16, null], waitDays: 12 },
  { service: "long-lasting-pain", at: ["the-pumphouse"], ages: [18, null], waitDays: 24 },
  { service: "foot-care", at: ["the-pumphouse"], ages: [18, null], waitDays: 11 },
  { service: "strength-classes", at: ["st-brannoc-hall", "fenny-lark-hall"], ages: [50, null], waitDays: 7 },
  {
    service: "health-check",
    at: ["the-pumphouse"],
    ages: [40, 74],
    slots: diary(30, open([1, 3, 6], "08:30", "12:30")),
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
];

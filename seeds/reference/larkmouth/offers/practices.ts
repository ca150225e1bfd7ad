import { diary, open } from "../../hours";
import type { OfferRule } from "../../offer";
import { LARKMOUTH_SERVICES } from "../services";

/** Each practice's main place; Sandholme has a second one at Otter's Reach. */
const PRACTICES = [
  "harbour-street-surgery",
  "lighthouse-centre",
  "ropewalk-practice",
  "westbrook-practice",
  "fenny-lark-surgery",
  "sandholme-surgery",
];

/** For what needs a referral, a person's own practice is the one to ask: it keeps its list, and refers from it. */
const REFERRALS: readonly OfferRule[] = LARKMOUTH_SERVICES.filter(
  ({ access, parts }) => access === "referral" && parts === undefined,
).map(({ id }) => ({
  service: id,
  at: PRACTICES,
  modes: ["in-person", "phone"],
  role: "referrer",
  ownListOnly: true,
}));

export const PRACTICE_OFFERS: readonly OfferRule[] = [
  {
    service: "practice-appointment",
    at: [...PRACTICES, "dunes-surgery"],
    modes: ["in-person", "phone", "video"],
    ownListOnly: true,
    waitDays: 4,
  },
  {
    service: "physiotherapy",
    at: ["lighthouse-centre"],
    ages: [16, null],
    waitDays: 15,
    box: { style: "brand", doorSign: "Larkmouth Care physiotherapy, second floor" },
  },
  {
    service: "social-prescribing",
    at: ["harbour-street-surgery", "ropewalk-practice"],
    ages: [18, null],
    modes: ["in-person", "phone"],
    waitDays: 9,
    box: { style: "brand" },
  },
  {
    service: "flu-jab",
    at: ["harbour-street-surgery", "lighthouse-centre", "sandholme-surgery"],
    ownListOnly: true,
    slots: diary(10, open([3], "13:00", "15:00")),
  },
  { service: "midwife", at: ["westbrook-practice"], ages: [13, 55], waitDays: 7, box: { style: "brand" } },
  { service: "feeding-baby", at: ["westbrook-practice"], waitDays: 3, box: { style: "brand" } },
  ...REFERRALS,
];

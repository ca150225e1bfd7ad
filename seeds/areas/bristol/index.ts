import type { AreaRules } from "~/usecases/load-area/rules";
import { BANK_HOLIDAYS } from "../../reference/bank-holidays";
import { BRISTOL_BRAND } from "./brand";
import { CLINIC_RULES, CLINIC_SERVICES } from "./clinics";
import { COMMUNITY_RULES, COMMUNITY_SERVICES, OTHER_COMMUNITY } from "./community";
import { CONDITION_SERVICES, PHARMACY_FIRST_SERVICES } from "./pharmacy-first";
import { PRACTICE_SERVICES } from "./practice";
import { SPECIALIST_SERVICES, SPECIALTY_RULES } from "./specialists";

/** What is chosen, and not published, about the area of Bristol. */
export const BRISTOL: AreaRules = {
  brand: BRISTOL_BRAND,
  district: "E06000023",
  // Bath is the neighbour whose trust for mental health serves Bristol.
  postcodeAreas: ["BS", "BA"],
  trusts: [
    { ods: "RA7", kind: "hospital-trust", shortName: "Bristol and Weston hospitals" },
    { ods: "RVJ", kind: "hospital-trust", shortName: "North Bristol hospitals" },
    { ods: "RVN", kind: "mental-health-trust", shortName: "Avon and Wiltshire mental health" },
  ],
  offices: /^(trust )?(headquarters|head office|hq)$/i,
  membersFrom: "2025-01-01",
  returnTicket:
    "Nothing is agreed with this organisation. It is shown as published, keeps its own contract, and is bound to nothing here.",
  services: [
    ...PHARMACY_FIRST_SERVICES,
    ...PRACTICE_SERVICES,
    ...SPECIALIST_SERVICES,
    ...CLINIC_SERVICES,
    ...COMMUNITY_SERVICES,
  ],
  pharmacyServices: CONDITION_SERVICES,
  practiceServices: PRACTICE_SERVICES.map(({ id }) => id),
  specialties: SPECIALTY_RULES,
  fewestPathways: 20,
  specialtySites: {
    // Named for what they do: the Eye Hospital, the Dental Hospital, the Hospital for Children.
    RA7: { C_130: "RA708", C_140: "RA709", X04: "RA723" },
  },
  clinics: CLINIC_RULES,
  community: COMMUNITY_RULES,
  otherCommunity: OTHER_COMMUNITY,
  communityDirectory: "Bristol's community directory",
  communityKinds: [
    { name: /\b(city|gloucestershire|somerset) council\b/i, kind: "social-care" },
    { name: /\bCIC\b|co-?operative|social enterprise|sirona/i, kind: "social-enterprise" },
    { name: /\bNHS\b.*\btrust\b/i, kind: "hospital-trust" },
  ],
  bankHolidays: BANK_HOLIDAYS,
};

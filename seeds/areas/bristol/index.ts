import type { AreaRules } from "~/usecases/load-area/rules";
import { COMMON_RULES } from "../england/common-rules";
import { HEARING_SERVICES } from "../england/hearing";
import { PHARMACY_FIRST_SERVICES } from "../england/pharmacy-first";
import { practiceServices } from "../england/practice";
import { SPECIALIST_SERVICES } from "../england/specialists";
import { BRISTOL_BRAND } from "./brand";
import { CLINIC_RULES } from "./clinics";
import { COMMUNITY_RULES, COMMUNITY_SERVICES, OTHER_COMMUNITY } from "./community";

const PRACTICE_SERVICES = practiceServices("Bristol");

/** What is chosen, and not published, about the area of Bristol. */
export const BRISTOL: AreaRules = {
  ...COMMON_RULES,
  brand: BRISTOL_BRAND,
  files: [
    "postcode-districts",
    "postcode-positions",
    "practices",
    "dispensers",
    "pharmacy-phones",
    "pharmacy-first",
    "trusts",
    "hospitals",
    "clinics",
    "list-sizes",
    "waits",
    "community",
  ],
  // Bath is the neighbour whose trust for mental health serves Bristol.
  extent: { kind: "district", district: "E06000023", postcodeAreas: ["BS", "BA"] },
  regions: null,
  trusts: [
    { ods: "RA7", shortName: "Bristol and Weston hospitals" },
    { ods: "RVJ", shortName: "North Bristol hospitals" },
    { ods: "RVN", shortName: "Avon and Wiltshire mental health" },
  ],
  trustKinds: [{ ods: ["RVN"], kind: "mental-health-trust" }],
  services: [
    ...PHARMACY_FIRST_SERVICES,
    ...PRACTICE_SERVICES,
    ...SPECIALIST_SERVICES,
    ...HEARING_SERVICES,
    ...COMMUNITY_SERVICES,
  ],
  practiceServices: PRACTICE_SERVICES.map(({ id }) => id),
  dentistServices: [],
  clinics: CLINIC_RULES,
  community: {
    rules: COMMUNITY_RULES,
    other: OTHER_COMMUNITY,
    directory: "Bristol's community directory",
    kinds: [
      { name: /\b(city|gloucestershire|somerset) council\b/i, kind: "social-care" },
      { name: /\bCIC\b|co-?operative|social enterprise|sirona/i, kind: "social-enterprise" },
      { name: /\bNHS\b.*\btrust\b/i, kind: "hospital-trust" },
    ],
  },
};

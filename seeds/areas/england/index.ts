import type { AreaRules } from "~/usecases/load-area/rules";
import { ENGLAND_BRAND } from "./brand";
import { CLINICS_LEFT_OUT, HEARING_CLINICS, NOBODY_SAYS_WHO, PLACES_OF_TRUSTS, schoolsOf } from "./clinics";
import { COMMON_RULES } from "./common-rules";
import { DENTIST, DENTIST_SERVICES } from "./dentists";
import { HEARING_SERVICES } from "./hearing";
import { PHARMACY_FIRST_SERVICES } from "./pharmacy-first";
import { practiceServices } from "./practice";
import { SPECIALIST_SERVICES } from "./specialists";
import { TRUST_KINDS } from "./trusts";

const PRACTICE_SERVICES = practiceServices("England");
/** Bristol's school nurses of 2016. */
const SCHOOL_NURSES = ["NQ5"];

/** What is chosen, and not published, about the whole of England. */
export const ENGLAND: AreaRules = {
  ...COMMON_RULES,
  brand: ENGLAND_BRAND,
  files: [
    "postcode-positions",
    "outcode-positions",
    "practices",
    "dispensers",
    "pharmacy-phones",
    "pharmacy-first",
    "dentists",
    "trusts",
    "hospitals",
    "clinics",
    "list-sizes",
    "waits",
  ],
  extent: { kind: "country" },
  // The seven regions of NHS England. Wales, the Isle of Man and the armed forces are in the same lists.
  regions: /^Y(5[689]|6[0123])$/,
  trusts: [],
  trustKinds: TRUST_KINDS,
  services: [
    ...PHARMACY_FIRST_SERVICES,
    ...PRACTICE_SERVICES,
    ...DENTIST_SERVICES,
    ...SPECIALIST_SERVICES,
    ...HEARING_SERVICES,
  ],
  practiceServices: PRACTICE_SERVICES.map(({ id }) => id),
  dentistServices: [DENTIST],
  clinics: [
    schoolsOf(SCHOOL_NURSES),
    ...CLINICS_LEFT_OUT,
    ...HEARING_CLINICS,
    PLACES_OF_TRUSTS,
    NOBODY_SAYS_WHO,
  ],
  community: null,
};

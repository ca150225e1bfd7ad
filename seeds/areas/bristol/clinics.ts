import type { ClinicRule } from "~/usecases/load-area/rules";
import {
  CLINICS_LEFT_OUT,
  HEARING_CLINICS,
  NOBODY_SAYS_WHO,
  PLACES_OF_TRUSTS,
  schoolsOf,
} from "../england/clinics";

const SCHOOL_NURSES = ["NQ5"];

/** In order: the first that fits decides. */
export const CLINIC_RULES: readonly ClinicRule[] = [
  schoolsOf(SCHOOL_NURSES),
  ...CLINICS_LEFT_OUT,
  ...HEARING_CLINICS,
  { name: /^relate\b/i, means: { serviceId: "counselling" } },
  PLACES_OF_TRUSTS,
  { name: /plastic surgery|^sk:n\b/i, means: { placeOnly: true } },
  NOBODY_SAYS_WHO,
];

import type { AreaRules } from "~/usecases/load-area/rules";
import { BANK_HOLIDAYS } from "../../reference/bank-holidays";
import { CONDITION_SERVICES } from "./pharmacy-first";
import { SPECIALTY_RULES } from "./specialists";

/** What is chosen alike for every real area of England. */
export const COMMON_RULES = {
  offices: /^(trust )?(headquarters|head office|hq)$/i,
  membersFrom: "2025-01-01",
  returnTicket:
    "Nothing is agreed with this organisation. It is shown as published, keeps its own contract, and is bound to nothing here.",
  pharmacyServices: CONDITION_SERVICES,
  specialties: SPECIALTY_RULES,
  fewestPathways: 20,
  specialtySites: {
    // Named for what they do: the Eye Hospital, the Dental Hospital, the Hospital for Children.
    RA7: { C_130: "RA708", C_140: "RA709", X04: "RA723" },
  },
  // Braces are by referral.
  otherDentists: /orthodon/i,
  bankHolidays: BANK_HOLIDAYS,
} satisfies Partial<AreaRules>;

import type { AgeRange, Sex } from "./types";

interface ConditionRow {
  /** As it stands in a sentence: "for a sore throat". */
  readonly within: string;
  /** The line of the published list of conditions. */
  readonly published: string;
  readonly ages: AgeRange;
  readonly sex: Sex | null;
}

/**
 * The seven conditions that community pharmacies in England treat under Pharmacy First, and whom they may treat for each
 * (NHS England, Community Pharmacy advanced service specification: NHS Pharmacy First Service, January 2024).
 */
export const PHARMACY_FIRST = {
  earache: {
    within: "a child’s earache",
    published: "Acute otitis media (earache)",
    ages: { from: 1, until: 17 },
    sex: null,
  },
  impetigo: { within: "impetigo", published: "Impetigo", ages: { from: 1, until: null }, sex: null },
  "insect-bite": {
    within: "an infected insect bite",
    published: "Infected insect bite",
    ages: { from: 1, until: null },
    sex: null,
  },
  shingles: { within: "shingles", published: "Shingles", ages: { from: 18, until: null }, sex: null },
  sinusitis: { within: "sinusitis", published: "Sinusitis", ages: { from: 12, until: null }, sex: null },
  "sore-throat": {
    within: "a sore throat",
    published: "Sore throat",
    ages: { from: 5, until: null },
    sex: null,
  },
  "urine-infection": {
    within: "a simple urine infection",
    published: "Uncomplicated urinary tract infection",
    ages: { from: 16, until: 64 },
    sex: "female",
  },
} as const satisfies Readonly<Record<string, ConditionRow>>;

/** A condition that an offer can be limited to. */
export type Condition = keyof typeof PHARMACY_FIRST;
export const CONDITIONS = Object.keys(PHARMACY_FIRST) as readonly Condition[];

/** "a sore throat" */
export const conditionInWords = (condition: Condition): string => PHARMACY_FIRST[condition].within;

/** Whom a pharmacy takes for each of the seven, as the terms of an offer. */
export const PHARMACY_FIRST_TERMS = CONDITIONS.map((condition) => {
  const { ages, sex }: ConditionRow = PHARMACY_FIRST[condition];
  return { condition, ages, sex };
});

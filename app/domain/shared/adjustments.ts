/**
 * What people may ask to be done differently for them, by the categories of NHS England's Reasonable Adjustment Flag
 * (FHIR code system RARecord-AdjustmentCategory-1, version 1.0.0 of 14 February 2024; information standard DAPB4019).
 * Access to the building (009), interpreters (002), formats (004) and the language that is spoken (006) are asked with
 * how to be seen; how to be contacted (003) with the ways to be reached.
 */
export const ADJUSTMENT_CATEGORIES = {
  "001": "Communication support",
  "002": "Requires communication professional",
  "003": "Requires specific contact method",
  "004": "Requires specific information format",
  "005": "Additional communication needs and support",
  "006": "Community Language Support",
  "007": "Adjustments for providing Additional Support to patients",
  "008": "Adjustments for Individual Care Requirements",
  "009": "Adjustments in relation to the environment of care",
  "010": "Adjustments to support Additional needs",
  "011": "Bespoke Reasonable adjustments",
} as const;
export type AdjustmentCategory = keyof typeof ADJUSTMENT_CATEGORIES;

export const ADJUSTMENTS = [
  "lip-reads",
  "hearing-aid",
  "communication-aid",
  "deafblind-guide",
  "relay",
  "braille-or-audio",
  "short-words",
  "time-to-answer",
  "somebody-with-me",
  "advocate",
  "memory",
  "assistance-dog",
  "touch",
  "less-noise",
  "longer",
  "first-or-last",
] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/** As a person would say it, and as it is said of them to whoever gives the care. */
export const ADJUSTMENT_WORDS: Readonly<
  Record<
    Adjustment,
    { readonly category: AdjustmentCategory; readonly choice: string; readonly staff: string }
  >
> = {
  "lip-reads": { category: "001", choice: "Face me when you speak: I lip read", staff: "Lip reads" },
  "hearing-aid": {
    category: "001",
    choice: "Speak clearly: I wear a hearing aid",
    staff: "Wears a hearing aid",
  },
  "communication-aid": {
    category: "001",
    choice: "I talk with a device, pictures or signs",
    staff: "Talks with a device, pictures or signs",
  },
  "deafblind-guide": {
    category: "002",
    choice: "A guide for deafblind people",
    staff: "Needs a deafblind guide",
  },
  relay: { category: "003", choice: "Call me through Relay UK", staff: "Call through Relay UK" },
  "braille-or-audio": {
    category: "004",
    choice: "Letters in braille, or as sound",
    staff: "Letters in braille or as sound",
  },
  "short-words": {
    category: "005",
    choice: "Short words and short sentences",
    staff: "Short words and short sentences",
  },
  "time-to-answer": {
    category: "005",
    choice: "Time to think before I answer",
    staff: "Time to think before answering",
  },
  "somebody-with-me": {
    category: "007",
    choice: "Somebody I know stays with me",
    staff: "Somebody they know stays with them",
  },
  advocate: {
    category: "007",
    choice: "Someone to speak for me: an advocate",
    staff: "Needs an advocate",
  },
  memory: {
    category: "007",
    choice: "Remind me the day before, and on the day",
    staff: "Remind the day before, and on the day",
  },
  "assistance-dog": { category: "008", choice: "I have an assistance dog", staff: "Has an assistance dog" },
  touch: {
    category: "008",
    choice: "Ask before you touch me",
    staff: "Ask before touching",
  },
  "less-noise": {
    category: "009",
    choice: "Less noise and softer light",
    staff: "Less noise and softer light",
  },
  longer: { category: "010", choice: "A longer appointment", staff: "A longer appointment" },
  "first-or-last": {
    category: "010",
    choice: "The first or the last time of the day",
    staff: "The first or the last time of the day",
  },
};

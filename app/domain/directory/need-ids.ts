/** The needs that a line of the catalogue can be found under, when a person does not know what it is called. */
export const NEED_IDS = [
  "everyday",
  "moving",
  "mind",
  "skin",
  "senses",
  "private",
  "family",
  "prevention",
  "tests",
  "home",
  "company",
] as const;

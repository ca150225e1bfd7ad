/** What a person may need to get to care, into it and through it (the Accessible Information Standard, and the building). */
export const ACCESS_NEEDS = [
  "step-free",
  "accessible-toilet",
  "hoist",
  "hearing-loop",
  "quiet-space",
  "bsl",
  "large-print",
  "easy-read",
] as const;
export type AccessNeed = (typeof ACCESS_NEEDS)[number];

/** True: known to be met. False: known not to be met. One that is left out is not known. */
export type AccessMet = Readonly<Partial<Record<AccessNeed, boolean>>>;

export const isAccessNeed = (word: string): word is AccessNeed =>
  (ACCESS_NEEDS as readonly string[]).includes(word);

/** As an answer a person chooses, and within a sentence after "have". */
export const ACCESS_WORDS: Readonly<
  Record<AccessNeed, { readonly choice: string; readonly within: string }>
> = {
  "step-free": { choice: "A way in without steps", within: "a way in without steps" },
  "accessible-toilet": { choice: "An accessible toilet", within: "an accessible toilet" },
  hoist: { choice: "A hoist", within: "a hoist" },
  "hearing-loop": { choice: "A hearing loop", within: "a hearing loop" },
  "quiet-space": { choice: "A quiet place to wait", within: "a quiet place to wait" },
  bsl: {
    choice: "A British Sign Language (BSL) interpreter",
    within: "a British Sign Language interpreter",
  },
  "large-print": { choice: "Letters in large print", within: "letters in large print" },
  "easy-read": { choice: "Information in easy read", within: "information in easy read" },
};

/** Those that a building meets: where nobody goes to one, they do not matter. The others are met by the people who give care. */
export const IN_A_BUILDING: ReadonlySet<AccessNeed> = new Set([
  "step-free",
  "accessible-toilet",
  "hoist",
  "hearing-loop",
  "quiet-space",
]);

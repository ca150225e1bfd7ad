/** Why a person is brought back to a question that they have answered. */
export const ASKING_NOTICES = {
  "person-changed": {
    field: "flags",
    message: "You changed who this is for, or their date of birth. Answer this again for them",
  },
  "slot-taken": { field: "slot", message: "Somebody else has just taken that time. Choose another" },
  "choice-gone": { field: "choice", message: "That one can no longer be asked. Choose another" },
} as const;

/** The page of check answers showed something else than what would be sent. */
export const ANSWERS_CHANGED = {
  field: "consent",
  message: "Your answers changed in another window. Please check them again.",
};

/** Beside the questions of whoever asks for somebody else. */
export const FOR_ANOTHER = {
  agreement: "We keep your answer with the request.",
  young:
    "From the age of 13 a young person may speak for themselves. They can ask for care here on their own, and see a doctor or nurse without you.",
  share: "They always tell the person who the care is for.",
};

export type AskingNotice = keyof typeof ASKING_NOTICES;

export const isAskingNotice = (text: string | null): text is AskingNotice =>
  text !== null && Object.hasOwn(ASKING_NOTICES, text);

/** "Question 3 of about 9": about, because an answer can bring a question or spare one. */
export const progressWords = ({ at, of }: { readonly at: number; readonly of: number }): string =>
  `Question ${at} of about ${of}`;

/** One of several things went before, without the others. */
export const sentAlready = (service: string, reference: string) => ({
  field: "with",
  message: `You sent “${service}” before, with the reference ${reference}. Send the others without it`,
});

import type { SectionId, SectionStatus } from "~/domain/journeys/sections";

export const SECTION_WORDS: Readonly<Record<SectionId, string>> = {
  safe: "Check that it is not an emergency",
  who: "Who it is for",
  need: "What is needed, and where",
  choice: "Who to ask, and when",
  contact: "How to reach you",
  check: "Check your answers and send",
};

export const STATUS_WORDS: Readonly<Record<SectionStatus, string>> = {
  done: "Done",
  begun: "In progress",
  "to-do": "To do",
  later: "Cannot start yet",
};

/** The request so far, as its page says it. */
export const SO_FAR = {
  back: "Back",
  title: "Your request so far",
  goOn: "Go on",
  later: "Come back later",
  stop: "Stop here and come back later",
  requests: "My requests",
} as const;

/** What was begun and is not sent, in the list of requests. */
export const NOT_SENT = {
  title: "Not sent yet",
  person: (name: string) => `, for ${name}`,
  kept: (until: string) => `Kept until ${until}.`,
  discard: "Throw it away",
  /** Over the others, where there are some that are not sent. */
  others: "Sent",
} as const;

/** Told above the first question to whoever asks for the same again. */
export const ASKED_ALREADY = {
  told: (when: string, person: string | null) =>
    `You already asked for this ${when}${person ? `, for ${person}` : ""}`,
  see: (reference: string) => `See ${reference}`,
  again: "To ask again all the same, answer the questions from here.",
} as const;

/** Until when answers are kept, and where they are found again. */
export const keptWords = (until: string, signedIn: boolean): string =>
  signedIn
    ? `We keep your answers until ${until}. Sign in on any phone or computer, and find them under “My requests”.`
    : `We keep your answers until ${until}, on this phone or computer only. Find them under “My requests”.`;

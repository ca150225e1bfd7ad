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
} as const;

/** How far something is that is not sent. */
export const UNFINISHED_STATE = { ready: "Ready to send.", begun: "Some questions are left." } as const;

/** Several things that are asked for at once. */
export const BASKET = {
  title: "Your basket",
  lead: "What you have not sent yet. All that is ready for one person goes off as one request, with one reference. Each thing still comes in its own box.",
  empty: "There is nothing in your basket. What you begin to ask for stays here until you send it.",
  forWhom: (person: string | null) => (person === null ? "You have not said who it is for" : `For ${person}`),
  send: (count: number) => (count === 1 ? "Check and send" : `Check and send all ${count}`),
  more: "Add something else",
  find: "Find care",
  see: "See it all in your basket",
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

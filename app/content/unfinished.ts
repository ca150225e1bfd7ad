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

/** Until when answers are kept, and where they are found again. */
export const keptWords = (until: string, signedIn: boolean): string =>
  signedIn
    ? `We keep your answers until ${until}. Sign in on any phone or computer, and find them under “My requests”.`
    : `We keep your answers until ${until}, on this phone or computer only. Find them under “My requests”.`;

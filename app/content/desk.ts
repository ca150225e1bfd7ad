import type { HandedToDeskBecause } from "~/domain/fulfilment/types";

/** Why the front desk has it, as the desk reads it. */
export const DESK_BECAUSE: Readonly<Record<HandedToDeskBecause, string>> = {
  "no-eligible-offer": "Nobody is left to ask",
  "promise-passed": "Nobody said yes by the date we promised",
  "nobody-told": "A real organisation: nothing was sent to it",
  "patient-silent": "The person did not choose in time",
  "asked-by-patient": "The person asked for your help",
  "no-outcome": "The partner never said how it went",
  "no-time": "The partner said yes and never gave a time",
  "not-done": "The partner could not do it after all",
  "other-care": "A partner thinks that other care is right",
  "ask-referrer": "The partner needs to know something from the practice",
  error: "A record was marked as a mistake",
  reopened: "It was over, and was opened again",
  "earlier-part-over": "What should come before it came to nothing",
  "waited-long": "What comes before it takes long",
};

/** Promises that are about to break, as the desk reads of them. */
export const AT_RISK = {
  title: (many: number) => `Promises at risk: ${many}`,
  intro:
    "Most of the time is gone, and no time has been given. Ring whoever has it: this list moves nothing by itself.",
  first: (many: number) => `These are the ${many} most urgent.`,
  verb: "A time",
  partnerHas: (name: string) => `${name} has it.`,
  personHas: "The person has to choose or answer.",
  ring: "Ring",
} as const;

/** Who at the front desk has which piece of its work. */
export const TAKES = {
  take: "Take it",
  giveBack: "Give it back",
  takeOver: "Take it over",
  you: (since: string) => `You have had this since ${since}.`,
  other: (name: string, since: string) => `${name} has had this since ${since}.`,
  first: (name: string) => `${name} has this now. Leave it to them, or ask them and take it over`,
  done: {
    take: "It is yours. It goes back by itself after half an hour in which you do nothing about it.",
    "give-back": "You gave it back. Anybody at the front desk can take it.",
  },
} as const;

/** To who sent a form that no page of ours shows. */
export const AGAIN = {
  told: "Open the page again, and choose the message that you told them",
  other: "Open the page again, and choose from there what you want to do",
} as const;

/** What the front desk reads once it has done something, by what it did. */
export const DESK_DONE = {
  reply: "The person can read it on their page.",
  reroute: "It is with the partner now. The person can see it on their page.",
  "give-information": "They have the answer, and go on with it.",
  "raise-priority": "It is more urgent now. Every deadline has come forward.",
  "enter-in-error": "It is marked as a mistake, and is on your list.",
  reopen: "It is open again, and is on your list.",
  close: "It is closed. The person can see why on their page.",
  told: "You have told them. The message is off your list.",
  stop: "It is closed, with what you did.",
} as const;

/** The kinds of work on the desk's page, each by the id of its heading. */
export const GROUPS = {
  label: "What there is to do",
  words: {
    "red-flags": "Told of an emergency",
    stops: "Stopped at a sign",
    "not-arrived": "Did not arrive",
    "at-risk": "Promises at risk",
    twice: "Likely asked twice",
    work: "Requests no partner has",
  },
  work: (many: number) => `Requests no partner has: ${many}`,
} as const;
export type DeskGroup = keyof typeof GROUPS.words;

import type { LightAsk } from "~/domain/fulfilment/light-ask";
import type { PartState } from "~/domain/fulfilment/part-state";

/** The page of a one-time link, for a partner without a system of its own. */
export const LIGHT = {
  title: "A request for you",
  once: "You need no password. This link works once. Anybody who has it can see this page.",
  who: "Who it is for",
  answers: "What they told us",
  said: "Since then",
  promise: "What they were promised",
  answer: "Go to your answer",
  name: { label: "Your name", hint: "So that people know who said it.", missing: "Enter your name" },
  accept: {
    title: "Yes, and when",
    button: "Say yes with this time",
    later: "Say yes, and give a time later",
  },
  decline: { title: "No, we cannot", button: "Say no" },
  time: { title: "Give a time", button: "Give this time" },
  complete: { title: "It is over", button: "Send how it went" },
  missed: { title: "They were not there", button: "They were not there" },
  notYet: "Open this link when it is over, and say how it went.",
  somethingElse: "Is it something else? Do you have a question?",
  ring: "Ring",
  changed: "This was changed just before you sent it. Nothing of yours was kept. Here it is as it is now.",
  notNow: "This cannot be done by this link. Choose again, or ring the front desk.",
} as const;

/** The name under which an answer by a link is kept. */
export const signedByLink = (name: string): string => `${name}, by link`;
/** Who opened a link, before anybody has said who they are. */
export const WHOEVER_HAS_THE_LINK = "Whoever has the link";

/** Until when the page can be used. */
export const lightBy = (ask: LightAsk, by: string): string =>
  ({
    answer: `Please answer by ${by}.`,
    time: `Please give a time by ${by}.`,
    outcome: `Please say how it went by ${by}.`,
  })[ask];

/** What a link was used for, after "to". */
const USED_TO: Readonly<Record<string, string | undefined>> = {
  accept: "say yes",
  decline: "say no",
  book: "give a time",
  complete: "say how it went",
  "did-not-attend": "say that they were not there",
};
const usedTo = (command: string): string => USED_TO[command] ?? "answer";

/** What happens now that somebody has answered. */
const THEN: Readonly<Record<string, string | undefined>> = {
  accept: "The person is told at once. We send you a new link for the next step.",
  decline: "You need do nothing more. We find somebody else for them.",
  book: "The person is told at once. We send you a new link, to say how it went.",
  complete: "The person is told that it is done. You need do nothing more.",
  "did-not-attend": "The person is told, and chooses what to do. You need do nothing more.",
};

/** A page that asks for nothing, and says nothing of the person. */
export interface LightWords {
  readonly title: string;
  readonly words: readonly string[];
}

export const LIGHT_UNKNOWN: LightWords = {
  title: "This link does not work",
  words: [
    "A part of it may be missing. Open it from the message that we sent you, or copy all of it.",
    "No answer was sent.",
  ],
};

export const lightDone = (command: string): LightWords => ({
  title: "Thank you",
  words: [`You used your link to ${usedTo(command)}.`, THEN[command] ?? "", "You can close this page."],
});

export const lightUsed = (command: string, when: string): LightWords => ({
  title: "This link was used",
  words: [
    `This link was used on ${when} to ${usedTo(command)}. It works once.`,
    "If something has changed, ring us.",
  ],
});

export const lightAnswered = (where: string): LightWords => ({
  title: "Somebody has answered this",
  words: ["One of your group was first, and has answered this.", where],
});

export const lightLate = (when: string, where: string): LightWords => ({
  title: "The time for this link is over",
  words: [`It could be used until ${when}.`, where],
});

export const lightGone = (where: string): LightWords => ({
  title: "This request is not with you any more",
  words: ["You need do nothing more about it.", where],
});

/** Where a request is now, for a partner that may not see whose it is. */
export function whereItIs({ part }: PartState, organisationId: string): string {
  if (part.status !== "open") return "The request is over.";
  switch (part.owner.kind) {
    case "partner":
      return part.owner.organisationId === organisationId
        ? "It is still with you. If something has changed, ring us."
        : "Others have the request now.";
    case "patient":
      return "The person chooses what to do next.";
    case "desk":
    case "manager":
      return "Our front desk has the request now.";
    default:
      return part.owner satisfies never;
  }
}

import type { EndReason } from "~/domain/fulfilment/types";
import type { RejectedReason } from "~/domain/routing/types";

/** Why a partner says no, as the partner picks it and as the patient reads it. The codes are the DoS rejected reasons. */
export interface RefusalWords {
  /** After the code's own name, on the line that a partner ticks: "Capacity: no room at the moment". */
  readonly pick: string;
  /** After the partner's name: "Harbour Community Trust had no room". */
  readonly said: string;
  /** Whether the partner or the person is the cause: the two lead to different next steps. */
  readonly about: "partner" | "person";
}

export const REFUSALS: Readonly<Record<RejectedReason, RefusalWords>> = {
  "22": { pick: "no room at the moment", said: "had no room", about: "partner" },
  "31": { pick: "we have none to give", said: "had no appointments left", about: "partner" },
  "21": { pick: "it cannot be arranged", said: "could not arrange transport", about: "partner" },
  "41": {
    pick: "we cannot make one",
    said: "could not make the home visit you need",
    about: "partner",
  },
  "24": { pick: "we will not take it on", said: "could not take this on", about: "partner" },
  "23": {
    pick: "this is not the right care for this person",
    said: "thought that another team would suit you better",
    about: "person",
  },
  "40": {
    pick: "not for this service",
    said: "could not offer this to you under their rules",
    about: "person",
  },
  "42": { pick: "too far to travel", said: "was too far away for you", about: "person" },
  "32": {
    pick: "ours do not suit this person",
    said: "had no appointments that suit you",
    about: "person",
  },
  "27": {
    pick: "we tried and could not",
    said: "tried to get in touch with you and could not",
    about: "person",
  },
  "26": {
    pick: "they would rather go elsewhere",
    said: "heard that you would rather go elsewhere",
    about: "person",
  },
  "99": { pick: "say which in the note", said: "could not take this on", about: "partner" },
};

/** Most used first; an object's own order would put the codes in order of number. */
export const REFUSAL_ORDER: readonly RejectedReason[] = [
  "22",
  "31",
  "21",
  "41",
  "24",
  "23",
  "40",
  "42",
  "32",
  "27",
  "26",
  "99",
];

/** How a fulfilment that came to nothing ended, after the partner's name. Silence is never told as a refusal. */
export function endedWords(reason: EndReason): string {
  switch (reason) {
    case "silent":
      return "did not answer in time";
    case "patient":
      return "was let go by you";
    case "desk":
      return "was let go by our front desk";
    case "transferred":
      return "handed it to another team";
    case "did-not-attend":
      return "did not see you at your appointment";
    case "partner-left":
      return "no longer takes requests from us";
    case "error":
      return "had this by mistake";
    default:
      return REFUSALS[reason].said;
  }
}

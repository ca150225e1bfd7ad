import type { NextStep } from "~/domain/fulfilment/next-step";
import type { EndReason } from "~/domain/fulfilment/types";
import type { RejectedReason } from "~/domain/routing/types";

/** Why a partner says no, as the partner picks it and as the patient reads it. The codes are the DoS rejected reasons. */
export interface RefusalWords {
  /** After the code's own name, on the line that a partner ticks: "Capacity: no room at the moment". */
  readonly pick: string;
  /** After the partner's name: "Harbour Community Trust had no room". */
  readonly said: string;
}

export const REFUSALS: Readonly<Record<RejectedReason, RefusalWords>> = {
  "22": { pick: "no room at the moment", said: "had no room" },
  "31": { pick: "we have none to give", said: "had no appointments left" },
  "21": { pick: "it cannot be arranged", said: "could not arrange transport" },
  "41": {
    pick: "we cannot make one",
    said: "could not make the home visit you need",
  },
  "24": { pick: "we will not take it on", said: "could not take this on" },
  "23": {
    pick: "this is not the right care for this person",
    said: "thought that another team would suit you better",
  },
  "40": {
    pick: "not for this service",
    said: "could not offer this to you under their rules",
  },
  "42": { pick: "too far to travel", said: "was too far away for you" },
  "32": {
    pick: "ours do not suit this person",
    said: "had no appointments that suit you",
  },
  "27": {
    pick: "we tried and could not",
    said: "tried to get in touch with you and could not",
  },
  "26": {
    pick: "they would rather go elsewhere",
    said: "heard that you would rather go elsewhere",
  },
  "99": { pick: "say which in the note", said: "could not take this on" },
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

/** What saying no leads to, as the partner reads it above the reasons. */
export const LEADS_TO: Readonly<Record<NextStep, string>> = {
  next: "It goes on to the next one on the person’s list.",
  patient: "It goes back to the person, who chooses again.",
  desk: "The date that was promised has passed, so the front desk takes it on.",
};

/** Beside a reason that leads elsewhere than the others do. */
export const LEADS_ELSEWHERE: Readonly<Record<NextStep, string>> = {
  next: "This one goes to the next one on their list",
  patient: "This one goes back to the person, who chooses",
  desk: "This one goes to the front desk, who finds the right care",
};

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
    case "moved":
      return "was let go for another time";
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

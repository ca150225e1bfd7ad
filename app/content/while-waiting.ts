/** What a person can do with a part of their request while it is open, and once it is over: the words of the links. */
export const CAN_DO = {
  feedback: "Say how it was",
  worse: "I’m worse",
  tell: "Ask a question, or tell them more",
  reopen: "This is not over: open it again",
  addToCalendar: "Add it to your calendar",
  lostTime: "The time that you had is cancelled.",
  takeOutOfCalendar: "Take it out of your calendar",
  print: "Print this, or show it on your phone",
  written: "What was written",
  why: "Why this one?",
} as const;

/** "I’m worse": the signs of an emergency first, and then what has changed. */
export const WORSE = {
  title: CAN_DO.worse,
  caption: (service: string) => `${service}: ${CAN_DO.worse}`,
  changed: "What has changed?",
  label: "In your own words",
  hint: (who: string, becomesMoreUrgent: boolean) =>
    `${who} can read this.${becomesMoreUrgent ? " Your request becomes more urgent, and they must act sooner." : ""}`,
  missing: "Say in a few words what has changed",
} as const;

/** Where help is for somebody who waits, before the number to ring, between the two, and behind. */
export const RING = {
  now: "If you need help now,",
  urgent: "call 111",
  life: "If someone’s life is at risk,",
  emergency: "call 999",
} as const;

/** A question, or more for whoever has it to know. */
export const TELL = {
  title: CAN_DO.tell,
  wanted: "Would you like an answer?",
  question: "Yes, I have a question",
  more: "No, this is something they should know",
  choose: "Choose whether you would like an answer",
  label: "Your question, or what they should know",
  hint: (who: string) => `${who} reads this. You see here when they have opened it.`,
  missing: "Write your question, or what they should know",
  worse: "If you get worse, do not write it here:",
  sayWorse: "tell us that you are worse",
  orRing: "or call 111.",
} as const;

export const SEND = "Send it";
export const BACK = "Back";
export const CONTINUE = "Continue";

/** What became of a sign of an emergency that somebody told of while they wait. */
export const TOLD_WHILE_WAITING = {
  came: (who: string, open: boolean) =>
    `We wrote down what you told us, and ${who} can see it. They may not read it at once, so do not wait for them.${open ? " You keep your request." : ""}`,
  back: "Back to your request",
} as const;

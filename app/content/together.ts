import { counted } from "~/domain/shared/in-words";

/** Several pieces of work answered alike. */
export const SEVERAL = {
  back: "Worklist",
  none: "Choose at least one request on your worklist",
  tooMany: (most: number) => `Choose ${most} at most`,
  noIntent: "Choose what to do with them",
  can: "What will happen",
  cannot: "These are left as they are",
  when: "Which time each gets",
  next: "The next free time of your diary, as it stands beside each",
  nextHint: "Who has no free time is accepted too, and gets a time later.",
  later: "A time that you give later",
  laterHint: "They stay on your list under “To book” until you do.",
  noTime: "Accepted, with a time to come",
  chooseWhen: "Choose which time each gets",
  change: "Change who is chosen",
  nothing: "Nothing to do for those you chose",
  started: "The person sees that care has started",
  declined: "Declined for the reason below",
  at: (time: string) => `Accepted for ${time}`,
  changedBy: (name: string) => `Changed meanwhile by ${name}`,
  gone: "It is no longer yours",
  done: "Done",
  notDone: "Not done: look at each",
  toList: "Back to your worklist",
} as const;

/** By what is done: the page's heading, its button, and what is said once it is done. */
export const SEVERAL_OF = {
  accept: {
    title: "Accept several requests",
    heading: (count: number) => `Accept ${counted(count, "request")}`,
    button: (count: number) => `Accept ${count === 1 ? "it" : `all ${count}`}`,
    did: (count: number) => `${counted(count, "request")} accepted`,
    one: "Accepted",
  },
  decline: {
    title: "Decline several requests",
    heading: (count: number) => `Decline ${counted(count, "request")}`,
    button: (count: number) => `Decline ${count === 1 ? "it" : `all ${count}`}`,
    did: (count: number) => `${counted(count, "request")} declined`,
    one: "Declined",
  },
  start: {
    title: "Start care of several",
    heading: (count: number) => `Start care of ${counted(count, "request")}`,
    button: (count: number) => `Care has started for ${count === 1 ? "it" : `all ${count}`}`,
    did: (count: number) => `Care started for ${counted(count, "request")}`,
    one: "Care started",
  },
} as const;

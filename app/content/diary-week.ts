import type { OpeningHours } from "~/domain/directory/types";
import { counted, listInWords } from "~/domain/shared/in-words";

type Weekday = OpeningHours["weekday"];

export const WEEKDAY_WORDS: Readonly<Record<Weekday, string>> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

export const WEEK = {
  title: "The week",
  back: "Diary",
  lead: "People can book the times that you set here, up to 6 weeks ahead. Who has a time keeps it, whatever you change.",
  minutes: "How long is one time?",
  minutesHint: "In minutes, like 20.",
  sessions: "When do you see people?",
  sessionsHint: "Like 9.30 am or 14:30. Leave a row empty when there is nothing then.",
  session: (nth: number) => (nth === 1 ? "First" : nth === 2 ? "Second" : `Number ${nth}`),
  opens: "From",
  closes: "To",
  different: "Days that are different",
  holidays: (days: readonly string[]) =>
    `There are no times on bank holidays, unless you add an extra session.${days.length === 0 ? "" : ` The next: ${listInWords(days, "and")}.`}`,
  drop: "Tick what no longer holds",
  add: "Add a day that is different",
  none: "None",
  dayOff: "A day off",
  extra: "An extra session",
  on: "Which day?",
  onHint: "For a day off or an extra session.",
  extraTimes: "When? (for an extra session)",
  review: "See what it comes to",
  nothingDone: "Nothing is changed yet.",
} as const;

/** A day that is not like the week, as a person reads it. */
export const exceptionWords = (
  day: string,
  times: { readonly from: string; readonly to: string } | null,
): string => (times === null ? `${day}: day off` : `${day}: extra session, ${times.from} to ${times.to}`);

export const WEEK_ERRORS = {
  minutes: "Enter how long one time is: a whole number of minutes from 5 to 480",
  none: "Enter at least one session",
  opens: (day: string) => `Enter when it begins on ${day}, like 9.30 am`,
  closes: (day: string) => `Enter when it ends on ${day}, like 5 pm`,
  order: (day: string) => `On ${day} it must end after it begins`,
  short: (day: string) => `On ${day} not one whole time fits in. Make it longer, or a time shorter`,
  across: (day: string) => `On ${day} two sessions are at the same time`,
  on: "Enter the day, like 24 12 2026",
  passed: "That day has passed. Enter a later one",
  twice: "That day is a day off already",
  changed: "Somebody else has changed the week meanwhile. Here it is as it is now. Nothing of yours was kept",
} as const;

export const REVIEW = {
  title: "What it comes to",
  goes: (times: number) =>
    times === 0 ? "No free time goes." : `${counted(times, "free time")} ${times === 1 ? "goes" : "go"}.`,
  made: (times: number) =>
    times === 0
      ? "No new time is made."
      : `${counted(times, "new time")} ${times === 1 ? "is" : "are"} made.`,
  stays: "These stay, though they are not in the new week",
  staysHow: "Nobody loses a time. Move people yourself if you must.",
  nobody: "Nobody has a time outside the new week.",
  held: "Held for a few minutes",
  blocked: (why: string) => `Blocked: ${why}`,
  yes: "Yes, change the week",
  no: "Go back and change it",
} as const;

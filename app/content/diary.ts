import type { SlotStanding } from "~/domain/directory/slot-changes";
import { counted, listInWords } from "~/domain/shared/in-words";
import { WORK_PAGES } from "./people";

/** How a time of a diary stands, as its tag says it. `unused` is free and over; `own` was given outside the diary. */
export const STANDING_WORDS: Readonly<Record<SlotStanding | "unused" | "own", string>> = {
  free: "Free",
  held: "Held",
  booked: "Booked",
  blocked: "Blocked",
  unused: "Not used",
  own: "Extra",
};

export const DIARY = {
  title: WORK_PAGES.diary,
  offer: "Service",
  show: "Show",
  weekOf: (day: string) => `Week of ${day}`,
  earlierWeek: "Earlier week",
  laterWeek: "Later week",
  thisWeek: "This week",
  earlierDay: "Day before",
  laterDay: "Day after",
  today: "Today",
  wholeWeek: "See the week",
  allOn: (day: string) => `All services on ${day}`,
  allServices: "All services on this day",
  setWeek: "Change the week",
  noOffers: "You give no care here, so there is no diary.",
  noWeek: "This service has no week yet. You give each person a time yourself.",
  noTimes: "No times.",
  bankHoliday: "Bank holiday",
  held: "It is held for a few minutes.",
  somebody: "A request",
  move: "Move",
  moveWhom: (person: string, time: string) => `Move ${person}, ${time}`,
  atOnce: (people: number) =>
    `${people === 1 ? "1 other person" : `${people} other people`} at the same time.`,
  freeToo: "The diary has a free time then. Block it if you cannot see both.",
  blockedThen: "You have blocked this time.",
  choose: (time: string) => `Choose ${time}`,
  why: "Why (only people at work see it)",
  block: "Block the times you ticked",
  open: "Open the times you ticked again",
  ticks: "Tick free times to block them, or blocked ones to open them.",
  days: "Block every free time on some days",
  daysHow:
    "Who has a time then keeps it. You can block days up to 6 weeks ahead; for later days set a day off.",
  from: "First day",
  until: "Last day",
  untilHint: "Leave it empty for one day.",
  blockDays: "Block these days",
} as const;

export const DIARY_ERRORS = {
  noneFree: "Tick the free times to block",
  noneBlocked: "Tick the blocked times to open",
  many: (most: number) => `Tick ${most} times or fewer`,
  why: "Say in a few words why, like “staff training”",
  whyLong: "The reason must be 100 characters or fewer",
  from: "Enter the first day, like 27 11 2026",
  until: "Enter the last day, like 30 11 2026",
  order: "The last day must be the first day or later",
  passed: "The last day has passed. Enter a later one",
} as const;

/** What was not done, for somebody was faster. */
export const goneWords = (times: readonly string[]): string =>
  times.length === 0
    ? "Those times have changed meanwhile. Nothing was done. Look at them again, and choose"
    : `Somebody was faster: ${listInWords(times, "and")}. Nothing was done. Choose again`;

/** "12 free, 3 booked": how many times there are of each kind, those that there are none of left out. */
export const standingCounts = (
  counts: Readonly<Partial<Record<keyof typeof STANDING_WORDS, number>>>,
): string =>
  (["free", "held", "booked", "own", "blocked", "unused"] as const)
    .flatMap((kind) => (counts[kind] ? [`${counts[kind]} ${STANDING_WORDS[kind].toLowerCase()}`] : []))
    .join(", ");

const DONE: Readonly<Record<string, (count: number, left: number) => string>> = {
  blocked: (count, left) =>
    [
      `${counted(count, "time")} blocked. Nobody can book ${count === 1 ? "it" : "them"}.`,
      left === 0
        ? ""
        : `${counted(left, "time")} then ${left === 1 ? "is" : "are"} booked or held, and stay${left === 1 ? "s" : ""}.`,
    ]
      .filter(Boolean)
      .join(" "),
  opened: (count) =>
    `${counted(count, "time")} open again. People can book ${count === 1 ? "it" : "them"} now.`,
  week: () => "The week is changed. People see it now.",
};

/** What a form on the way back to the diary has come to; empty for what it never comes to. */
export const diaryDoneWords = (done: string, count: number, left: number): string =>
  Object.hasOwn(DONE, done) ? (DONE[done]?.(count, left) ?? "") : "";

/** Above a diary in which somebody is given another time. */
export const MOVING = {
  lead: (person: string, time: string) =>
    time === "" ? `Choose a time for ${person}.` : `Choose another time for ${person}, who has ${time}.`,
  how: "The new time is kept before the old one is let go. The person is told.",
  diary: "See the whole diary",
  here: "Give this time",
  stop: "Leave it as it is",
  cannot: "This request cannot be given another time now. Open it to see why.",
} as const;

/** Said by whoever gives a time at which others are there already. */
export const OVERBOOK = {
  legend: "Others are there at that time",
  label: "Give this time all the same",
} as const;

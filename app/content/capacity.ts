import type { CapacityStatus } from "~/domain/directory/types";
import { counted } from "~/domain/shared/in-words";
import { WORK_PAGES } from "./people";

export const CAPACITY_WORDS: Readonly<Record<CapacityStatus, string>> = {
  capacity: "Has room",
  waitlist: "Waiting list",
  "no-capacity": "No room",
};

export const CAPACITY = {
  title: WORK_PAGES.capacity,
  intro: "Say for each service if you have room. Patients see it within a second or two.",
  stillRight: "Still right",
  saved: "Saved.",
  confirmed: (ago: string, by: string | null) => `Confirmed ${ago}${by === null ? "" : ` by ${by}`}.`,
  notTold: "You have not said yet. We count it as not known.",
  none: "Nobody can ask you for a service here, so there is no room to speak of.",
  ranking: "What this does",
} as const;

/** How long a word on room counts: "3 days", "36 hours". */
const countsFor = (hours: number): string =>
  hours % 24 === 0 ? counted(hours / 24, "day") : counted(hours, "hour");

/** Said of one offer whose word is too old. */
export const tooOldWords = (hours: number): string =>
  `That is more than ${countsFor(hours)}: we count it as not known until you tell us again.`;

/** On the worklist, of how many offers the word is too old; empty when it is of none. */
export const staleWords = (offers: number, hours: number): string =>
  offers === 0
    ? ""
    : `It is more than ${countsFor(hours)} since you said if there is room for ${counted(offers, "service")}. Is it still right?`;

/** What each answer does to an offer's place in the list, from the points it gives. */
export const rankingWords = (
  points: Readonly<Record<CapacityStatus | "unknown", number>>,
  hours: number,
): readonly string[] => [
  `Room gives you ${counted(points.capacity, "point")} in the order that patients see. Not known gives ${points.unknown}, a waiting list ${points.waitlist}, and no room ${points["no-capacity"]}.`,
  `So no room puts you ${counted(points.capacity - points["no-capacity"], "point")} down. You are still shown, and people can still choose you.`,
  `What you say counts for ${countsFor(hours)}. After that it is not known.`,
];

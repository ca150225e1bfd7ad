import type { MeasureId } from "~/domain/flow/measures";
import type { Figure } from "~/domain/flow/sum";
import { daysInWords, distanceInWords, KM_IN_A_MILE } from "~/domain/shared/in-words";

interface MeasureWords {
  readonly name: string;
  /** What it says, in a line. */
  readonly means: string;
  /** What is counted, and out of what. */
  readonly counts: string;
  readonly outOf: string;
  /** What it is out of, as after a number. */
  readonly of: "requests" | "times asked";
  /** What happened, as a list says it. */
  readonly happened: Readonly<Record<string, string>>;
}

const yesNo = (yes: string, no: string) => ({ yes, no });

export const MEASURE_WORDS: Readonly<Record<MeasureId, MeasureWords>> = {
  accepted: {
    name: "Accepted within a week",
    means: "How many had a partner say yes in the first seven days.",
    counts: "Requests that a partner said yes to within seven days.",
    outOf: "All that are older than a week, or have a yes. What was called off first is left out.",
    of: "requests",
    happened: yesNo("Accepted within a week", "Not accepted within a week"),
  },
  kept: {
    name: "Promise kept",
    means: "How many had an answer with a time by the day we said.",
    counts: "Requests whose promise was kept, and each one before it.",
    outOf: "All whose promise was kept or broken. One that may still be kept is left out.",
    of: "requests",
    happened: yesNo("Promise kept", "Promise broken"),
  },
  told: {
    name: "Told before having to ask",
    means: "How many heard of each step before they asked how it stood.",
    counts: "Requests of which each message came, and nobody had to ask first.",
    outOf: "All of which there was a step to tell.",
    of: "requests",
    happened: yesNo("Told first", "Had to ask, or not told"),
  },
  informed: {
    name: "Full information given",
    means: "How many were told all they need with the yes.",
    counts: "Requests whose yes said when, where, by whom and what to bring.",
    outOf: "All that had a yes.",
    of: "requests",
    happened: yesNo("All told with the yes", "Something left out"),
  },
  choice: {
    name: "Choice offered",
    means: "How many could choose from two partners or more.",
    counts: "Requests with two or more ways to have that care.",
    outOf: "All that were made.",
    of: "requests",
    happened: yesNo("Two or more to choose from", "One, or none"),
  },
  unmet: {
    name: "Unmet need",
    means: "How many nobody has, so the front desk must find someone.",
    counts: "Requests that no partner has, and that nobody called off.",
    outOf: "All that were made, but for those that were called off first.",
    of: "requests",
    happened: yesNo("Nobody has it", "A partner has it"),
  },
  overdue: {
    name: "Overdue",
    means: "How often a partner that was asked did not answer in time.",
    counts: "Times that a partner let its time to answer run out.",
    outOf: "All times that a partner was asked. It is not the same as a no.",
    of: "times asked",
    happened: yesNo("No answer in time", "Answered, or still has time"),
  },
  declined: {
    name: "Declined",
    means: "How often a partner that was asked said no.",
    counts: "Times that a partner said no, for any reason.",
    outOf: "All times that a partner was asked.",
    of: "times asked",
    happened: yesNo("Declined", "Did not say no"),
  },
  wait: {
    name: "Wait to be seen",
    means: "How long the person in the middle waits, from asking to being seen.",
    counts: "Days from a request to when the person was seen, or is to be.",
    outOf: "All that have a time. Half wait less than this, and half wait more.",
    of: "requests",
    happened: {
      "7": "Within a week",
      "28": "Over one week, up to four",
      "84": "Over four weeks, up to twelve",
      more: "Over twelve weeks",
    },
  },
  distance: {
    name: "Distance",
    means: "How far the person in the middle goes for care.",
    counts: "Miles in a straight line from home to the place of care.",
    outOf: "All whose care has a place, where the person’s home is known.",
    of: "requests",
    happened: {
      "2": "Up to a mile and a quarter",
      "5": "Up to three miles",
      "10": "Up to six miles",
      more: "Over six miles",
    },
  },
  boxes: {
    name: "The front door’s name on the box",
    means: "How much care comes in the front door’s name, alone or with the partner’s.",
    counts: "Requests whose care comes in the front door’s name, or in both names.",
    outOf: "All whose care has a box.",
    of: "requests",
    happened: { brand: "The front door’s name", both: "Both names", partner: "The partner’s name" },
  },
  spread: {
    name: "Spread across partners",
    means: "How much of the work the partner with the most has.",
    counts: "Requests that the partner with the most took on.",
    outOf: "All that a partner took on.",
    of: "requests",
    happened: { yes: "Taken on" },
  },
};

/** Each style of box, as a column or a line names it. */
export const BOX_NAMES = {
  brand: "Front door’s name",
  both: "Both names",
  partner: "Partner’s name",
} as const;

export const HIDDEN = "Not shown";
export const NOTHING_KNOWN = "Not known";
const FEWER = "Fewer than 5";

/** "83%"; a share that is nearly none or nearly all is not rounded to it. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return "under 1%";
  if (rounded === 100 && share < 1) return "over 99%";
  return `${rounded}%`;
}

/** A measure's value in words. */
export function valueWords(id: MeasureId, value: number): string {
  if (id === "wait") return daysInWords(value);
  if (id === "distance") return distanceInWords(value);
  return percent(value);
}

/** A measure's value as a bare number for a spreadsheet: a share of 100, days, or miles. */
export function valueNumber(id: MeasureId, value: number): string {
  if (id === "wait") return value.toFixed(1);
  if (id === "distance") return (value / KM_IN_A_MILE).toFixed(1);
  return (value * 100).toFixed(1);
}

/** A figure in words, or why there is none. */
export function figureInWords(
  id: MeasureId,
  figure: Pick<Figure, "value">,
  few: { readonly yes: boolean; readonly no: boolean; readonly all: boolean },
): string {
  if (figure.value === null) return NOTHING_KNOWN;
  if (few.all || few.yes) return FEWER;
  if (few.no) return "All but fewer than 5";
  return valueWords(id, figure.value);
}

/** What else a figure says: of a median who waits or goes farthest, of a spread how many equal partners it is like. */
export function besideFigure(id: MeasureId, { ninetieth, asIfEqual }: Figure): string | null {
  if (ninetieth !== null) return `nine in ten: ${valueWords(id, ninetieth)}`;
  if (asIfEqual !== null) return `as if shared by ${Math.round(asIfEqual * 10) / 10} equal partners`;
  return null;
}

/** "1,240 requests", "about": to the nearest five. */
export const ofWords = (id: MeasureId, shown: number): string =>
  `${shown.toLocaleString("en-GB")} ${MEASURE_WORDS[id].of}`;

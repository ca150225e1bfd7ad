import type { Mode } from "../directory/types";
import type { PlainDate } from "./time";

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2026-11-01" is "1 November 2026". Plain text work, so that it costs nothing in a long list. */
export const dateInWords = (date: PlainDate): string =>
  `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;

/** "1 hour", "5 working days": a whole number of something. */
export const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** A text, or as many of its first words as fit into so many letters, and "…". */
export const beginningOf = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/[\s.,:;]*\s\S*$/, "")}…`;

/** "Larkmouth Care’s", "St Nicholas’": whose. */
export const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

/** A sentence's first letter as a capital. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a", "a or b", "a, b or c". */
export function listInWords(items: readonly string[], joint: "and" | "or"): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${joint} ${items[items.length - 1]}`;
}

/** How care is given: within a sentence, as an answer a person chooses, and in the place of an address. */
export const MODE_WORDS: Readonly<
  Record<Mode, { readonly within: string; readonly choice: string; readonly place: string }>
> = {
  "in-person": { within: "face to face", choice: "In person", place: "In person" },
  phone: { within: "by phone", choice: "By phone", place: "By phone" },
  video: { within: "by video", choice: "By video", place: "By video" },
  "home-visit": { within: "at home", choice: "A visit at home", place: "They come to you" },
};

/** "face to face, by phone or at home" */
export const modesInWords = (modes: readonly Mode[]): string =>
  listInWords(
    modes.map((mode) => MODE_WORDS[mode].within),
    "or",
  );

export const KM_IN_A_MILE = 1.609344;

/** As people in the United Kingdom say it: "under half a mile", "1 mile", "1.3 miles", "21 miles". Data stays in kilometres. */
export function distanceInWords(km: number): string {
  const miles = km / KM_IN_A_MILE;
  if (miles < 0.5) return "under half a mile";
  const said = miles < 9.95 ? Math.round(miles * 10) / 10 : Math.round(miles);
  return said === 1 ? "1 mile" : `${said} miles`;
}

/** "the same day", "9 days", "about 7 weeks". */
export function daysInWords(days: number): string {
  if (days < 1) return "the same day";
  if (days < 21) return counted(Math.round(days), "day");
  return `about ${Math.round(days / 7)} weeks`;
}

import type { Part } from "~/domain/fulfilment/types";
import { counted, listInWords } from "~/domain/shared/in-words";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const inLetters = (count: number): string => NUMBERS[count] ?? String(count);

/** A service's name within a sentence: "falls check", "MRI scan". */
export const withinSentence = (name: string): string =>
  /^[A-Z](?:[a-z’'-]| )/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** "home visit and medicines review" */
const namesWithin = (names: readonly string[]): string => listInWords(names.map(withinSentence), "and");

/** "Your falls check comes in three boxes" */
export const boxesHeading = (serviceName: string, parts: number): string =>
  `Your ${withinSentence(serviceName)} comes in ${inLetters(parts)} boxes`;

/** What a part waits for, by name; empty when it is asked for at once. */
export const afterWords = (names: readonly string[]): string =>
  names.length === 0
    ? ""
    : `We ask for this as soon as ${names.length === 1 ? "this is" : "these are"} done: ${namesWithin(names)}.`;

/** Where one piece of work stands in the whole, for who does it: "Part 2 of 3 of Falls check". Empty for a whole one. */
export const partOfWords = ({ place, of }: { place: number; of: number }, serviceName: string): string =>
  of <= 1 ? "" : `Part ${place} of ${of} of ${serviceName}`;

/** What a request is called: the service, or the first of several with how many more there are. */
export function requestName(names: readonly string[]): string {
  const [first = "Your care", ...others] = names;
  return others.length === 0 ? first : `${first} and ${counted(others.length, "other")}`;
}

/** A request of several parts in one line: "2 of 3 parts done. Waiting for: strength classes." */
export function wholeWords(
  parts: readonly (Pick<Part, "status"> & { readonly serviceName: string })[],
): string {
  const named = (status: Part["status"]) => parts.filter((part) => part.status === status);
  const [done, open, closed] = [named("complete"), named("open"), named("closed")];
  const all = parts.length;
  const names = (some: typeof parts) => namesWithin(some.map(({ serviceName }) => serviceName));
  const ended = closed.length === 0 ? "" : ` Closed: ${names(closed)}.`;
  if (open.length > 0) return `${done.length} of ${all} parts done. Waiting for: ${names(open)}.${ended}`;
  if (done.length === 0) return `All ${all} parts are closed.`;
  return closed.length === 0 ? `All ${all} parts are done.` : `${done.length} of ${all} parts done.${ended}`;
}

import { DateTime } from "luxon";
import { type Instant, milliseconds, ZONE } from "~/domain/shared/time";

const local = (at: Instant) => DateTime.fromISO(at, { zone: ZONE }).setLocale("en-GB");

/** "3 pm", "9.30 am", "midday", "midnight": a time of day as it is said. */
export function timeWords(at: Instant): string {
  const time = local(at);
  if (time.minute === 0 && time.hour === 12) return "midday";
  if (time.minute === 0 && time.hour === 0) return "midnight";
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12;
  const minutes = time.minute === 0 ? "" : `.${String(time.minute).padStart(2, "0")}`;
  return `${hour}${minutes} ${time.hour < 12 ? "am" : "pm"}`;
}

/** "Thursday 26 November"; the year is said when it is not this one. */
export function dayWords(at: Instant, now: Instant): string {
  const year = local(at).year === local(now).year ? "" : " yyyy";
  return local(at).toFormat(`cccc d LLLL${year}`);
}

/** "Thursday 26 November, 5 pm": a promise or an appointment, the same words however near it is. */
export const momentWords = (at: Instant, now: Instant): string => `${dayWords(at, now)}, ${timeWords(at)}`;

/** "3 pm today", "5 pm tomorrow", "5 pm on Thursday 26 November": when, as seen from now. */
export function whenWords(at: Instant, now: Instant): string {
  const days = local(at).startOf("day").diff(local(now).startOf("day"), "days").days;
  if (days === 0) return `${timeWords(at)} today`;
  if (days === 1) return `${timeWords(at)} tomorrow`;
  if (days === -1) return `${timeWords(at)} yesterday`;
  return `${timeWords(at)} on ${dayWords(at, now)}`;
}

/** "1 minute", "2 hours", "3 days": one unit, rounded down, never less than a minute. */
export function spanWords(lengthMs: number): string {
  const minutes = Math.max(1, Math.floor(lengthMs / 60_000));
  const of = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (minutes < 60) return of(minutes, "minute");
  if (minutes < 48 * 60) return of(Math.floor(minutes / 60), "hour");
  return of(Math.floor(minutes / (24 * 60)), "day");
}

export interface DeadlineWords {
  readonly text: string;
  readonly late: boolean;
}

/** "answer by 3 pm today" while there is time; "2 hours late" once it has passed. */
export function deadlineWords(verb: string, by: Instant, now: Instant): DeadlineWords {
  const over = milliseconds(now) - milliseconds(by);
  return over > 0
    ? { text: `${spanWords(over)} late`, late: true }
    : { text: `${verb} by ${whenWords(by, now)}`, late: false };
}

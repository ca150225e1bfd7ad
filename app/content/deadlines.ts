import { counted } from "~/domain/shared/in-words";
import { dayInWords, momentInWords, timeInWords } from "~/domain/shared/moments-in-words";
import { dayAfter, dayBefore, type Instant, localDate, milliseconds } from "~/domain/shared/time";

/** A time of day on a page: "10 am" stays on one line. */
const together = (text: string): string => text.replace(/ (am|pm)\b/g, "\u00a0$1");
export const timeWords = (at: Instant): string => together(timeInWords(at));

/** A day and a moment, as seen from now. */
export const dayWords = (at: Instant, now: Instant): string => dayInWords(at, localDate(now));
export const momentWords = (at: Instant, now: Instant): string => together(momentInWords(at, localDate(now)));

/** "3 pm today", "5 pm tomorrow", "5 pm on Thursday 26 November": when, as seen from now. */
export function whenWords(at: Instant, now: Instant): string {
  const [day, today] = [localDate(at), localDate(now)];
  if (day === today) return `${timeWords(at)} today`;
  if (day === dayAfter(today)) return `${timeWords(at)} tomorrow`;
  if (day === dayBefore(today)) return `${timeWords(at)} yesterday`;
  return `${timeWords(at)} on ${dayWords(at, now)}`;
}

/** "1 minute", "2 hours", "3 days": one unit, rounded down, never less than a minute. */
export function spanWords(lengthMs: number): string {
  const minutes = Math.max(1, Math.floor(lengthMs / 60_000));
  if (minutes < 60) return counted(minutes, "minute");
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), "hour");
  return counted(Math.floor(minutes / (24 * 60)), "day");
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

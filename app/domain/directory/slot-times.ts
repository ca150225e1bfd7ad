import {
  dayAfter,
  type Instant,
  localDate,
  localInstant,
  milliseconds,
  type PlainDate,
  type TimeOfDay,
  weekdayOf,
} from "../shared/time";
import type { SlotPattern } from "./types";

export interface SlotTime {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/**
 * The bookable times of a diary, from one date to another, both inclusive: each session cut into whole slots, none on
 * a bank holiday. A slot has the local time of its session, in summer and in winter.
 */
export function slotTimes(
  pattern: SlotPattern,
  from: PlainDate,
  until: PlainDate,
  bankHolidays: ReadonlySet<PlainDate>,
): SlotTime[] {
  const times = new Map<Instant, SlotTime>();
  for (let day = from; day <= until; day = dayAfter(day)) {
    if (bankHolidays.has(day)) continue;
    for (const session of pattern.sessions) {
      if (session.weekday !== weekdayOf(day)) continue;
      const closes = minutesOf(session.closes);
      for (
        let start = minutesOf(session.opens);
        start + pattern.minutes <= closes;
        start += pattern.minutes
      ) {
        const startsAt = localInstant(day, timeOf(start));
        times.set(startsAt, { startsAt, endsAt: localInstant(day, timeOf(start + pattern.minutes)) });
      }
    }
  }
  return [...times.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** The last date of a number of weeks that begin now. */
export const lastDayOf = (weeks: number, from: Instant): PlainDate =>
  localDate(new Date(milliseconds(from) + weeks * 7 * 86_400_000).toISOString());

/** How far ahead slots are made and people can book. */
export const BOOKABLE_WEEKS = 6;

/** The end of the last day that can be booked. */
export const bookableUntil = (now: Instant): Instant =>
  localInstant(dayAfter(lastDayOf(BOOKABLE_WEEKS, now)), "00:00");

const minutesOf = (time: TimeOfDay) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): TimeOfDay =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

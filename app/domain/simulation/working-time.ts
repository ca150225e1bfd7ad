import {
  dayAfter,
  type Instant,
  instant,
  isWorkingDay,
  localDate,
  localInstant,
  milliseconds,
  type PlainDate,
} from "../shared/time";

const OPENS = "09:00";
const HOUR = 3_600_000;
/** From nine to five, local time. */
const HOURS_A_DAY = 8;
const SLOT_MINUTES = 5;

const opening = (day: PlainDate): number => milliseconds(localInstant(day, OPENS));

/** When so many hours have been worked, from nine to five on working days. */
export function afterWorkingHours(
  from: Instant,
  hours: number,
  bankHolidays: ReadonlySet<PlainDate>,
): Instant {
  let day = localDate(from);
  let left = hours * HOUR;
  for (let start = milliseconds(from); ; start = 0) {
    if (isWorkingDay(day, bankHolidays)) {
      const opens = opening(day);
      const begins = Math.max(start, opens);
      const closes = opens + HOURS_A_DAY * HOUR;
      if (begins + left < closes) return instant(begins + Math.floor(left));
      left -= Math.max(0, closes - begins);
    }
    day = dayAfter(day);
  }
}

/** A time of the working day at or after a moment: early or late in it by luck from 0 up to 1. */
export function timeOnWorkingDay(from: Instant, luck: number, bankHolidays: ReadonlySet<PlainDate>): Instant {
  let day = localDate(from);
  while (!isWorkingDay(day, bankHolidays)) day = dayAfter(day);
  const steps = (HOURS_A_DAY * 60) / SLOT_MINUTES;
  return instant(opening(day) + Math.floor(luck * steps) * SLOT_MINUTES * 60_000);
}

import { DateTime } from "luxon";

/** A moment: ISO 8601 in UTC with milliseconds ("2026-11-22T09:00:00.000Z"), so that text order is time order. */
export type Instant = string;
/** A calendar date, YYYY-MM-DD, in the place where the care is given. */
export type PlainDate = string;
/** A time of day, HH:MM, 24 hours. */
export type TimeOfDay = string;

/** All local times are those of the brand's place; every brand so far is in the United Kingdom. */
export const ZONE = "Europe/London";

/** How long something may take: hours that always run, or working days that end at the close of a working day. */
export type Span = { readonly hours: number } | { readonly workingDays: number };

/** When a working day ends, local time. */
export const CLOSE_OF_DAY: TimeOfDay = "17:00";

export const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
export const milliseconds = (at: Instant): number => Date.parse(at);

export const localDate = (at: Instant): PlainDate =>
  DateTime.fromISO(at, { zone: ZONE }).toISODate() ?? at.slice(0, 10);

/** The instant at which a local date and time of day happen. A time that the clocks skip moves on by an hour. */
export const localInstant = (date: PlainDate, time: TimeOfDay): Instant =>
  instant(DateTime.fromISO(`${date}T${time}`, { zone: ZONE }).toMillis());

/** Monday to Friday, and not one of the given bank holidays. */
export function isWorkingDay(date: PlainDate, bankHolidays: ReadonlySet<PlainDate>): boolean {
  const weekday = DateTime.fromISO(date, { zone: "utc" }).weekday;
  return weekday <= 5 && !bankHolidays.has(date);
}

/**
 * When a span that starts now is over. Hours run through nights and holidays. Working days are counted from
 * the next working day, and end at CLOSE_OF_DAY, local time.
 */
export function endOf(span: Span, from: Instant, bankHolidays: ReadonlySet<PlainDate>): Instant {
  if ("hours" in span) return instant(milliseconds(from) + span.hours * 3_600_000);
  let day = DateTime.fromISO(localDate(from), { zone: "utc" });
  let left = span.workingDays;
  while (left > 0) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day.toISODate() as PlainDate, bankHolidays)) left -= 1;
  }
  return localInstant(day.toISODate() as PlainDate, CLOSE_OF_DAY);
}

/** Whole years lived on a date. A child born on 29 February has a birthday on 1 March in other years. */
export function ageInYears(bornOn: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

export const dayBefore = (date: PlainDate): PlainDate =>
  DateTime.fromISO(date, { zone: "utc" }).minus({ days: 1 }).toISODate() as PlainDate;

import { DateTime } from "luxon";
import { type Instant, localDate, localInstant, milliseconds, type TimeOfDay, ZONE } from "../shared/time";

/** Four fields as typed. The one that is wrong is named, so that the page can point at it. */
export interface TypedTime {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly time: string;
}
export type AppointmentTime =
  | { readonly ok: true; readonly startsAt: Instant }
  | { readonly ok: false; readonly field: keyof TypedTime; readonly message: string };

const wrong = (field: keyof TypedTime, message: string): AppointmentTime => ({ ok: false, field, message });

/** Farther ahead than this is more likely a slip of the year than an appointment. */
const MOST_DAYS_AHEAD = 366;

/** Whether an appointment can be given for a moment, or why not. */
export function bookable(startsAt: Instant, now: Instant): "yes" | "passed" | "too-far" {
  if (startsAt <= now) return "passed";
  return milliseconds(startsAt) > milliseconds(now) + MOST_DAYS_AHEAD * 86_400_000 ? "too-far" : "yes";
}

/** When an appointment is, from what was typed: a real date, a real time, in the year to come. */
export function appointmentTime(typed: TypedTime, now: Instant): AppointmentTime {
  const example = "like 27 11 2026";
  if (!typed.day && !typed.month && !typed.year) return wrong("day", `Enter the date, ${example}`);
  for (const field of ["day", "month", "year"] as const) {
    if (!/^\d{1,4}$/.test(typed[field])) return wrong(field, `The date must have a ${field}, in numbers`);
  }
  if (typed.year.length !== 4) return wrong("year", "The year must have 4 numbers, like 2026");
  const date = DateTime.fromObject(
    { year: Number(typed.year), month: Number(typed.month), day: Number(typed.day) },
    { zone: "utc" },
  ).toISODate();
  if (date === null) return wrong("day", `Enter a real date, ${example}`);
  const time = timeOfDay(typed.time);
  if (time === undefined) return wrong("time", "Enter a time, like 9.30 am or 14:30");
  const startsAt = localInstant(date, time);
  if (DateTime.fromISO(startsAt, { zone: ZONE }).toFormat("HH:mm") !== time)
    return wrong("time", "The clocks go forward in that hour, so there is no such time. Enter another");
  switch (bookable(startsAt, now)) {
    case "passed":
      return wrong(date < localDate(now) ? "day" : "time", "Choose a time that has not passed");
    case "too-far":
      return wrong("year", "Choose a date within a year from now");
    case "yes":
      return { ok: true, startsAt };
  }
}

/** "9.30 am", "9:30am", "14:30", "1430", "2 pm" and "midday" as HH:MM; undefined when it is no time of day. */
export function timeOfDay(text: string): TimeOfDay | undefined {
  const bare = text.trim().toLowerCase().replace(/\s+/g, "");
  if (bare === "midday" || bare === "noon") return "12:00";
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?(am|pm)?$/.exec(bare);
  if (match === null) return undefined;
  const [, hours = "", minutes = "00", half] = match;
  // A bare number may be a day or a quarter of an hour: it is not a time without its minutes or its half of the day.
  if (half === undefined && match[2] === undefined) return undefined;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === "pm" ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}

import {
  dayAfter,
  type Instant,
  instant,
  localDate,
  localInstant,
  localTime,
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
 * The bookable times of a diary, from one date to another, both inclusive: each session cut into whole slots of the
 * diary's length, none on a bank holiday or a day off. A session opens and closes by the local clock, in summer and in
 * winter. In the night when the clocks go forward it is an hour shorter; in the night when they go back, the hour that
 * comes twice is bookable once, for nobody could tell the two apart.
 */
export function slotTimes(
  pattern: SlotPattern,
  from: PlainDate,
  until: PlainDate,
  bankHolidays: ReadonlySet<PlainDate>,
): SlotTime[] {
  const times = new Map<Instant, SlotTime>();
  for (let day = from; day <= until; day = dayAfter(day)) {
    for (const session of sessionsOn(day, pattern, bankHolidays)) {
      for (const time of cut(day, session, pattern.minutes)) times.set(time.startsAt, time);
    }
  }
  return [...times.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** The first bookable time from one date to another, both inclusive; null when there is none. */
export function firstSlotTime(
  pattern: SlotPattern,
  from: PlainDate,
  until: PlainDate,
  bankHolidays: ReadonlySet<PlainDate>,
): Instant | null {
  for (let day = from; day <= until; day = dayAfter(day)) {
    const starts = sessionsOn(day, pattern, bankHolidays)
      .filter(({ opens, closes }) => hasRoom(day, { opens, closes }, pattern.minutes))
      .map(({ opens }) => localInstant(day, opens));
    const first = starts.sort()[0];
    if (first !== undefined) return first;
  }
  return null;
}

const hasRoom = (day: PlainDate, { opens, closes }: Session, minutes: number): boolean =>
  milliseconds(localInstant(day, opens)) + minutes * 60_000 <= milliseconds(localInstant(day, closes));

/** The days on which a diary has none of its usual sessions, though the week has. */
const daysOff = ({ exceptions = [] }: SlotPattern): readonly PlainDate[] =>
  exceptions.flatMap(({ kind, on }) => (kind === "day-off" ? [on] : []));

type Session = { readonly opens: TimeOfDay; readonly closes: TimeOfDay };

function sessionsOn(
  day: PlainDate,
  pattern: SlotPattern,
  bankHolidays: ReadonlySet<PlainDate>,
): readonly Session[] {
  const { sessions, exceptions = [] } = pattern;
  const usual = bankHolidays.has(day) || daysOff(pattern).includes(day) ? [] : sessions;
  const extra = exceptions.flatMap((one) => (one.kind === "extra-session" && one.on === day ? [one] : []));
  return [...usual.filter(({ weekday }) => weekday === weekdayOf(day)), ...extra];
}

function cut(day: PlainDate, { opens, closes }: Session, minutes: number): SlotTime[] {
  const length = minutes * 60_000;
  const end = milliseconds(localInstant(day, closes));
  const times: SlotTime[] = [];
  const said = new Set<TimeOfDay>();
  for (let start = milliseconds(localInstant(day, opens)); start + length <= end; start += length) {
    const startsAt = instant(start);
    const time = localTime(startsAt);
    if (said.has(time)) continue;
    said.add(time);
    times.push({ startsAt, endsAt: instant(start + length) });
  }
  return times;
}

/** The last date of a number of weeks that begin now. */
export const lastDayOf = (weeks: number, from: Instant): PlainDate =>
  localDate(new Date(milliseconds(from) + weeks * 7 * 86_400_000).toISOString());

/** How far ahead slots are made and people can book. */
export const BOOKABLE_WEEKS = 6;

/** The end of the last day that can be booked. */
export const bookableUntil = (now: Instant): Instant =>
  localInstant(dayAfter(lastDayOf(BOOKABLE_WEEKS, now)), "00:00");

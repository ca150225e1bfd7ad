import { daysFrom, type Instant, localDate, type PlainDate, weekdayOf } from "../shared/time";

/** What belongs to one week. */
export interface Week<T> {
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly of: readonly T[];
}

/** The Monday of a date's week. */
export const weekOf = (date: PlainDate): PlainDate => daysFrom(date, 1 - weekdayOf(date));

/** By the weeks in which they were asked for, local time: the first week first, in each in the order they come in. */
export function byWeek<T>(items: Iterable<T>, askedAt: (item: T) => Instant): Week<T>[] {
  const weeks = new Map<PlainDate, { startsOn: PlainDate; of: T[] }>();
  for (const item of items) {
    const startsOn = weekOf(localDate(askedAt(item)));
    const week = weeks.get(startsOn) ?? { startsOn, of: [] };
    week.of.push(item);
    weeks.set(startsOn, week);
  }
  return [...weeks.values()].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

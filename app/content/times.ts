import { PARTS_OF_DAY, type PartOfDay, partOfDay } from "~/domain/fulfilment/earlier-time";
import { timeInWords } from "~/domain/shared/moments-in-words";
import { dayAfter, type Instant, localDate, localInstant, type PlainDate } from "~/domain/shared/time";
import { dayWords } from "./deadlines";

/** A day with its free times by part of the day; or a day or several without any, and why. All in words. */
export interface DayOfTimes {
  readonly day: string;
  /** Empty for a day that has times. */
  readonly none: string;
  readonly parts: readonly {
    readonly part: string;
    readonly times: readonly { readonly slotId: string; readonly words: string }[];
  }[];
}

interface FreeTime {
  readonly id: string;
  readonly startsAt: Instant;
}

/**
 * Free times as a page shows them: by day, and within a day by morning, afternoon and evening. In order, soonest first.
 * Each day from `from` to the last one is told of: those without a time are said together, and a bank holiday as one.
 */
export function daysOfTimes(
  slots: readonly FreeTime[],
  now: Instant,
  { from, bankHolidays }: { readonly from: PlainDate; readonly bankHolidays: ReadonlySet<PlainDate> },
): readonly DayOfTimes[] {
  const byDate = new Map<PlainDate, FreeTime[]>();
  for (const slot of slots) {
    const date = localDate(slot.startsAt);
    byDate.set(date, [...(byDate.get(date) ?? []), slot]);
  }
  const last = [...byDate.keys()].at(-1);
  const days: DayOfTimes[] = [];
  let empty: PlainDate[] = [];
  const tellOfEmpty = () => {
    if (empty.length > 0) days.push(withoutTimes(spanOfDays(empty, now), "no free times"));
    empty = [];
  };
  for (let date = from; last !== undefined && date <= last; date = dayAfter(date)) {
    const free = byDate.get(date);
    if (free === undefined && !bankHolidays.has(date)) {
      empty.push(date);
      continue;
    }
    tellOfEmpty();
    days.push(
      free === undefined
        ? withoutTimes(plainDayWords(date, now), "no times, as it is a bank holiday")
        : { day: plainDayWords(date, now), none: "", parts: partsOf(free) },
    );
  }
  return days;
}

/** "Wednesday 6 January": a date, as seen from now. */
export const plainDayWords = (date: PlainDate, now: Instant): string =>
  dayWords(localInstant(date, "12:00"), now);

const withoutTimes = (day: string, none: string): DayOfTimes => ({ day, none, parts: [] });

function spanOfDays(dates: readonly PlainDate[], now: Instant): string {
  const [first = "", second] = dates;
  if (second === undefined) return plainDayWords(first, now);
  const joint = dates.length === 2 ? "and" : "to";
  return `${plainDayWords(first, now)} ${joint} ${plainDayWords(dates.at(-1) ?? second, now)}`;
}

function partsOf(free: readonly FreeTime[]): DayOfTimes["parts"] {
  return PARTS_OF_DAY.flatMap((part) => {
    const times = free
      .filter(({ startsAt }) => partOfDay(startsAt) === part)
      .map(({ id, startsAt }) => ({ slotId: id, words: timeInWords(startsAt) }));
    return times.length === 0 ? [] : [{ part: PARTS_OF_DAY_WORDS[part], times }];
  });
}

export const PARTS_OF_DAY_WORDS: Readonly<Record<PartOfDay, string>> = {
  morning: "Morning",
  afternoon: "Afternoon",
  evening: "Evening",
};

import {
  dayAfter,
  dayBefore,
  type Instant,
  localDate,
  localInstant,
  type PlainDate,
  type TimeOfDay,
  weekdayOf,
} from "../shared/time";
import type { Location, Session } from "./types";

/** All that says when a place is open. */
export type Hours = Pick<Location, "opening" | "onBankHolidays" | "exceptions" | "temporary">;

/** Is it open at a moment? Null: not known. It is open at the moment it opens, and closed at the moment it closes. */
export function isOpenAt(hours: Hours, at: Instant, bankHolidays: ReadonlySet<PlainDate>): boolean | null {
  const date = localDate(at);
  return verdictOn(
    stretchesOn(hours, dayBefore(date), bankHolidays)
      .concat(stretchesOn(hours, date, bankHolidays))
      .filter(({ opens, closes }) => opens <= at && at < closes),
  );
}

/**
 * Is it open at any moment from `from` until just before `until`? False only when it is known to stay closed all that
 * time; null when it is not known.
 */
export function opensBefore(
  hours: Hours,
  from: Instant,
  until: Instant,
  bankHolidays: ReadonlySet<PlainDate>,
): boolean | null {
  if (from >= until) return false;
  const last = localDate(until);
  let mayOpen = false;
  for (let date = dayBefore(localDate(from)); date <= last; date = dayAfter(date)) {
    for (const { opens, closes, known } of stretchesOn(hours, date, bankHolidays)) {
      if (opens >= until || closes <= from) continue;
      if (known) return true;
      mayOpen = true;
    }
  }
  return mayOpen ? null : false;
}

/** How far ahead an opening is looked for. */
const LOOKS_AHEAD_DAYS = 28;

/**
 * The first moment from `from` on at which it is open, which is `from` itself when it is open then. Null when a day that
 * is not known comes before, or none is found in four weeks.
 */
export function nextOpening(
  hours: Hours,
  from: Instant,
  bankHolidays: ReadonlySet<PlainDate>,
): Instant | null {
  let date = dayBefore(localDate(from));
  for (let ahead = 0; ahead <= LOOKS_AHEAD_DAYS; ahead += 1) {
    const first = stretchesOn(hours, date, bankHolidays)
      .filter(({ closes }) => closes > from)
      .sort((a, b) => (a.opens < b.opens ? -1 : 1))[0];
    if (first !== undefined) return !first.known ? null : first.opens < from ? from : first.opens;
    date = dayAfter(date);
  }
  return null;
}

/** A stretch of time in which a place is open; or, when it is not `known`, in which it may be. */
interface Stretch {
  readonly opens: Instant;
  readonly closes: Instant;
  readonly known: boolean;
}

const verdictOn = (stretches: readonly Stretch[]): boolean | null =>
  stretches.some(({ known }) => known) ? true : stretches.length > 0 ? null : false;

/** The stretches that begin on a date. A day of which nothing is known is one that may be open from midnight to midnight. */
function stretchesOn(hours: Hours, date: PlainDate, bankHolidays: ReadonlySet<PlainDate>): Stretch[] {
  const sessions = sessionsOn(hours, date, bankHolidays);
  if (sessions === null) {
    return [{ opens: momentOf(date, "00:00"), closes: momentOf(dayAfter(date), "00:00"), known: false }];
  }
  return sessions.map(({ opens, closes }) => ({
    opens: momentOf(date, opens),
    closes: momentOf(closes > opens ? date : dayAfter(date), closes),
    known: true,
  }));
}

/** A pop-up's dates come first, then a dated exception, then bank holidays, then the week. Null: not known. */
function sessionsOn(
  { opening, onBankHolidays, exceptions, temporary }: Hours,
  date: PlainDate,
  bankHolidays: ReadonlySet<PlainDate>,
): readonly Session[] | null {
  if (temporary !== null && (date < temporary.from || temporary.until < date)) return [];
  const exception = exceptions?.find((each) => each.date === date);
  if (exception !== undefined) return exception.sessions;
  if (opening.length === 0) return null;
  if (bankHolidays.has(date) && onBankHolidays !== "as-usual") return onBankHolidays === "closed" ? [] : null;
  const weekday = weekdayOf(date);
  return opening.filter((session) => session.weekday === weekday);
}

/** The same few dates and times are asked of every place, and working one out takes longer than judging an offer. */
const moments = new Map<string, Instant>();
const MOMENTS_REMEMBERED = 20_000;

function momentOf(date: PlainDate, time: TimeOfDay): Instant {
  const key = `${date}T${time}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  if (moments.size >= MOMENTS_REMEMBERED) moments.clear();
  const moment = localInstant(date, time);
  moments.set(key, moment);
  return moment;
}

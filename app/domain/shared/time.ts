import { DateTime } from "luxon";
import { remembered } from "./remembered";

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

const [HOUR_MS, MINUTE_MS, SECOND_MS] = [3_600_000, 60_000, 1_000];
const DAY_MS = 24 * HOUR_MS;

/**
 * A year played again goes between moments and their milliseconds some ten million times. So the days are remembered both
 * ways, and the time of day is reckoned: three times as fast as a Date.
 */
const startsOfDays = new Map<string, number>();
const daysByNumber = new Map<number, string>();
/** What a Date shows of each of the first moments of 1970, so far apart. */
const shown = (apartMs: number, many: number, from: number, until: number) =>
  Array.from({ length: many }, (_, place) => new Date(place * apartMs).toISOString().slice(from, until));
const MINUTES = shown(MINUTE_MS, 24 * 60, 11, 17);
const SECONDS = shown(SECOND_MS, 60, 17, 20);
const THOUSANDTHS = shown(1, 1_000, 20, 24);

export function instant(milliseconds: number): Instant {
  const day = Math.floor(milliseconds / DAY_MS);
  const inDay = milliseconds - day * DAY_MS;
  // What is no moment, or no whole millisecond, a Date knows what to do with.
  if (!Number.isInteger(inDay)) return new Date(milliseconds).toISOString();
  const date = remembered(daysByNumber, day, () => new Date(day * DAY_MS).toISOString().slice(0, -13));
  const second = Math.floor((inDay % MINUTE_MS) / SECOND_MS);
  return `${date}${MINUTES[Math.floor(inDay / MINUTE_MS)]}${SECONDS[second]}${THOUSANDTHS[inDay % SECOND_MS]}`;
}

export function milliseconds(at: Instant): number {
  if (at.length !== LENGTH) return Date.parse(at);
  const inDay = HOUR_MS * numberAt(at, 11) + MINUTE_MS * numberAt(at, 14) + SECOND_MS * numberAt(at, 17);
  const day = remembered(startsOfDays, at.slice(0, 10), () => Date.parse(at.slice(0, 10)));
  return day + inDay + 10 * numberAt(at, 20) + digitAt(at, 22);
}

const LENGTH = "2026-11-22T09:00:00.000Z".length;
const digitAt = (at: Instant, place: number) => at.charCodeAt(place) - 48;
const numberAt = (at: Instant, place: number) => 10 * digitAt(at, place) + digitAt(at, place + 1);

/** What a clock on the wall shows at the beginning of an hour. */
interface LocalHour {
  readonly date: PlainDate;
  readonly hour: string;
}

/** What the place's clock shows changes against UTC only on the hour: it is remembered by hour, of texts and of numbers. */
const hours = new Map<string, LocalHour>();
const hoursByNumber = new Map<number, LocalHour>();
/** Local times that were looked for, and their instants. */
const instants = new Map<string, Instant>();
/** How far the place's clock is before UTC, in milliseconds, on days on which it is not changed; else null. */
const offsets = new Map<number, number | null>();

const offsetAt = (ms: number): number => DateTime.fromMillis(ms, { zone: ZONE }).offset * MINUTE_MS;
const offsetOnDay = (day: number): number | null =>
  remembered(offsets, day, () => {
    const [first, last] = [offsetAt(day * DAY_MS), offsetAt((day + 1) * DAY_MS - 1)];
    return first === last ? first : null;
  });

const localHourAt = (ms: number): LocalHour =>
  remembered(hoursByNumber, Math.floor(ms / HOUR_MS), () => {
    const local = instant(ms + (offsetOnDay(Math.floor(ms / DAY_MS)) ?? offsetAt(ms)));
    return { date: local.slice(0, 10), hour: local.slice(11, 13) };
  });
/** One moment is asked about several times in a row. */
let lastAsked: { readonly at: Instant; readonly hour: LocalHour } | undefined;

function localHour(at: Instant): LocalHour {
  if (lastAsked?.at === at) return lastAsked.hour;
  const hour = remembered(hours, at.slice(0, 13), () => localHourAt(milliseconds(at)));
  lastAsked = { at, hour };
  return hour;
}

/** The same as `localDate`, of a moment in milliseconds. */
export const localDateAt = (ms: number): PlainDate => localHourAt(ms).date;
export const localDate = (at: Instant): PlainDate => localHour(at).date;

/** What a clock on the wall shows. In the night when the clocks go back, an hour is shown twice. */
export const localTime = (at: Instant): TimeOfDay => `${localHour(at).hour}${at.slice(13, 16)}`;

/** The instant at which a local date and time of day happen. A time that the clocks skip moves on by an hour. */
export const localInstant = (date: PlainDate, time: TimeOfDay): Instant =>
  remembered(instants, `${date}T${time}`, () =>
    instant(DateTime.fromISO(`${date}T${time}`, { zone: ZONE }).toMillis()),
  );

export const daysFrom = (date: PlainDate, days: number): PlainDate =>
  instant(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).slice(0, 10);
/** The same few days are gone through again and again. */
const daysAfter = new Map<PlainDate, PlainDate>();
const daysBefore = new Map<PlainDate, PlainDate>();
export const dayAfter = (date: PlainDate): PlainDate => remembered(daysAfter, date, () => daysFrom(date, 1));
export const dayBefore = (date: PlainDate): PlainDate =>
  remembered(daysBefore, date, () => daysFrom(date, -1));
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: PlainDate): number =>
  remembered(weekdays, date, () => new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
const weekdays = new Map<PlainDate, number>();

/** Monday to Friday, and not one of the given bank holidays. */
export const isWorkingDay = (date: PlainDate, bankHolidays: ReadonlySet<PlainDate>): boolean =>
  weekdayOf(date) <= 5 && !bankHolidays.has(date);

/**
 * When a span that starts now is over. Hours run through nights and holidays. Working days are counted from
 * the next working day, and end at CLOSE_OF_DAY, local time.
 */
export function endOf(span: Span, from: Instant, bankHolidays: ReadonlySet<PlainDate>): Instant {
  if ("hours" in span) return instant(milliseconds(from) + span.hours * 3_600_000);
  const { workingDays } = span;
  const day = localDate(from);
  return remembered(endsBy(bankHolidays), `${day}+${workingDays}`, () => {
    let last = day;
    for (let left = workingDays; left > 0; ) {
      last = dayAfter(last);
      if (isWorkingDay(last, bankHolidays)) left -= 1;
    }
    return localInstant(last, CLOSE_OF_DAY);
  });
}

/** When spans of working days end: alike for all that begin on one day, so remembered as long as its holidays are. */
const ends = new WeakMap<ReadonlySet<PlainDate>, Map<string, Instant>>();

function endsBy(bankHolidays: ReadonlySet<PlainDate>): Map<string, Instant> {
  const known = ends.get(bankHolidays);
  if (known !== undefined) return known;
  const made = new Map<string, Instant>();
  ends.set(bankHolidays, made);
  return made;
}

/** Whole months lived on a date. A child born on the 31st is a month older on the 1st after a shorter month. */
export function ageInMonths(bornOn: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  const months = years * 12 + Number(on.slice(5, 7)) - Number(bornOn.slice(5, 7));
  return on.slice(8) >= bornOn.slice(8) ? months : months - 1;
}

/** Whole years lived on a date. A child born on 29 February has a birthday on 1 March in other years. */
export function ageInYears(bornOn: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

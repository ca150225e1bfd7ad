import { z } from "zod";
import { line } from "~/domain/journeys/input";
import { typedDate } from "~/domain/shared/plain-date";
import { daysFrom, type PlainDate, weekdayOf } from "~/domain/shared/time";

/** Which times of a diary an address asks for: a week of one service, or a day of one or, with `offer` empty, of all. */
export interface DiaryAsked {
  readonly offer: string;
  /** The first of the days shown, a Monday for a week. */
  readonly from: PlainDate;
  readonly days: 1 | 7;
  /** Whom a time is chosen for, a fulfilment; empty for nobody. */
  readonly move: string;
  readonly done: string;
  readonly count: number;
  readonly left: number;
}

const number = line.transform((text) => (/^\d{1,5}$/.test(text) ? Number(text) : 0));
const Asked = z.object({
  offer: line,
  week: line,
  day: line,
  move: line,
  done: line,
  count: number,
  left: number,
});

/** What is no day is today, and no week is this one. */
export function readDiaryQuery(query: URLSearchParams, today: PlainDate): DiaryAsked {
  const { week, day, ...asked } = Asked.parse(Object.fromEntries(query));
  const one = dateOf(day);
  if (one !== undefined) return { ...asked, from: one, days: 1 };
  return { ...asked, from: mondayOf(dateOf(week) ?? today), days: 7 };
}

export const mondayOf = (day: PlainDate): PlainDate => daysFrom(day, 1 - weekdayOf(day));

function dateOf(text: string): PlainDate | undefined {
  const [year = "", month = "", day = ""] = text.split("-");
  return typedDate(day, month, year);
}

import { daysFrom, type Instant, localDate, type PlainDate } from "../shared/time";
import { weekOf } from "../simulation/weeks";

/** A stretch of whole weeks, from a Monday until a Sunday, both counted; the last one may not be over yet. */
export interface FlowPeriod {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

export const PERIOD_CHOICES = ["weeks", "quarter", "year", "own"] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

const WEEKS: Readonly<Record<Exclude<PeriodChoice, "own">, number>> = { weeks: 4, quarter: 13, year: 52 };
/** A period is no longer than this, so that a page is made in time. */
export const MOST_WEEKS = 105;

/** The week in which something was asked for, by its Monday. */
export const weekAsked = (at: Instant): PlainDate => weekOf(localDate(at));

/** So many whole weeks before this one, and this one. */
export const lastWeeks = (choice: Exclude<PeriodChoice, "own">, today: PlainDate): FlowPeriod => ({
  from: daysFrom(weekOf(today), -7 * WEEKS[choice]),
  until: daysFrom(weekOf(today), 6),
});

/**
 * The whole weeks that two days lie in: periods that differ by a day would tell what happened on that day. Undefined
 * when they are the wrong way round, begin in the future, or are more than MOST_WEEKS apart.
 */
export function ownWeeks(from: PlainDate, until: PlainDate, today: PlainDate): FlowPeriod | undefined {
  const period = { from: weekOf(from), until: daysFrom(weekOf(until), 6) };
  return until < from || from > today || mondaysOf(period).length > MOST_WEEKS ? undefined : period;
}

/** The Mondays of a period's weeks. */
export function mondaysOf({ from, until }: FlowPeriod): readonly PlainDate[] {
  const mondays: PlainDate[] = [];
  // No longer than it takes to see that it is too long.
  for (let day = from; day <= until && mondays.length <= MOST_WEEKS; day = daysFrom(day, 7))
    mondays.push(day);
  return mondays;
}

/** How a trend over a period is told: by week, or over more than half a year by month. */
export const stepOf = (period: FlowPeriod): "week" | "month" =>
  mondaysOf(period).length > 27 ? "month" : "week";

/** The step that a week belongs to: its Monday, or the first of the month that its Monday is in. */
export const stepKey = (step: "week" | "month", monday: PlainDate): PlainDate =>
  step === "week" ? monday : `${monday.slice(0, 7)}-01`;

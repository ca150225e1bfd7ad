import { daysFrom, type Instant, localDate, type PlainDate } from "../shared/time";
import { weekOf } from "../simulation/weeks";

/** A stretch of whole weeks that are over, from a Monday until a Sunday, both counted. */
export interface FlowPeriod {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

export const PERIOD_CHOICES = ["weeks", "quarter", "year", "own"] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

const WEEKS: Readonly<Record<Exclude<PeriodChoice, "own">, number>> = { weeks: 4, quarter: 13, year: 52 };

/** The week in which something was asked for, by its Monday. */
export const weekAsked = (at: Instant): PlainDate => weekOf(localDate(at));

/** The last so many weeks that are over. What happens this week is not shown yet, so that nobody is seen to come in. */
export const lastWeeks = (choice: Exclude<PeriodChoice, "own">, today: PlainDate): FlowPeriod => ({
  from: daysFrom(weekOf(today), -7 * WEEKS[choice]),
  until: daysFrom(weekOf(today), -1),
});

/**
 * The smallest of a month, a quarter and a year that holds the weeks of two days. There are no other stretches of one's
 * own, for what two of them leave over between them would be a few days or a few people. Undefined when the days are the
 * wrong way round, in different years, or the first of them is in no week that is over. A month is the weeks whose
 * Monday is in it. What is not over yet is left out.
 */
export function periodHolding(from: PlainDate, until: PlainDate, today: PlainDate): FlowPeriod | undefined {
  const [first, last] = [weekOf(from), weekOf(until)];
  if (until < from || first >= weekOf(today)) return undefined;
  const whole = STRETCHES.find((months) => startOf(first, months) === startOf(last, months));
  if (whole === undefined) return undefined;
  const over = daysFrom(weekOf(today), -1);
  const start = startOf(first, whole);
  const end = daysFrom(mondayFrom(monthsAfter(start, whole)), -1);
  return { from: mondayFrom(start), until: earlierOf(end, over) };
}

/** In months. */
const STRETCHES = [1, 3, 12] as const;

/** The first day of the month, quarter or year that a Monday is in. */
function startOf(monday: PlainDate, months: (typeof STRETCHES)[number]): PlainDate {
  const month = Number(monday.slice(5, 7)) - 1;
  return dayOf(Number(monday.slice(0, 4)), month - (month % months));
}

const monthsAfter = (first: PlainDate, months: number): PlainDate => {
  const month = Number(first.slice(5, 7)) - 1 + months;
  return dayOf(Number(first.slice(0, 4)) + Math.floor(month / 12), month % 12);
};

/** January is 0. */
const dayOf = (year: number, month: number): PlainDate => `${year}-${String(month + 1).padStart(2, "0")}-01`;

const earlierOf = (...days: readonly [PlainDate, PlainDate]): PlainDate => [...days].sort()[0] as PlainDate;

/** That day, or the first Monday after it. */
const mondayFrom = (day: PlainDate): PlainDate => (weekOf(day) === day ? day : daysFrom(weekOf(day), 7));

/** The Mondays of a period's weeks. */
export function mondaysOf({ from, until }: FlowPeriod): readonly PlainDate[] {
  const mondays: PlainDate[] = [];
  for (let day = from; day <= until; day = daysFrom(day, 7)) mondays.push(day);
  return mondays;
}

/** How a trend over a period is told: by week, or over more than half a year by month. */
export const stepOf = (period: FlowPeriod): "week" | "month" =>
  mondaysOf(period).length > 27 ? "month" : "week";

/** The step that a week belongs to: its Monday, or the first of the month that its Monday is in. */
export const stepKey = (step: "week" | "month", monday: PlainDate): PlainDate =>
  step === "week" ? monday : `${monday.slice(0, 7)}-01`;

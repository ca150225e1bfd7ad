import {
  dayAfter,
  isWorkingDay,
  localDateAt,
  localInstant,
  milliseconds,
  type PlainDate,
} from "../shared/time";

const OPENS = "09:00";
const HOUR = 3_600_000;
/** From nine to five, local time. */
const HOURS_A_DAY = 8;
const STEP = 5 * 60_000;
const STEPS_A_DAY = (HOURS_A_DAY * HOUR) / STEP;

/** A day, and the working day it is or comes before. */
interface Day {
  readonly day: PlainDate;
  readonly works: boolean;
  /** When a working day begins, in milliseconds. */
  readonly opens: number;
}

/** Working days, from nine to five local time. Moments are in milliseconds; days that were looked for are kept. */
export class WorkingTime {
  readonly #bankHolidays: ReadonlySet<PlainDate>;
  readonly #days = new Map<PlainDate, Day>();
  readonly #next = new Map<PlainDate, Day>();

  constructor(bankHolidays: ReadonlySet<PlainDate>) {
    this.#bankHolidays = bankHolidays;
  }

  /** When so many hours have been worked. */
  after(from: number, hours: number): number {
    let left = hours * HOUR;
    for (let at = this.#dayOf(localDateAt(from)); ; at = this.#after(at)) {
      if (!at.works) continue;
      const begins = Math.max(from, at.opens);
      const closes = at.opens + HOURS_A_DAY * HOUR;
      if (begins + left < closes) return begins + Math.floor(left);
      left -= Math.max(0, closes - begins);
    }
  }

  /** A time of the first working day that is not before a moment's: early or late in it by luck from 0 up to 1. */
  timeOn(from: number, luck: number): number {
    let at = this.#dayOf(localDateAt(from));
    if (!at.works) at = this.#after(at);
    return at.opens + Math.floor(luck * STEPS_A_DAY) * STEP;
  }

  #dayOf(day: PlainDate): Day {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const works = isWorkingDay(day, this.#bankHolidays);
    const made = { day, works, opens: milliseconds(localInstant(day, OPENS)) };
    this.#days.set(day, made);
    return made;
  }

  /** The working day after a day. */
  #after({ day }: Day): Day {
    const known = this.#next.get(day);
    if (known !== undefined) return known;
    let next = this.#dayOf(dayAfter(day));
    while (!next.works) next = this.#dayOf(dayAfter(next.day));
    this.#next.set(day, next);
    return next;
  }
}

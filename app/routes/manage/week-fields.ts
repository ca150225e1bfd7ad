import type { z } from "zod";
import type { WeekHours } from "~/domain/directory/newcomers";
import { timeOfDay } from "~/domain/fulfilment/appointment-time";
import { line, ticked } from "~/domain/journeys/input";

/** Days of the week and two times, as the fields of a form. */
export const WEEK_FIELDS = { days: ticked, opens: line, closes: line };

interface TypedWeek {
  readonly days: readonly string[];
  readonly opens: string;
  readonly closes: string;
}

interface WeekWords {
  readonly days: string;
  readonly opens: string;
  readonly closes: string;
  readonly order: string;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The hours that were typed, the same on each day; says by field what is to be put right. */
export function weekHours(
  { days, opens, closes }: TypedWeek,
  words: WeekWords,
  checked: z.RefinementCtx,
): WeekHours | undefined {
  const wrong = (field: keyof TypedWeek, message: string) => {
    checked.addIssue({ code: "custom", path: [field], message });
    return undefined;
  };
  const chosen = WEEKDAYS.filter((weekday) => days.includes(String(weekday)));
  const from = timeOfDay(opens);
  const until = timeOfDay(closes);
  if (chosen.length === 0) wrong("days", words.days);
  if (from === undefined) wrong("opens", words.opens);
  if (until === undefined) return wrong("closes", words.closes);
  if (chosen.length === 0 || from === undefined) return undefined;
  return until <= from ? wrong("closes", words.order) : { days: chosen, opens: from, closes: until };
}

import type { OpeningHours, SlotPattern } from "~/domain/directory/types";
import type { TimeOfDay } from "~/domain/shared/time";

type Weekday = OpeningHours["weekday"];

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const MONDAY_TO_SATURDAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6];
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The same hours on each of some days. */
export const open = (days: readonly Weekday[], opens: TimeOfDay, closes: TimeOfDay): OpeningHours[] =>
  days.map((weekday) => ({ weekday, opens, closes }));

/** A diary of slots of so many minutes, in these sessions of the week. */
export const diary = (minutes: number, ...sessions: readonly OpeningHours[][]): SlotPattern => ({
  minutes,
  sessions: sessions.flat(),
});

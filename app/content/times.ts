import { type PartOfDay, partOfDay } from "~/domain/fulfilment/earlier-time";
import { timeInWords } from "~/domain/shared/moments-in-words";
import type { Instant } from "~/domain/shared/time";
import { dayWords } from "./deadlines";

/** Free times, by day and by part of the day, in words. */
export interface DayOfTimes {
  readonly day: string;
  readonly parts: readonly {
    readonly part: string;
    readonly times: readonly { readonly slotId: string; readonly words: string }[];
  }[];
}

interface FreeTime {
  readonly id: string;
  readonly startsAt: Instant;
}

/** Free times as a page shows them: by day, and within a day by morning, afternoon and evening. In order, soonest first. */
export function daysOfTimes(slots: readonly FreeTime[], now: Instant): readonly DayOfTimes[] {
  const days = new Map<string, Map<string, { slotId: string; words: string }[]>>();
  for (const { id, startsAt } of slots) {
    const day = dayWords(startsAt, now);
    const parts = days.get(day) ?? new Map<string, { slotId: string; words: string }[]>();
    const part = PARTS_OF_DAY_WORDS[partOfDay(startsAt)];
    parts.set(part, [...(parts.get(part) ?? []), { slotId: id, words: timeInWords(startsAt) }]);
    days.set(day, parts);
  }
  return [...days].map(([day, parts]) => ({
    day,
    parts: [...parts].map(([part, times]) => ({ part, times })),
  }));
}

export const PARTS_OF_DAY_WORDS: Readonly<Record<PartOfDay, string>> = {
  morning: "Morning",
  afternoon: "Afternoon",
  evening: "Evening",
};

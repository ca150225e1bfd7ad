import { DateTime } from "luxon";
import type { DayOfTimes } from "~/components/request/time-fields";
import { type Instant, ZONE } from "~/domain/shared/time";
import { dayWords, timeWords } from "./deadlines";

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
    const part = partOfDay(startsAt);
    parts.set(part, [...(parts.get(part) ?? []), { slotId: id, words: timeWords(startsAt) }]);
    days.set(day, parts);
  }
  return [...days].map(([day, parts]) => ({
    day,
    parts: [...parts].map(([part, times]) => ({ part, times })),
  }));
}

function partOfDay(at: Instant): string {
  const { hour } = DateTime.fromISO(at, { zone: ZONE });
  if (hour < 12) return "Morning";
  return hour < 17 ? "Afternoon" : "Evening";
}

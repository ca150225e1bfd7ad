import type { Priority } from "../directory/types";
import { type Instant, instant, localTime, milliseconds } from "../shared/time";
import { PRIORITY_RANK } from "./priority";

export const PARTS_OF_DAY = ["morning", "afternoon", "evening"] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** What a person wants of an earlier time; no parts of the day: any will do. */
export interface EarlierWish {
  readonly partsOfDay: readonly PartOfDay[];
}

/** Somebody who waits for an offer and wants to hear of an earlier time. */
export interface Waiting {
  readonly fulfilmentId: string;
  readonly wish: EarlierWish;
  readonly priority: Priority;
  /** Since when they wait for care. */
  readonly askedAt: Instant;
  /** The time that they have; null while they have none. */
  readonly startsAt: Instant | null;
}

/** How many people hear of a time at once. */
export const OFFERED_AT_ONCE = 5;
/** A time that is nearer than this is offered to nobody: they could not plan for it. */
const LEAST_NOTICE_MS = 4 * 3_600_000;
/** How long they can think about it, but never beyond the least time that anybody needs to get there. */
const OPEN_MS = 12 * 3_600_000;
const LEAST_TO_GET_THERE_MS = 2 * 3_600_000;

/** Until when a time that came free is offered; null when it is too near to be offered at all. */
export function offeredUntil(startsAt: Instant, now: Instant): Instant | null {
  const [at, from] = [milliseconds(startsAt), milliseconds(now)];
  if (at - from < LEAST_NOTICE_MS) return null;
  return instant(Math.min(from + OPEN_MS, at - LEAST_TO_GET_THERE_MS));
}

/** Morning until noon, afternoon until five, evening after it: by the local clock. */
export function partOfDay(at: Instant): PartOfDay {
  const time = localTime(at);
  if (time < "12:00") return "morning";
  return time < "17:00" ? "afternoon" : "evening";
}

/** The next people whom a time suits: it is earlier than theirs, and when they want it. The most pressing first, then who has waited longest. */
export function whoHears(waiting: readonly Waiting[], startsAt: Instant): readonly Waiting[] {
  const part = partOfDay(startsAt);
  return waiting
    .filter(
      (one) =>
        (one.startsAt === null || startsAt < one.startsAt) &&
        (one.wish.partsOfDay.length === 0 || one.wish.partsOfDay.includes(part)),
    )
    .sort(
      (one, other) =>
        PRIORITY_RANK[other.priority] - PRIORITY_RANK[one.priority] ||
        compare(one.askedAt, other.askedAt) ||
        compare(one.fulfilmentId, other.fulfilmentId),
    )
    .slice(0, OFFERED_AT_ONCE);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

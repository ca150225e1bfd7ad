import type { SlotTime } from "./slot-times";

/**
 * How a bookable time stands: anybody can have it, somebody holds it for a moment, somebody has booked it, or its
 * partner has blocked it.
 */
export type SlotStanding = "free" | "held" | "booked" | "blocked";

/** A time that a diary has. */
export interface StandingSlot extends SlotTime {
  readonly id: string;
  readonly standing: SlotStanding;
}

/** What it takes for a diary to have other times than it has. */
export interface SlotChanges<Slot extends StandingSlot = StandingSlot> {
  /** Free, and wanted no more. */
  readonly goes: readonly Slot[];
  /** Wanted, and not there. */
  readonly made: readonly SlotTime[];
  /** Wanted no more, and kept: somebody has it, is about to, or it is blocked. */
  readonly stays: readonly Slot[];
}

/**
 * What becomes of the times of a diary when others are wanted. Only what is free goes; and while something stays that
 * is wanted no more, no time is made that would lie across it.
 */
export function slotChanges<Slot extends StandingSlot>(
  there: readonly Slot[],
  wanted: readonly SlotTime[],
): SlotChanges<Slot> {
  const ends = new Map(wanted.map(({ startsAt, endsAt }) => [startsAt, endsAt]));
  const unwanted = there.filter(({ startsAt, endsAt }) => ends.get(startsAt) !== endsAt);
  const goes = unwanted.filter(({ standing }) => standing === "free");
  const stays = unwanted.filter(({ standing }) => standing !== "free");
  const kept = new Set(there.filter((slot) => !goes.includes(slot)).map(({ startsAt }) => startsAt));
  const made = wanted.filter(
    (time) => !kept.has(time.startsAt) && !stays.some((slot) => liesAcross(slot, time)),
  );
  return { goes, made, stays };
}

/** Whether two times share a moment. One that begins as the other ends does not. */
export const liesAcross = (one: SlotTime, other: SlotTime): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

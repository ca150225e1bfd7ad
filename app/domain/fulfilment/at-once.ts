import { liesAcross } from "../directory/slot-changes";
import type { SlotTime } from "../directory/slot-times";
import { sentence } from "../shared/in-words";
import { type Instant, instant, milliseconds } from "../shared/time";

/** A time that somebody has. */
export interface Taken extends SlotTime {
  readonly fulfilmentId: string;
}

/** How long a time of its own is taken to be, for an offer that has no length of its own. */
const USUAL_MINUTES = 30;

/** A time that was given outside the slots of a diary, as long as one of them. */
export const timeOfItsOwn = (startsAt: Instant, minutes: number | undefined): SlotTime => ({
  startsAt,
  endsAt: instant(milliseconds(startsAt) + (minutes ?? USUAL_MINUTES) * 60_000),
});

interface BookedSlot extends SlotTime {
  readonly fulfilmentId: string | null;
}

/** Who has which time of a diary: those of its slots that are booked, and the times that were given outside them. */
export function takenTimes(
  slots: readonly BookedSlot[],
  given: readonly {
    readonly fulfilmentId: string;
    readonly startsAt: Instant;
    readonly slotId: string | null;
  }[],
  minutes: number | undefined,
): readonly Taken[] {
  const booked = slots.flatMap(({ startsAt, endsAt, fulfilmentId }) =>
    fulfilmentId === null ? [] : [{ startsAt, endsAt, fulfilmentId }],
  );
  const own = given.flatMap(({ startsAt, slotId, fulfilmentId }) =>
    slotId === null ? [{ ...timeOfItsOwn(startsAt, minutes), fulfilmentId }] : [],
  );
  return [...booked, ...own];
}

/** Who else has a time that lies across this one. */
export const othersAt = (time: SlotTime, taken: readonly Taken[], fulfilmentId: string): readonly Taken[] =>
  taken.filter((other) => other.fulfilmentId !== fulfilmentId && liesAcross(other, time));

/** Why a time is not given at once: how many others are there, or that it is blocked. */
export function overbookWords(people: number, blocked: boolean): string {
  const there =
    people === 0 ? [] : [`${people === 1 ? "1 person has" : `${people} people have`} a time then already`];
  const said = sentence([...there, ...(blocked ? ["you have blocked that time"] : [])].join(", and "));
  return `${said}. Choose another, or tick to give it all the same`;
}

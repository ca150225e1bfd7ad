import { type Offer, type OfferState, type Overlay, UNKNOWN_STATE } from "../directory/types";
import { UNKNOWN_WAIT_DAYS } from "../routing/points";
import { type Instant, instant, milliseconds } from "../shared/time";

const WEEK = 7 * 86_400_000;
/** A Monday at midnight, UTC: weeks are counted from it. */
const MONDAY = Date.UTC(1970, 0, 5);
const DAY = 86_400_000;

/** The first week in which an offer has a place left, and how many of that week are taken. */
interface Taken {
  week: number;
  taken: number;
}

/**
 * The places of each offer, week by week, as they are used up. While the week's are gone the offer has a waiting list,
 * and its next free time is in the first week with a place left, or after its usual wait when that is later: using
 * capacity up never makes an offer look better. Time only goes forward.
 */
export class Places {
  readonly #recorded: Overlay;
  readonly #placesAWeek: (offer: Offer) => number;
  readonly #overlay: Map<string, OfferState>;
  readonly #taken = new Map<string, Taken>();
  readonly #full = new Map<string, Taken>();
  #week = Number.NEGATIVE_INFINITY;

  constructor(recorded: Overlay, placesAWeek: (offer: Offer) => number) {
    this.#recorded = recorded;
    this.#placesAWeek = placesAWeek;
    this.#overlay = new Map(recorded);
  }

  /** What is known of every offer at a moment; good until the next call. */
  at(now: Instant): Overlay {
    const week = weekOf(milliseconds(now));
    if (week !== this.#week) {
      this.#week = week;
      for (const [offerId, taken] of this.#full) if (taken.week <= week) this.#reopen(offerId);
    }
    return this.#overlay;
  }

  /** Takes one place at the moment of the last `at`. */
  take(offer: Offer, now: Instant): void {
    const places = Math.max(1, Math.floor(this.#placesAWeek(offer)));
    const taken = this.#taken.get(offer.id) ?? { week: this.#week, taken: 0 };
    if (taken.week < this.#week) {
      taken.week = this.#week;
      taken.taken = 0;
    }
    taken.taken += 1;
    if (taken.taken >= places) {
      taken.week += 1;
      taken.taken = 0;
    }
    this.#taken.set(offer.id, taken);
    if (taken.week > this.#week) this.#fill(offer, taken, now);
  }

  #fill(offer: Offer, taken: Taken, now: Instant): void {
    const recorded = this.#recorded.get(offer.id);
    const first = MONDAY + taken.week * WEEK;
    this.#full.set(offer.id, taken);
    this.#overlay.set(offer.id, {
      ...(recorded ?? UNKNOWN_STATE),
      capacity: recorded?.capacity === "no-capacity" ? "no-capacity" : "waitlist",
      capacityConfirmedAt: now,
      nextFreeAt: instant(Math.max(first, usualTime(offer, recorded, now))),
    });
  }

  #reopen(offerId: string): void {
    const recorded = this.#recorded.get(offerId);
    this.#full.delete(offerId);
    if (recorded === undefined) this.#overlay.delete(offerId);
    else this.#overlay.set(offerId, recorded);
  }
}

/** When the offer would see somebody who asks now, as routing takes it while there are places. */
function usualTime(offer: Offer, recorded: OfferState | undefined, now: Instant): number {
  const free = recorded?.nextFreeAt ?? null;
  if (free !== null && free >= now) return milliseconds(free);
  return milliseconds(now) + (offer.wait?.days ?? UNKNOWN_WAIT_DAYS) * DAY;
}

const weekOf = (ms: number): number => Math.floor((ms - MONDAY) / WEEK);

/** How many people an offer's own diary has room for in a week; null when it has no diary. */
export function placesInDiary({ slots }: Offer): number | null {
  if (slots === null) return null;
  return slots.sessions.reduce(
    (sum, { opens, closes }) => sum + Math.floor((minutesOf(closes) - minutesOf(opens)) / slots.minutes),
    0,
  );
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

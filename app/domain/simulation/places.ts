import { type Offer, type OfferState, type Overlay, UNKNOWN_STATE } from "../directory/types";
import { UNKNOWN_WAIT_DAYS } from "../routing/points";
import { type Instant, instant, milliseconds } from "../shared/time";

const WEEK = 7 * 86_400_000;
/** A Monday at midnight, UTC: weeks are counted from it. */
const MONDAY = Date.UTC(1970, 0, 5);
const DAY = 86_400_000;

/** How many people an offer sees in a week of which nothing else is known. */
export const OTHERWISE_A_WEEK = 10;

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
  /** What is said of each, but for its places. */
  readonly #told: Map<string, OfferState>;
  readonly #placesAWeek: (offer: Offer) => number;
  readonly #overlay: Map<string, OfferState>;
  readonly #taken = new Map<string, Taken>();
  readonly #full = new Map<string, Taken>();
  #week = Number.NEGATIVE_INFINITY;

  constructor(recorded: Overlay, placesAWeek: (offer: Offer) => number) {
    this.#told = new Map(recorded);
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

  /** Says something new of an offer. What is said of its room and its next time waits while its places are gone. */
  tell(offerId: string, told: Partial<OfferState>): void {
    const known = { ...(this.#told.get(offerId) ?? UNKNOWN_STATE), ...told };
    this.#told.set(offerId, known);
    const shown = this.#full.has(offerId) ? this.#overlay.get(offerId) : undefined;
    if (shown === undefined) this.#overlay.set(offerId, known);
    else this.#overlay.set(offerId, { ...shown, kept: known.kept, given: known.given });
  }

  /** Whether the places of this week, and so perhaps of more, are gone. */
  isFull = (offerId: string): boolean => this.#full.has(offerId);

  /** When it would see somebody who asks at the moment of the last `at`, in milliseconds. */
  seesAt(offer: Offer, now: Instant): number {
    const full = this.#full.get(offer.id);
    const usual = usualTime(offer, this.#told.get(offer.id), now);
    return full === undefined ? usual : Math.max(MONDAY + full.week * WEEK, usual);
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
    const told = this.#told.get(offer.id);
    const first = MONDAY + taken.week * WEEK;
    this.#full.set(offer.id, taken);
    this.#overlay.set(offer.id, {
      ...(told ?? UNKNOWN_STATE),
      capacity: told?.capacity === "no-capacity" ? "no-capacity" : "waitlist",
      capacityConfirmedAt: now,
      nextFreeAt: instant(Math.max(first, usualTime(offer, told, now))),
    });
  }

  #reopen(offerId: string): void {
    const told = this.#told.get(offerId);
    this.#full.delete(offerId);
    if (told === undefined) this.#overlay.delete(offerId);
    else this.#overlay.set(offerId, told);
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

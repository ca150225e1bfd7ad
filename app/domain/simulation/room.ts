import type { Directory } from "../directory/directory";
import { firstSlotTime } from "../directory/slot-times";
import type { Offer, OfferState, Overlay } from "../directory/types";
import { dayAfter, daysFrom, type Instant, localDate, milliseconds, type PlainDate } from "../shared/time";
import { Places, placesInDiary } from "./places";
import { TrackRecord } from "./track-record";

/** How far ahead the next time of a diary is looked for. */
const DIARY_DAYS = 14;
const WEEK_DAYS = 7;
/** A Monday. */
const MONDAY = Date.UTC(1970, 0, 5);

const weekOf = (day: PlainDate): number =>
  Math.floor((Date.parse(`${day}T00:00:00Z`) - MONDAY) / (WEEK_DAYS * 86_400_000));

/** What an offer counts under: a partner's record is by service. */
const keyOf = ({ organisationId, serviceId }: Offer): string => `${organisationId}/${serviceId}`;

/**
 * What is known of every offer as a simulation goes on: its places are used up, diaries show their next time each day,
 * and what partners were given and kept moves their rank each week. Time only goes forward.
 */
export class RoomAsItGoes {
  readonly #directory: Directory;
  readonly #places: Places;
  readonly #track: TrackRecord;
  #today: PlainDate = "";

  constructor(
    directory: Directory,
    overlay: Overlay,
    from: Instant,
    placesAWeek: Readonly<Record<string, number>>,
    otherwise: number,
  ) {
    const places = new Map(
      directory.offers.map((offer) => [offer, placesAWeek[offer.id] ?? placesInDiary(offer) ?? otherwise]),
    );
    this.#directory = directory;
    this.#places = new Places(startOf(directory, overlay, from), (offer) => places.get(offer) ?? otherwise);
    this.#track = new TrackRecord(milliseconds(from));
  }

  /** What routing reads at a moment; good until the next call. */
  at(now: Instant): Overlay {
    const today = localDate(now);
    if (today > this.#today) this.#newDay(today, now);
    return this.#places.at(now);
  }

  /** At the moment of the last `at`. */
  isFull = (offer: Offer, now: Instant): boolean =>
    this.#places.isFull(offer.id) || this.#places.at(now).get(offer.id)?.capacity === "no-capacity";

  /** In milliseconds. */
  seesAt = (offer: Offer, now: Instant): number => this.#places.seesAt(offer, now);

  /** Takes a place of the week. Who only refers people on has as many as are wanted. */
  take(offer: Offer, now: Instant): void {
    if (offer.role === "provider") this.#places.take(offer, now);
  }

  given = (offer: Offer, at: Instant): void => this.#track.given(keyOf(offer), milliseconds(at));

  settled = (offer: Offer, isKept: boolean, at: Instant): void =>
    this.#track.settled(keyOf(offer), isKept, milliseconds(at));

  #newDay(today: PlainDate, now: Instant): void {
    const isNewWeek = this.#today === "" || weekOf(today) !== weekOf(this.#today);
    this.#today = today;
    const { offers, bankHolidays } = this.#directory;
    for (const offer of offers) {
      if (offer.role !== "provider") continue;
      if (offer.slots !== null) {
        this.#places.tell(offer.id, {
          nextFreeAt: firstSlotTime(offer.slots, dayAfter(today), daysFrom(today, DIARY_DAYS), bankHolidays),
        });
      }
      if (isNewWeek) {
        const standing = this.#track.standing(keyOf(offer), milliseconds(now));
        this.#places.tell(offer.id, { ...standing, capacityConfirmedAt: now });
      }
    }
  }
}

/** Nothing was given or kept yet. Of what was said of room, only that there is none holds: the rest follows from the requests. */
const startOf = ({ offers }: Directory, overlay: Overlay, from: Instant): Overlay =>
  new Map(
    offers.flatMap(({ id, role }): [string, OfferState][] => {
      if (role !== "provider") return [];
      const capacity = overlay.get(id)?.capacity === "no-capacity" ? "no-capacity" : "capacity";
      return [[id, { capacity, capacityConfirmedAt: from, nextFreeAt: null, kept: null, given: 0 }]];
    }),
  );

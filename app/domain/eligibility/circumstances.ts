import type { Need } from "../routing/types";
import { outcodeOf } from "../shared/identifiers";
import { ageInYears, type Instant, localDate, type PlainDate } from "../shared/time";

/** A need as the rules read it: worked out once a decision. */
export interface Circumstances {
  readonly need: Need;
  readonly brandName: string;
  /** The local date of `now`. */
  readonly today: PlainDate;
  /** Whole years; null when the date of birth is not known yet. */
  readonly age: number | null;
  readonly outcode: string | null;
  readonly reachKm: number;
}

export function circumstancesOf(need: Need, brandName: string, reachKm: number, now: Instant): Circumstances {
  const today = dateAt(now);
  return {
    need,
    brandName,
    today,
    age: need.person.bornOn === null ? null : ageInYears(need.person.bornOn, today),
    outcode: need.place === null ? null : outcodeOf(need.place.postcode),
    reachKm,
  };
}

/** The local date changes only on the hour, and finding it takes longer than judging an offer: so it is remembered by hour. */
const datesByHour = new Map<string, PlainDate>();
const HOURS_REMEMBERED = 20_000;

function dateAt(now: Instant): PlainDate {
  const hour = now.slice(0, 13);
  const known = datesByHour.get(hour);
  if (known !== undefined) return known;
  if (datesByHour.size >= HOURS_REMEMBERED) datesByHour.clear();
  const date = localDate(now);
  datesByHour.set(hour, date);
  return date;
}

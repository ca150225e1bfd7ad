import type { Brand, Policy } from "../directory/types";
import type { Need, SpecialNeeds } from "../routing/types";
import { outcodeOf } from "../shared/identifiers";
import { ageInMonths, endOf, type Instant, localDate, type PlainDate } from "../shared/time";

/** A need as the rules read it: worked out once a decision. */
export interface Circumstances extends SpecialNeeds {
  readonly need: Need;
  readonly brandName: string;
  readonly now: Instant;
  /** The local date of `now`. */
  readonly today: PlainDate;
  readonly bankHolidays: ReadonlySet<PlainDate>;
  /** When the promise to somebody whose need cannot wait is due; null when it is routine. */
  readonly soonBy: Instant | null;
  /** Whole months; null when the date of birth is not known yet. */
  readonly ageMonths: number | null;
  readonly outcode: string | null;
  readonly reachKm: number;
}

/** What of a directory circumstances are worked out from: a stored decision keeps as much. */
export interface JudgedBy {
  readonly brand: Pick<Brand, "name">;
  readonly policy: Pick<Policy, "reachKm" | "promiseWithin">;
  readonly bankHolidays: ReadonlySet<PlainDate>;
}

const NOTHING_SPECIAL: SpecialNeeds = { access: [], language: null, condition: null };

export function circumstancesOf(
  need: Need,
  { brand, policy, bankHolidays }: JudgedBy,
  now: Instant,
): Circumstances {
  const today = localDate(now);
  const { access, language, condition } = need.needs ?? NOTHING_SPECIAL;
  return {
    need,
    access,
    language,
    condition,
    brandName: brand.name,
    now,
    today,
    bankHolidays,
    soonBy:
      need.priority === "routine" ? null : endOf(policy.promiseWithin[need.priority], now, bankHolidays),
    ageMonths: need.person.bornOn === null ? null : ageInMonths(need.person.bornOn, today),
    outcode: need.place === null ? null : outcodeOf(need.place.postcode),
    reachKm: policy.reachKm,
  };
}

import { GIVEN_DAYS, KEPT_DAYS, type OfferState } from "../directory/types";

/** What a partner did for one service, week by week. */
interface Weeks {
  readonly given: number[];
  readonly kept: number[];
  readonly broken: number[];
}

const WEEK = 7 * 86_400_000;
const KEPT_WEEKS = KEPT_DAYS / 7;
const GIVEN_WEEKS = GIVEN_DAYS / 7;

/** What partners were given and kept of late, as ranking reads it: counted by whole weeks before the one that runs. */
export class TrackRecord {
  readonly #from: number;
  readonly #partners = new Map<string, Weeks>();

  constructor(from: number) {
    this.#from = from;
  }

  given = (key: string, at: number): void => this.#count(key, "given", at);

  /** What came of a promise: counted in the week in which it did. */
  settled = (key: string, isKept: boolean, at: number): void =>
    this.#count(key, isKept ? "kept" : "broken", at);

  standing(key: string, now: number): Pick<OfferState, "kept" | "given"> {
    const weeks = this.#partners.get(key);
    if (weeks === undefined) return { kept: null, given: 0 };
    const week = this.#weekOf(now);
    const kept = sumOf(weeks.kept, week, KEPT_WEEKS);
    const broken = sumOf(weeks.broken, week, KEPT_WEEKS);
    return {
      kept: kept + broken === 0 ? null : { kept, broken },
      given: sumOf(weeks.given, week, GIVEN_WEEKS),
    };
  }

  #weekOf = (at: number): number => Math.floor((at - this.#from) / WEEK);

  #count(key: string, what: keyof Weeks, at: number): void {
    const weeks = this.#partners.get(key) ?? { given: [], kept: [], broken: [] };
    const week = this.#weekOf(at);
    weeks[what][week] = (weeks[what][week] ?? 0) + 1;
    this.#partners.set(key, weeks);
  }
}

function sumOf(counts: readonly number[], before: number, weeks: number): number {
  let sum = 0;
  for (let week = Math.max(0, before - weeks); week < before; week += 1) sum += counts[week] ?? 0;
  return sum;
}

import type { Directory } from "../directory/directory";
import { kilometres, onSphere, rowsOf, type ServiceIndex, squaredChord } from "../directory/service-index";
import type { Circumstances } from "../eligibility/circumstances";
import { firstFailedOn, firstFailedOnDay } from "../eligibility/judge";
import { RULES } from "../eligibility/rules";
import { remembered } from "../shared/remembered";
import type { PlainDate } from "../shared/time";
import { Nearest } from "./nearest";
import { scanAround } from "./scan";
import type { Rule } from "./types";

/** A row of the service's index. */
export interface Found {
  readonly row: number;
  /** From the person's place to where care is given; null when either is not known or care has no place. */
  readonly km: number | null;
  /** The same, or else to the offer's organisation: what a catchment by radius goes by. */
  readonly kmToCentre: number | null;
}

export interface Gathered {
  /** The eligible, in the order in which they are shown: a longer list begins with the shorter one. */
  readonly eligible: readonly Found[];
  /** Of those that failed, the nearest. */
  readonly failed: readonly Found[];
  readonly notShown: { readonly eligible: number; readonly failed: Readonly<Partial<Record<Rule, number>>> };
}

/** How many of the failed are explained one by one; the others are counted. */
const FAILED_SHOWN = 10;
const UNMET = 255;
const place = (rule: Rule): number => RULES.findIndex((each) => each.rule === rule);
const PASSES = RULES.length;
const REGISTERED_LIST = place("registered-list");
const CATCHMENT = place("catchment");
const ALREADY_ASKED = place("already-asked");
const REACH = place("reach");

/**
 * Sorts all of a service's offers into eligible and failed, and keeps the first `most` eligible ones. First come those
 * of the person's own practice and of who looks after them already; then, by turns, the nearest with a place and those
 * without one, so that neither kind can crowd out the other.
 */
export function gather(
  directory: Directory,
  index: ServiceIndex,
  given: Circumstances,
  most: number,
): Gathered {
  const sorting = new Sorting(directory, index, given, most);
  sorting.sortLocated();
  sorting.sortUnlocated();
  sorting.sortFavoured();
  sorting.setAskedApart();
  return sorting.result();
}

/**
 * Nearly all rows are only swept: counted by their terms, which say what rule they fail unless the row is the person's
 * own practice's or was asked already. Those few are set apart afterwards. A row is looked at by itself only when it is
 * near enough to be shown, so that a crowded city costs little more than a small town.
 */
class Sorting {
  readonly #index: ServiceIndex;
  readonly #given: Circumstances;
  readonly #most: number;
  readonly #own: number;
  readonly #favoured: readonly number[];
  readonly #asked: readonly number[];
  readonly #from: { readonly x: number; readonly y: number; readonly z: number } | null;
  /** The square of the chord that the policy's reach spans on the unit sphere. */
  readonly #reach: number;
  /** By terms: the place of the first rule they fail on this day, whoever asks. */
  readonly #failedOnDay: Uint8Array;
  /** The same of all rules. Filled as terms are met. */
  readonly #firstFailed: Uint8Array;
  /** Twice by terms: rows swept that are within their catchment by radius, then those beyond it. */
  readonly #swept: Uint32Array;
  /** By rule: rows set apart, less what was swept of them. */
  readonly #apart = new Int32Array(PASSES + 1);
  readonly #favouredRows: Found[] = [];
  readonly #located: Nearest;
  readonly #unlocated: Nearest;
  readonly #failed: Nearest;

  constructor(directory: Directory, index: ServiceIndex, given: Circumstances, most: number) {
    const { need } = given;
    const ods = need.person.registeredWith?.ods;
    const practice = ods === undefined ? undefined : directory.organisationByOds(ods);
    this.#index = index;
    this.#given = given;
    this.#most = most;
    this.#own = (practice && directory.organisationNumber(practice.id)) ?? -1;
    const known = need.preferences.knownTo.map((id) => directory.organisationNumber(id) ?? -1);
    this.#favoured = [...new Set([this.#own, ...known])].filter((number) => number >= 0);
    this.#asked = need.alreadyAsked.flatMap((id) => {
      const offer = directory.offer(id);
      const number = offer && directory.organisationNumber(offer.organisationId);
      return number === undefined ? [] : rowsOf(index, number).filter((row) => index.offers[row] === offer);
    });
    this.#from = need.place === null ? null : onSphere(need.place.position);
    this.#reach = squaredChord(given.reachKm);
    this.#failedOnDay = failedOnDay(index, given.today);
    this.#firstFailed = new Uint8Array(index.terms.length).fill(UNMET);
    this.#swept = new Uint32Array(2 * index.terms.length);
    this.#located = new Nearest(most, index.rank);
    this.#unlocated = new Nearest(most, index.rank);
    this.#failed = new Nearest(FAILED_SHOWN, index.rank);
  }

  sortLocated(): void {
    const { tree, located } = this.#index;
    const place = this.#given.need.place;
    if (tree === null) return;
    const sweep = (from: number, to: number) => this.#sweep(from, to, this.#reach, this.#located);
    if (place === null) sweep(0, located - 1);
    else scanAround(tree, place.position, this.#given.reachKm, sweep);
  }

  sortUnlocated(): void {
    const { located, offers } = this.#index;
    this.#sweep(located, offers.length - 1, Number.POSITIVE_INFINITY, this.#unlocated);
  }

  sortFavoured(): void {
    for (const number of this.#favoured) {
      const nearest = new Nearest(Number.POSITIVE_INFINITY, this.#index.rank);
      for (const row of rowsOf(this.#index, number)) {
        const distance = this.#distanceTo(row);
        const isPlaced = row < this.#index.located && !Number.isNaN(distance);
        this.#setApart(row, distance);
        this.#show(row, distance, nearest, isPlaced ? distance : 0);
      }
      this.#favouredRows.push(...nearest.inOrder().map(({ row }) => this.#found(row)));
    }
  }

  setAskedApart(): void {
    for (const row of this.#asked) {
      const distance = this.#distanceTo(row);
      if (!this.#isFavoured(row) && this.#wasSwept(row, distance)) this.#setApart(row, distance);
    }
  }

  result(): Gathered {
    const eligible = this.#favouredRows.slice(0, this.#most);
    const located = this.#located.inOrder();
    const unlocated = this.#unlocated.inOrder();
    for (let turn = 0; turn < Math.max(located.length, unlocated.length); turn += 1) {
      for (const next of [located[turn], unlocated[turn]]) {
        if (next !== undefined && eligible.length < this.#most) eligible.push(this.#found(next.row));
      }
    }
    const failed = this.#failed.inOrder().map(({ row }) => this.#found(row));
    const counts = this.#counts();
    for (const { row } of failed) addTo(counts, this.#failedRule(row, this.#distanceTo(row)), -1);
    const counted: Partial<Record<Rule, number>> = {};
    RULES.forEach(({ rule }, at) => {
      const count = counts[at] ?? 0;
      if (count > 0) counted[rule] = count;
    });
    return {
      eligible,
      failed,
      notShown: { eligible: (counts[PASSES] ?? 0) - eligible.length, failed: counted },
    };
  }

  /** Counts a run of rows by their terms, and looks at those that are near enough to be shown. Farther than `reach` is left out. */
  #sweep(from: number, to: number, reach: number, nearest: Nearest): void {
    const { points, terms, termsOf, radius, located } = this.#index;
    const { x, y, z } = this.#from ?? NOWHERE;
    const swept = this.#swept;
    const beyond = terms.length;
    let shownWithin = Math.max(nearest.farthest, this.#failed.farthest);
    for (let row = from; row <= to; row += 1) {
      const dx = (points[3 * row] ?? 0) - x;
      const dy = (points[3 * row + 1] ?? 0) - y;
      const dz = (points[3 * row + 2] ?? 0) - z;
      const distance = dx * dx + dy * dy + dz * dz;
      if (distance > reach) continue;
      const place = termsOf[row] ?? 0;
      const at = distance > (radius[place] ?? 0) ? beyond + place : place;
      swept[at] = (swept[at] ?? 0) + 1;
      // Of those without a place the first by rank are shown, which stand first: none is too far.
      if (distance > shownWithin || this.#isFavoured(row)) continue;
      const isPlaced = row < located && !Number.isNaN(distance);
      this.#show(row, distance, nearest, isPlaced ? distance : 0);
      shownWithin = Math.max(nearest.farthest, this.#failed.farthest);
    }
  }

  /** Takes a row among the nearest eligible or failed, if it is one of them. */
  #show(row: number, distance: number, nearest: Nearest, order: number): void {
    if (this.#failedRule(row, distance) === PASSES) nearest.offer(row, order);
    else this.#failed.offer(row, Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance);
  }

  /** By rule, the rows that fail it first; at PASSES the eligible. */
  #counts(): Int32Array {
    const { offers, terms } = this.#index;
    const counts = Int32Array.from(this.#apart);
    for (let place = 0; place < terms.length; place += 1) {
      const within = this.#swept[place] ?? 0;
      const beyond = this.#swept[terms.length + place] ?? 0;
      if (within > 0) addTo(counts, this.#ruleOfTerms(place, false), within);
      if (beyond > 0) addTo(counts, this.#ruleOfTerms(place, true), beyond);
    }
    // What no one looked at is beyond the policy's reach.
    addTo(counts, REACH, offers.length - counts.reduce((sum, count) => sum + count, 0));
    return counts;
  }

  /** Counts a row by itself, and no longer by its terms. */
  #setApart(row: number, distance: number): void {
    const terms = this.#index.termsOf[row] ?? 0;
    if (this.#wasSwept(row, distance)) {
      addTo(this.#apart, this.#ruleOfTerms(terms, distance > (this.#index.radius[terms] ?? 0)), -1);
    }
    addTo(this.#apart, this.#failedRule(row, distance), 1);
  }

  #wasSwept(row: number, distance: number): boolean {
    return row >= this.#index.located || !(distance > this.#reach);
  }

  #isFavoured(row: number): boolean {
    return this.#favoured.includes(this.#index.organisationOf[row] ?? 0);
  }

  /** The place of the first rule that the row fails, the same as `judge` finds; PASSES when it is eligible. */
  #failedRule(row: number, distance: number): number {
    const { termsOf, organisationOf, ownListOnly, radius, located } = this.#index;
    const terms = termsOf[row] ?? 0;
    const first = this.#firstFailedOn(terms);
    const isOwn = organisationOf[row] === this.#own;
    if (first > REGISTERED_LIST && ownListOnly[terms] === 1 && !isOwn) return REGISTERED_LIST;
    if (first > CATCHMENT && distance > (radius[terms] ?? 0)) return CATCHMENT;
    if (first > ALREADY_ASKED && this.#asked.length > 0 && this.#asked.includes(row)) return ALREADY_ASKED;
    if (first > REACH && distance > this.#reach && row < located && !isOwn) return REACH;
    return first;
  }

  /** The same for a swept row: within reach, of another's practice, and not asked already. */
  #ruleOfTerms(terms: number, isBeyond: boolean): number {
    const first = this.#firstFailedOn(terms);
    if (first > REGISTERED_LIST && this.#index.ownListOnly[terms] === 1) return REGISTERED_LIST;
    return first > CATCHMENT && isBeyond ? CATCHMENT : first;
  }

  #firstFailedOn(place: number): number {
    const known = this.#firstFailed[place] ?? UNMET;
    if (known !== UNMET) return known;
    const terms = this.#index.terms[place];
    if (terms === undefined) throw new Error("A row of the index has no terms");
    const first = firstFailedOn(terms, this.#given, this.#failedOnDay[place] ?? PASSES);
    this.#firstFailed[place] = first;
    return first;
  }

  #distanceTo(row: number): number {
    const { x, y, z } = this.#from ?? NOWHERE;
    const { points } = this.#index;
    const dx = (points[3 * row] ?? 0) - x;
    const dy = (points[3 * row + 1] ?? 0) - y;
    const dz = (points[3 * row + 2] ?? 0) - z;
    return dx * dx + dy * dy + dz * dz;
  }

  #found(row: number): Found {
    const distance = this.#distanceTo(row);
    const kmToCentre = Number.isNaN(distance) ? null : kilometres(distance);
    return { row, km: row < this.#index.located ? kmToCentre : null, kmToCentre };
  }
}

/** A person whose place is not known: every distance is NaN, which is never too far. */
const NOWHERE = { x: Number.NaN, y: Number.NaN, z: Number.NaN };

/** What terms fail on a day is the same for everybody, so it is remembered with the index. */
const byDay = new WeakMap<ServiceIndex, Map<PlainDate, Uint8Array>>();
/** Brands that have the same index have clocks of their own, and a what-if goes through a year. */
const DAYS_REMEMBERED = 8;

function failedOnDay(index: ServiceIndex, today: PlainDate): Uint8Array {
  const days = byDay.get(index) ?? new Map<PlainDate, Uint8Array>();
  byDay.set(index, days);
  return remembered(
    days,
    today,
    () => Uint8Array.from(index.terms, (terms) => firstFailedOnDay(terms, today)),
    DAYS_REMEMBERED,
  );
}

function addTo(counts: Int32Array, place: number, count: number): void {
  counts[place] = (counts[place] ?? 0) + count;
}

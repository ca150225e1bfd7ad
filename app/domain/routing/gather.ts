import type { Directory } from "../directory/directory";
import { onSphere, rowsOf, type ServiceIndex } from "../directory/service-index";
import type { Circumstances } from "../eligibility/circumstances";
import { firstFailedOn } from "../eligibility/judge";
import { RULES } from "../eligibility/rules";
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
const EARTH_DIAMETER_KM = 2 * 6371;
const UNTOUCHED = 255;
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
  sorting.sortFavoured();
  sorting.sortLocated();
  sorting.sortUnlocated();
  return sorting.result();
}

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
  /** By terms: the place of the first rule they fail. Filled as terms are met. */
  readonly #firstFailed: Uint8Array;
  readonly #ownListOnly: Uint8Array;
  readonly #radius: Float64Array;
  readonly #counts = new Uint32Array(PASSES + 1);
  #favouredRows: Found[] = [];
  readonly #located: Nearest;
  readonly #unlocated: Nearest;
  readonly #failed: Nearest;
  #seen = 0;

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
    this.#firstFailed = new Uint8Array(index.terms.length).fill(UNTOUCHED);
    this.#ownListOnly = new Uint8Array(index.terms.length);
    this.#radius = new Float64Array(index.terms.length);
    this.#located = new Nearest(most, index.rank);
    this.#unlocated = new Nearest(most, index.rank);
    this.#failed = new Nearest(FAILED_SHOWN, index.rank);
  }

  sortFavoured(): void {
    for (const number of this.#favoured) {
      const nearest = new Nearest(Number.POSITIVE_INFINITY, this.#index.rank);
      for (const row of rowsOf(this.#index, number)) {
        const distance = this.#distanceTo(row);
        const isPlaced = row < this.#index.located && !Number.isNaN(distance);
        if (this.#isEligible(row, distance)) nearest.offer(row, isPlaced ? distance : 0);
      }
      this.#favouredRows.push(...nearest.inOrder().map(({ row }) => this.#found(row)));
    }
  }

  sortLocated(): void {
    const { tree, located, organisationOf } = this.#index;
    const place = this.#given.need.place;
    const visit = (from: number, to: number): void => {
      for (let row = from; row <= to; row += 1) {
        if (this.#favoured.length > 0 && this.#favoured.includes(organisationOf[row] ?? 0)) continue;
        const distance = this.#distanceTo(row);
        if (distance > this.#reach) continue;
        if (this.#isEligible(row, distance)) this.#located.offer(row, Number.isNaN(distance) ? 0 : distance);
      }
    };
    if (tree === null) return;
    if (place === null) visit(0, located - 1);
    else scanAround(tree, place.position, this.#given.reachKm, visit);
  }

  sortUnlocated(): void {
    const { located, offers, organisationOf } = this.#index;
    for (let row = located; row < offers.length; row += 1) {
      if (this.#favoured.includes(organisationOf[row] ?? 0)) continue;
      if (this.#isEligible(row, this.#distanceTo(row))) this.#unlocated.offer(row, 0);
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
    for (const { row } of failed) this.#count(this.#failedRule(row, this.#distanceTo(row)), -1);
    // What no one looked at is beyond the policy's reach.
    this.#count(REACH, this.#index.offers.length - this.#seen);
    const counted: Partial<Record<Rule, number>> = {};
    RULES.forEach(({ rule }, at) => {
      const count = this.#counts[at] ?? 0;
      if (count > 0) counted[rule] = count;
    });
    return {
      eligible,
      failed,
      notShown: { eligible: (this.#counts[PASSES] ?? 0) - eligible.length, failed: counted },
    };
  }

  #isEligible(row: number, distance: number): boolean {
    const failed = this.#failedRule(row, distance);
    this.#seen += 1;
    this.#count(failed, 1);
    if (failed === PASSES) return true;
    this.#failed.offer(row, Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance);
    return false;
  }

  /** The place of the first rule that the row fails, the same as `judge` finds; PASSES when it is eligible. */
  #failedRule(row: number, distance: number): number {
    const { termsOf, organisationOf, located } = this.#index;
    const place = termsOf[row] ?? 0;
    let first = this.#firstFailed[place] ?? UNTOUCHED;
    if (first === UNTOUCHED) first = this.#meetTerms(place);
    const isOwn = organisationOf[row] === this.#own;
    if (first > REGISTERED_LIST && this.#ownListOnly[place] === 1 && !isOwn) return REGISTERED_LIST;
    if (first > CATCHMENT && distance > (this.#radius[place] ?? 0)) return CATCHMENT;
    if (first > ALREADY_ASKED && this.#asked.length > 0 && this.#asked.includes(row)) return ALREADY_ASKED;
    if (first > REACH && distance > this.#reach && row < located && !isOwn) return REACH;
    return first;
  }

  #meetTerms(place: number): number {
    const terms = this.#index.terms[place];
    if (terms === undefined) throw new Error("A row of the index has no terms");
    const first = firstFailedOn(terms, this.#given);
    this.#firstFailed[place] = first;
    this.#ownListOnly[place] = terms.ownListOnly ? 1 : 0;
    this.#radius[place] =
      terms.catchment?.kind === "radius" ? squaredChord(terms.catchment.km) : Number.POSITIVE_INFINITY;
    return first;
  }

  #count(rule: number, by: number): void {
    this.#counts[rule] = (this.#counts[rule] ?? 0) + by;
  }

  /** The square of the chord from the person to the row; NaN, which is never more than anything, when it is not known. */
  #distanceTo(row: number): number {
    const from = this.#from;
    if (from === null) return Number.NaN;
    const { points } = this.#index;
    const dx = (points[3 * row] ?? 0) - from.x;
    const dy = (points[3 * row + 1] ?? 0) - from.y;
    const dz = (points[3 * row + 2] ?? 0) - from.z;
    return dx * dx + dy * dy + dz * dz;
  }

  #found(row: number): Found {
    const distance = this.#distanceTo(row);
    const kmToCentre = Number.isNaN(distance) ? null : kilometres(distance);
    return { row, km: row < this.#index.located ? kmToCentre : null, kmToCentre };
  }
}

const squaredChord = (km: number): number => {
  const chord = 2 * Math.sin(Math.min(km / EARTH_DIAMETER_KM, Math.PI / 2));
  return chord * chord;
};

/** To the millimetre, so that one place is one number whichever way it was reached. */
const kilometres = (squared: number): number =>
  Math.round(EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2)) * 1e6) / 1e6;

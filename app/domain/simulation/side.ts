import type { PartFact } from "../flow/fact";
import { roundedCount, type ShownCount } from "../flow/few";
import { MEASURES, type Measure, type MeasureId, measureOf } from "../flow/measures";
import { type Group, shownFigure, shownGroups, tellsOfFew } from "../flow/shown";
import { Sum } from "../flow/sum";

/** A figure of one replay. `value` is null where there is none, or where it would tell of too few people. */
export interface SideFigure {
  readonly value: number | null;
  /** Out of how many; null where that would tell of too few. */
  readonly of: number | null;
  /** Of a median, what nine in ten stay within. */
  readonly ninetieth: number | null;
  readonly hidden: boolean;
}

export interface SideMeasure {
  readonly id: MeasureId;
  readonly whole: SideFigure;
  /** By organisation id: only those that have something to measure. */
  readonly partners: Readonly<Record<string, SideFigure>>;
}

/** What a replay comes to: every measure, whole and partner by partner, and how many requests each partner has. */
export interface SideResult {
  readonly requests: number;
  readonly measures: readonly SideMeasure[];
  /** Null where too few to show. */
  readonly given: Readonly<Record<string, number | null>>;
}

/** Everything that is asked for is over when a replay is: nothing may still come. */
const OVER = Number.POSITIVE_INFINITY;
const ALL: readonly Measure[] = MEASURES.map(measureOf);

interface Sums {
  readonly measure: Measure;
  readonly whole: Sum;
}

/** That a partner has a request: one more of its own. */
const GIVEN = { partner: null, value: 1 };

/** Adds up the facts of one replay as they come. */
export class Side {
  #requests = 0;
  readonly #given = new Map<string, Sum>();
  readonly #sums: readonly Sums[] = ALL.map((measure) => ({ measure, whole: new Sum(measure.how) }));
  /** By partner, a sum for each measure: nearly all that a part says is of the partner that has it, which is looked for once. */
  readonly #partners = new Map<string, readonly Sum[]>();

  add(fact: PartFact): void {
    this.#requests += 1;
    const { organisationId } = fact;
    const own = organisationId === null ? null : this.#sumsOf(organisationId);
    if (organisationId !== null) sumAt(this.#given, organisationId, "share").add(fact, GIVEN);
    for (const [place, { measure, whole }] of this.#sums.entries()) {
      for (const point of measure.points(fact, OVER)) {
        whole.add(fact, point);
        if (point.partner === null || measure.how === "spread") continue;
        const sums = point.partner === organisationId ? own : this.#sumsOf(point.partner);
        sums?.[place]?.add(fact, point);
      }
    }
  }

  #sumsOf(partner: string): readonly Sum[] {
    const known = this.#partners.get(partner);
    if (known !== undefined) return known;
    const sums = this.#sums.map(({ measure }) => new Sum(measure.how));
    this.#partners.set(partner, sums);
    return sums;
  }

  result(): SideResult {
    return {
      requests: roundedCount(this.#requests),
      measures: this.#sums.map(({ measure, whole }, place) => ({
        id: measure.id,
        whole: figure(whole, tellsOfFew(whole)),
        partners: shownPartners(this.#measuredBy(place)),
      })),
      given: givenShown(this.#given),
    };
  }

  /** The partners' sums of one measure, of those who have something to measure. */
  #measuredBy(place: number): ReadonlyMap<string, Sum> {
    const measured = new Map<string, Sum>();
    for (const [partner, { [place]: sum }] of this.#partners) {
      if (sum !== undefined && sum.of > 0) measured.set(partner, sum);
    }
    return measured;
  }
}

function figure(sum: Sum, hidden: boolean): SideFigure {
  if (hidden) return HIDDEN;
  const { value, of, ninetieth } = shownFigure(sum);
  return { value, of, ninetieth, hidden };
}

const HIDDEN: SideFigure = { value: null, of: null, ninetieth: null, hidden: true };

/** Each partner's figure, or that it is too few to show: alone, or beside the others and the whole. */
function shownPartners(partners: ReadonlyMap<string, Sum>): Record<string, SideFigure> {
  const alone = new Map(
    shownGroups(groupsOf(partners)).flatMap(({ keys, sum, hidden }) =>
      keys.length === 1 && !hidden ? [[keys[0] ?? "", sum] as const] : [],
    ),
  );
  return Object.fromEntries(
    [...partners.keys()].sort().map((id) => {
      const sum = alone.get(id);
      return [id, sum === undefined ? HIDDEN : figure(sum, false)];
    }),
  );
}

/** How many each has, but where that, or what the others leave of the whole, would tell of too few people. */
function givenShown(given: ReadonlyMap<string, Sum>): Record<string, ShownCount> {
  const alone = new Map(
    shownGroups(groupsOf(given)).flatMap(({ keys, sum }) =>
      keys.length === 1 ? [[keys[0] ?? "", roundedCount(sum.of)] as const] : [],
    ),
  );
  return Object.fromEntries([...given.keys()].sort().map((id) => [id, alone.get(id) ?? null]));
}

const groupsOf = (sums: ReadonlyMap<string, Sum>): readonly Group[] =>
  [...sums].map(([key, sum]) => ({ key, sum }));

function sumAt(sums: Map<string, Sum>, key: string, how: Measure["how"]): Sum {
  const before = sums.get(key);
  if (before !== undefined) return before;
  const sum = new Sum(how);
  sums.set(key, sum);
  return sum;
}

import type { PartFact } from "../flow/fact";
import { roundedCount, shownOf } from "../flow/few";
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
  readonly partners: Map<string, Sum>;
}

/** Adds up the facts of one replay as they come. */
export class Side {
  #requests = 0;
  readonly #given = new Map<string, number>();
  readonly #sums: readonly Sums[] = ALL.map((measure) => ({
    measure,
    whole: new Sum(measure.how),
    partners: new Map(),
  }));

  add(fact: PartFact): void {
    this.#requests += 1;
    const { organisationId } = fact;
    if (organisationId !== null) this.#given.set(organisationId, (this.#given.get(organisationId) ?? 0) + 1);
    for (const { measure, whole, partners } of this.#sums) {
      for (const point of measure.points(fact, OVER)) {
        whole.add(fact, point);
        if (point.partner === null || measure.how === "spread") continue;
        let sum = partners.get(point.partner);
        if (sum === undefined) {
          sum = new Sum(measure.how);
          partners.set(point.partner, sum);
        }
        sum.add(fact, point);
      }
    }
  }

  result(): SideResult {
    return {
      requests: roundedCount(this.#requests),
      measures: this.#sums.map(({ measure, whole, partners }) => ({
        id: measure.id,
        whole: figure(whole, tellsOfFew(whole)),
        partners: shownPartners(partners),
      })),
      given: givenShown(this.#given),
    };
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
  const groups: Group[] = [...partners].map(([key, sum]) => ({ key, sum }));
  const alone = new Map(
    shownGroups(groups).flatMap(({ keys, sum, hidden }) =>
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

/** How many each has, but where that, or what the others leave of the whole, would tell of too few. */
function givenShown(given: ReadonlyMap<string, number>): Record<string, number | null> {
  const ids = [...given.keys()].sort();
  const { counts } = shownOf(ids.map((id) => given.get(id) ?? 0));
  return Object.fromEntries(ids.map((id, place) => [id, counts[place] ?? null]));
}

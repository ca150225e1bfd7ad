import { type Instant, milliseconds, type PlainDate } from "../shared/time";
import type { PartFact } from "./fact";
import { type Measure, type MeasureId, measureOf } from "./measures";
import { stepKey, weekAsked } from "./period";
import type { Group } from "./shown";
import { Sum } from "./sum";

/** What a measure's figures are told apart by. */
export const DIMENSIONS = ["partner", "service", "need", "area"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Whoever did not say where they live, or whose service has no need: a group of its own, for not known is no answer. */
export const NOT_KNOWN = "";
/** The points that are about no partner: what came to nobody. */
export const NOBODY = "nobody";

export interface TallySetting {
  readonly now: Instant;
  readonly step: "week" | "month";
  /** The need that a service stands under. */
  readonly needOf: (serviceId: string) => string | undefined;
}

/** What groups a part's point belongs to. */
export const keyOf = (
  dimension: Dimension,
  fact: PartFact,
  partner: string | null,
  needOf: TallySetting["needOf"],
): string => {
  switch (dimension) {
    case "partner":
      return partner ?? NOBODY;
    case "service":
      return fact.serviceId;
    case "need":
      return needOf(fact.serviceId) ?? NOT_KNOWN;
    case "area":
      return fact.outcode ?? NOT_KNOWN;
    default:
      return dimension satisfies never;
  }
};

/** Adds up one measure, part by part: all in all, by step of time, and in the groups that are asked for. */
export class Tally {
  readonly measure: Omit<Measure, "id">;
  readonly whole: Sum;
  private readonly groups: ReadonlyMap<Dimension, Map<string, Sum>>;
  private readonly steps = new Map<string, Sum>();
  private readonly kinds = new Map<string, Sum>();
  private readonly now: number;

  constructor(
    measure: MeasureId | Omit<Measure, "id">,
    private readonly setting: TallySetting,
    dimensions: readonly Dimension[] = [],
  ) {
    this.measure = typeof measure === "string" ? measureOf(measure) : measure;
    this.whole = this.sum();
    this.groups = new Map(dimensions.map((dimension) => [dimension, new Map()]));
    this.now = milliseconds(setting.now);
  }

  /** `week`: the one in which it was asked for, from who knows it already. */
  add(fact: PartFact, week: PlainDate = weekAsked(fact.askedAt)): void {
    const points = this.measure.points(fact, this.now);
    if (points.length === 0) return;
    const step = this.at(this.steps, stepKey(this.setting.step, week));
    for (const point of points) {
      this.whole.add(fact, point);
      step.add(fact, point);
      if (point.kind !== undefined) this.at(this.kinds, point.kind).add(fact, point);
      for (const [dimension, sums] of this.groups)
        this.at(sums, keyOf(dimension, fact, point.partner, this.setting.needOf)).add(fact, point);
    }
  }

  /** The same measure of other parts, added to this. */
  addAll(other: Tally): void {
    this.whole.addAll(other.whole);
    for (const [dimension, sums] of this.groups)
      for (const { key, sum } of other.by(dimension)) this.at(sums, key).addAll(sum);
    for (const { key, sum } of other.trend()) this.at(this.steps, key).addAll(sum);
    for (const { key, sum } of other.byKind()) this.at(this.kinds, key).addAll(sum);
  }

  by(dimension: Dimension): readonly Group[] {
    return listed(this.groups.get(dimension) ?? new Map());
  }

  /** Of points that are further told apart: reasons of refusals, styles of boxes. */
  byKind(): readonly Group[] {
    return listed(this.kinds);
  }

  trend(): readonly Group[] {
    return listed(this.steps);
  }

  private at(sums: Map<string, Sum>, key: string): Sum {
    const before = sums.get(key);
    if (before !== undefined) return before;
    const sum = this.sum();
    sums.set(key, sum);
    return sum;
  }

  private sum(): Sum {
    return new Sum(this.measure.how);
  }
}

const listed = (sums: ReadonlyMap<string, Sum>): readonly Group[] =>
  [...sums].map(([key, sum]) => ({ key, sum }));

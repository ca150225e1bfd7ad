import type { PartFact } from "./fact";
import { FEWEST_SHOWN, isFew } from "./few";
import type { Measure, Point } from "./measures";

/** Fewer people than this stand behind the tenth that waited or went farthest, unless there are this many in all. */
const FEWEST_FOR_NINE_IN_TEN = 10 * FEWEST_SHOWN;

/** Some people, each once however much they ask for: enough of them to know that they are not too few. */
export class Some {
  private readonly keys = new Set<string>();
  private isEnough = false;

  add(person: string): void {
    if (this.isEnough) return;
    this.keys.add(person);
    this.isEnough = this.keys.size >= FEWEST_SHOWN;
  }

  addAll(other: Some): void {
    for (const person of other.keys) this.add(person);
  }

  /** Nobody at all. */
  get none(): boolean {
    return this.keys.size === 0;
  }

  /** There are people, and too few of them to show. */
  get few(): boolean {
    return isFew(this.keys.size);
  }
}

/** What is added up of one measure over some parts. */
export class Sum {
  /** How many points: what the figure is out of. */
  of = 0;
  /** How many of them are 1. */
  yes = 0;
  readonly values: number[] = [];
  /** Of a spread, how many points each partner has. */
  readonly partners = new Map<string, number>();
  readonly people = new Some();
  /** Those with a point that is 1, and with one that is 0. */
  readonly withYes = new Some();
  readonly withNo = new Some();

  constructor(readonly how: Measure["how"]) {}

  add({ person }: Pick<PartFact, "person">, { value, partner }: Point): void {
    this.of += 1;
    this.people.add(person);
    if (this.how === "median") this.values.push(value);
    if (this.how === "share") {
      if (value === 1) this.yes += 1;
      (value === 1 ? this.withYes : this.withNo).add(person);
    }
    if (this.how === "spread" && partner !== null) raise(this.partners, partner, 1);
  }

  addAll(other: Sum): void {
    this.of += other.of;
    this.yes += other.yes;
    for (const value of other.values) this.values.push(value);
    for (const [partner, many] of other.partners) raise(this.partners, partner, many);
    this.people.addAll(other.people);
    this.withYes.addAll(other.withYes);
    this.withNo.addAll(other.withNo);
  }
}

const raise = (counts: Map<string, number>, key: string, by: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + by);

/** A measure's figure over some parts. `value` is null where there is nothing to reckon it from: that is never zero. */
export interface Figure {
  /** A share from 0 to 1, or the median in kilometres or days. */
  readonly value: number | null;
  /** Of how many: people, or times that a partner was asked. */
  readonly of: number;
  /** Of a median, the value that nine in ten stay within. */
  readonly ninetieth: number | null;
  /** Of a spread: how many partners, all with the same, would be spread alike. */
  readonly asIfEqual: number | null;
}

export function figureOf(sum: Sum): Figure {
  const nothing: Figure = { value: null, of: sum.of, ninetieth: null, asIfEqual: null };
  if (sum.of === 0) return nothing;
  switch (sum.how) {
    case "share":
      return { ...nothing, value: sum.yes / sum.of };
    case "median": {
      const sorted = Float64Array.from(sum.values).sort();
      return {
        ...nothing,
        value: quantile(sorted, 0.5),
        ninetieth: sum.of < FEWEST_FOR_NINE_IN_TEN ? null : quantile(sorted, 0.9),
      };
    }
    case "spread": {
      const counts = [...sum.partners.values()];
      const concentration = counts.reduce((total, many) => total + (many / sum.of) ** 2, 0);
      return { ...nothing, value: Math.max(...counts) / sum.of, asIfEqual: 1 / concentration };
    }
    default:
      return sum.how satisfies never;
  }
}

/** Between the two values on each side, where it falls between them. */
function quantile(sorted: Float64Array, at: number): number {
  const place = (sorted.length - 1) * at;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

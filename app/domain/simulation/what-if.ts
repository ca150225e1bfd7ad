import type { PartFact } from "../flow/fact";
import { localDate, type PlainDate } from "../shared/time";
import { applyChanges } from "./apply-changes";
import type { Change } from "./changes";
import type { ReplayedDays } from "./draft";
import type { RecordedRequest } from "./replay";
import { Side } from "./side";
import { type SimulatedWorld, simulate } from "./simulate";
import { resultOf, type SeedResult, type WhatIfResult } from "./what-if-result";
import { WorseOffTally } from "./worse-off";

/** Plays requests again in a world, in the order of time, some at a time: the same seed is the same facts. */
export type Played = Iterator<readonly PartFact[], unknown>;

/** The two worlds of one seed, each not begun. */
export interface Replays {
  readonly seed: number;
  readonly before: Played;
  readonly after: Played;
}

/** The replays of changes that can be made, seed by seed. What cannot be made is a bug of who asks: try it first. */
export function* replaysOf(
  world: SimulatedWorld,
  recorded: readonly RecordedRequest[],
  changes: readonly Change[],
  { seeds, ...days }: ReplayedDays & { readonly seeds: readonly number[] },
): Generator<Replays> {
  for (const seed of seeds) {
    const applied = applyChanges(world, recorded, changes, { ...days, seed });
    if (applied.kind === "refused") throw new Error(JSON.stringify(applied.reasons));
    yield {
      seed,
      before: factsOf(simulate(world, recorded, { seed })),
      after: factsOf(simulate(applied.world, applied.requests, { seed })),
    };
  }
}

function* factsOf(steps: ReturnType<typeof simulate>): Generator<readonly PartFact[]> {
  for (const { facts } of steps) yield facts;
}

/** How far it has come. */
export interface WhatIfStep {
  /** Requests played again, on both sides and with all seeds so far, out of all there will be. */
  readonly done: number;
  /** The seeds that are whole. */
  readonly seeds: number;
  /** What it comes to so far; reckoned when it is asked for. */
  readonly soFar: () => WhatIfResult;
}

/**
 * Plays the same requests again before and after the changes, seed by seed, both sides side by side, so that what is
 * known at any moment is of the same days. The "before" is a replay as much as the "after", never the record.
 */
export function* whatIf(
  seeds: Iterable<Replays>,
  recorded: readonly RecordedRequest[],
): Generator<WhatIfStep, WhatIfResult> {
  const asked = new Set(recorded.map(({ id }) => id));
  const whole: SeedResult[] = [];
  let done = 0;
  let last: PlainDate = "";
  for (const { seed, before, after } of seeds) {
    const pair = new Pair(seed, asked);
    for (let going = true; going; ) {
      const [one, other] = [before.next(), after.next()];
      going = !(one.done && other.done);
      for (const fact of one.done ? [] : one.value) pair.add("before", fact);
      for (const fact of other.done ? [] : other.value) pair.add("after", fact);
      const came = [...(one.done ? [] : one.value), ...(other.done ? [] : other.value)];
      done += came.length;
      const day = came.length === 0 ? last : localDate(came[came.length - 1]?.askedAt ?? "");
      if (day > last) last = day;
      if (!going) break;
      const until = last;
      // While the first seed is played there are results of it alone, so far; then of those that are whole.
      yield {
        done,
        seeds: whole.length,
        soFar: () => (whole.length === 0 ? resultOf([pair.result()], until) : resultOf(whole, until)),
      };
    }
    whole.push(pair.result());
  }
  return resultOf(whole, last);
}

/** The two replays of one seed, as they go. */
class Pair {
  readonly #sides = { before: new Side(), after: new Side() };
  readonly #tally = new WorseOffTally();
  /** Facts whose other side has not come yet. */
  readonly #waiting = { before: new Map<string, PartFact>(), after: new Map<string, PartFact>() };

  constructor(
    readonly seed: number,
    readonly asked: ReadonlySet<string>,
  ) {}

  add(side: "before" | "after", fact: PartFact): void {
    this.#sides[side].add(fact);
    // Whoever is added by a change was never in the other replay, and is neither worse off nor better.
    if (!this.asked.has(fact.id)) return;
    const otherSide = side === "before" ? "after" : "before";
    const other = this.#waiting[otherSide].get(fact.id);
    if (other === undefined) {
      this.#waiting[side].set(fact.id, fact);
      return;
    }
    this.#waiting[otherSide].delete(fact.id);
    if (side === "before") this.#tally.add(fact, other);
    else this.#tally.add(other, fact);
  }

  result(): SeedResult {
    return {
      seed: this.seed,
      before: this.#sides.before.result(),
      after: this.#sides.after.result(),
      worseOff: this.#tally.result(),
    };
  }
}

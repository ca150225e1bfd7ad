import type { PartFact } from "../flow/fact";
import { Gatherings } from "../routing/gatherings";
import { type Instant, localDate, type PlainDate } from "../shared/time";
import { applyChanges } from "./apply-changes";
import type { Change } from "./changes";
import type { ReplayedDays } from "./draft";
import type { RecordedRequest } from "./replay";
import { Side } from "./side";
import { type SimulatedStep, type SimulatedWorld, simulate } from "./simulate";
import { resultOf, type SeedResult, type WhatIfResult } from "./what-if-result";
import { WorseOffTally } from "./worse-off";

/** Plays requests again in a world, in the order of time, some at a time: the same seed is the same facts. */
export type Played = Iterator<Pick<SimulatedStep, "at" | "facts">, unknown>;

/** The two worlds of one seed, each not begun. */
export interface Replays {
  readonly seed: number;
  readonly before: Played;
  readonly after: Played;
}

/** How many requests are played between two steps: whoever plays them may have to make way for somebody at any of them. */
const EVERY = 10;

/** The replays of changes that can be made, one a seed. What cannot be made is a bug of who asks: try it first. */
export function replaysOf(
  world: SimulatedWorld,
  recorded: readonly RecordedRequest[],
  changes: readonly Change[],
  { seeds, ...days }: ReplayedDays & { readonly seeds: readonly number[] },
): readonly Replays[] {
  const gathered = new Gatherings(world.directory);
  // Only who asks is a matter of luck: the world that they meet is the same with every seed.
  let changed: { readonly world: SimulatedWorld; readonly gatherings: Gatherings } | undefined;
  return seeds.map((seed) => {
    const applied = applyChanges(world, recorded, changes, { ...days, seed });
    if (applied.kind === "refused") throw new Error(JSON.stringify(applied.reasons));
    changed ??= {
      world: applied.world,
      gatherings: applied.world === world ? gathered : new Gatherings(applied.world.directory),
    };
    const options = { seed, every: EVERY };
    return {
      seed,
      before: simulate(world, recorded, { ...options, gatherings: gathered }),
      after: simulate(changed.world, applied.requests, { ...options, gatherings: changed.gatherings }),
    };
  });
}

/** How far it has come. */
export interface WhatIfStep {
  /** Requests played again, on both sides and with all seeds, out of all there will be. */
  readonly done: number;
  /** What it comes to so far; reckoned when it is asked for. */
  readonly soFar: () => WhatIfResult;
}

/**
 * Plays the same requests again before and after the changes, all seeds and both sides side by side, so that what is
 * known at any moment is of the same days. The "before" is a replay as much as the "after", never the record.
 */
export function* whatIf(
  seeds: readonly Replays[],
  recorded: readonly RecordedRequest[],
): Generator<WhatIfStep, WhatIfResult> {
  const asked = new Set(recorded.map(({ id }) => id));
  const pairs = seeds.map(({ seed }) => new Pair(seed, asked));
  const going = new Set(
    seeds.flatMap(({ before, after }, place) => [
      { played: before, side: "before" as const, pair: pairs[place], at: "" },
      { played: after, side: "after" as const, pair: pairs[place], at: "" },
    ]),
  );
  let done = 0;
  let last: PlainDate = "";
  const soFar = (): WhatIfResult =>
    resultOf(
      pairs.map((pair) => pair.result()),
      last,
    );
  for (;;) {
    const behind = firstOf(going);
    if (behind === undefined) return soFar();
    const step = behind.played.next();
    if (step.done) {
      going.delete(behind);
      continue;
    }
    const { at, facts } = step.value;
    behind.at = at;
    for (const fact of facts) behind.pair?.add(behind.side, fact);
    done += facts.length;
    const day = localDate(at);
    if (day > last) last = day;
    yield { done, soFar };
  }
}

/** The one that has come least far. */
function firstOf<Going extends { readonly at: Instant }>(going: Iterable<Going>): Going | undefined {
  let first: Going | undefined;
  for (const one of going) if (first === undefined || one.at < first.at) first = one;
  return first;
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

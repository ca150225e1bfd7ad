/** One line of output: what was measured, its value and unit, and whatever else says under which conditions. */
export interface Measure {
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  readonly [detail: string]: string | number | boolean;
}

/** A named measurement. It yields its lines as it goes, and leaves nothing running behind it. */
export interface Bench {
  readonly name: string;
  /** One sentence, shown by --list. */
  readonly about: string;
  readonly run: () => AsyncIterable<Measure>;
}

/** Microseconds of each call, in the order of the calls. */
export function timed(calls: number, call: (turn: number) => unknown): Float64Array {
  const times = new Float64Array(calls);
  for (let turn = 0; turn < calls; turn += 1) {
    const from = process.hrtime.bigint();
    call(turn);
    times[turn] = Number(process.hrtime.bigint() - from) / 1000;
  }
  return times;
}

/** The quietest of several rounds by its p99: what other programs on the machine took is not what is measured. */
export function quietest(rounds: number, calls: number, call: (turn: number) => unknown): Float64Array {
  let best = timed(calls, call);
  for (let round = 1; round < rounds; round += 1) {
    const times = timed(calls, call);
    if (percentile(times, 0.99) < percentile(best, 0.99)) best = times;
  }
  return best;
}

/** The value that a share of all the values do not exceed. */
export function percentile(values: Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Pieces of work of about six milliseconds, and how far one begins after the other: twenty a second, as pages are asked for. */
const PIECES = { many: 400, apartMs: 50, steps: 4_000_000 } as const;

/**
 * What the machine does by itself: how much longer than most a fixed piece of work takes now and then, while nothing else of
 * ours runs. A host that others use too, or that has half a processor to give, makes a p99 by itself; no ratio of two p99s that
 * are measured on it tells more than this.
 */
export async function ofTheMachine(bench: string): Promise<Measure> {
  // It takes no memory, so that nothing of it is ever collected.
  const work = () => {
    let sum = 0;
    for (let step = 0; step < PIECES.steps; step += 1) sum = (sum * 31 + step) | 0;
    return sum;
  };
  for (let turn = 0; turn < PIECES.many / 4; turn += 1) work();
  const times = new Float64Array(PIECES.many);
  for (let turn = 0; turn < PIECES.many; turn += 1) {
    await new Promise((done) => setTimeout(done, PIECES.apartMs));
    times.set(timed(1, work), turn);
  }
  const [middle, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return {
    bench,
    value: rounded(p99 / middle, 2),
    unit: "times the middle of a fixed piece of work, at the p99",
    middleMs: rounded(middle / 1_000, 2),
    p99Ms: rounded(p99 / 1_000, 2),
  };
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/**
 * By how much the p99 of pages grew while something else went on, in milliseconds each: of the pages without it, and with it.
 * The p95 says the same with less of the machine's own in it.
 */
export function p99Beside(without: readonly number[], withIt: readonly number[]) {
  const [quiet, busy] = [without, withIt].map((times) => Float64Array.from(times));
  const of = (times: Float64Array | undefined, share: number) =>
    percentile(times ?? new Float64Array(), share);
  return {
    value: rounded(of(busy, 0.99) / of(quiet, 0.99), 2),
    unit: "times the p99 without",
    p99WithoutMs: rounded(of(quiet, 0.99), 2),
    p99WithMs: rounded(of(busy, 0.99), 2),
    p95WithoutMs: rounded(of(quiet, 0.95), 2),
    p95WithMs: rounded(of(busy, 0.95), 2),
    askedWithout: without.length,
    askedWith: withIt.length,
  };
}

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

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** By how much the p99 of pages grew while something else went on, in milliseconds each: of the pages without it, and with it. */
export function p99Beside(without: readonly number[], withIt: readonly number[]) {
  const [quiet, busy] = [without, withIt].map((times) => percentile(Float64Array.from(times), 0.99));
  return {
    value: rounded((busy ?? 0) / (quiet ?? 1), 2),
    unit: "times the p99 without",
    p99WithoutMs: rounded(quiet ?? 0, 2),
    p99WithMs: rounded(busy ?? 0, 2),
    askedWithout: without.length,
    askedWith: withIt.length,
  };
}

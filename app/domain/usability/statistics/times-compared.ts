import { type Interval, tAt, tailsOfT } from "./distributions";
import { spreadOf } from "./mean";

/** The times of a second group against those of a first. */
export interface TimesCompared {
  /** How many times as long the second takes (of geometric means), with its interval. */
  readonly ratio: number;
  readonly interval: Interval;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Cohen's d of the logarithms, over the deviation that both share: 0.2 is small, 0.5 middling, 0.8 large. */
  readonly d: number;
}

/**
 * Welch's t-test on the logarithms of times, which need not be spread alike in both groups; degrees of freedom by
 * Satterthwaite. Welch, Biometrika 34 (1947) 28-35. Null where there are fewer than two in a group, or no two differ.
 */
export function compareTimes(from: readonly number[], to: readonly number[]): TimesCompared | null {
  if (from.length < 2 || to.length < 2) return null;
  const [first, second] = [spreadOf(from.map(Math.log)), spreadOf(to.map(Math.log))];
  const [a, b] = [first.variance / from.length, second.variance / to.length];
  const error = Math.sqrt(a + b);
  if (error === 0) return null;
  const difference = second.mean - first.mean;
  const degreesOfFreedom = (a + b) ** 2 / (a ** 2 / (from.length - 1) + b ** 2 / (to.length - 1));
  const reach = tAt(degreesOfFreedom) * error;
  const shared = Math.sqrt(
    ((from.length - 1) * first.variance + (to.length - 1) * second.variance) / (from.length + to.length - 2),
  );
  const t = difference / error;
  return {
    ratio: Math.exp(difference),
    interval: { low: Math.exp(difference - reach), high: Math.exp(difference + reach) },
    t,
    degreesOfFreedom,
    p: tailsOfT(t, degreesOfFreedom),
    d: difference / shared,
  };
}

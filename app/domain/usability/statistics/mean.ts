import { type Interval, tAt, within } from "./distributions";

/** A mean of so many. Of one alone, or where no two differ, there is no interval: nothing is known of how they differ. */
export interface Mean {
  readonly of: number;
  readonly mean: number;
  readonly interval: Interval | null;
}

/** How values are spread: their mean, and their variance (divided by one less than there are), 0 where no two differ. */
export function spreadOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const [first = Number.NaN] = values;
  if (values.every((value) => value === first)) return { mean: first, variance: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

/** A mean with its t-interval, which does not reach beyond the ends of the scale. Null of none. */
export function meanOf(
  values: readonly number[],
  ends: Interval = { low: -Infinity, high: Infinity },
): Mean | null {
  if (values.length === 0) return null;
  const { mean, variance } = spreadOf(values);
  if (variance === 0) return { of: values.length, mean, interval: null };
  const reach = tAt(values.length - 1) * Math.sqrt(variance / values.length);
  return { of: values.length, mean, interval: within({ low: mean - reach, high: mean + reach }, ends) };
}

/**
 * The geometric mean with its interval: mean and t-interval of the logarithms. A few people take very long, and the
 * mean of so skewed times is nobody's time. Sauro and Lewis, CHI 2010, 2347-2350. All values are more than 0.
 */
export function geometricMeanOf(values: readonly number[]): Mean | null {
  const logs = meanOf(values.map(Math.log));
  return (
    logs && {
      of: logs.of,
      mean: Math.exp(logs.mean),
      interval: logs.interval && { low: Math.exp(logs.interval.low), high: Math.exp(logs.interval.high) },
    }
  );
}

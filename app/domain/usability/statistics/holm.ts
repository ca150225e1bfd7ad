/**
 * Probabilities of several comparisons, corrected for there being several: the smallest times how many there are, the
 * next times one fewer, and so on, never less than one before it and never more than 1. In the order given. Holm,
 * Scandinavian Journal of Statistics 6 (1979) 65-70.
 */
export function holm(probabilities: readonly number[]): readonly number[] {
  const corrected = probabilities.map(() => 1);
  let least = 0;
  const order = probabilities.map((p, place) => ({ p, place })).sort((one, other) => one.p - other.p);
  for (const [rank, { p, place }] of order.entries()) {
    least = Math.min(1, Math.max(least, p * (probabilities.length - rank)));
    corrected[place] = least;
  }
  return corrected;
}

/** Below it a difference is more than luck is likely to bring. */
export const UNLIKELY = 0.05;

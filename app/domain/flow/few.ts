/** Fewer people than this could be known by being counted. */
export const FEWEST_SHOWN = 5;

/** A count, or null where it is kept back: it would tell of too few people, here or by what the others leave over. */
export type ShownCount = number | null;

/** Some people, and too few of them to show. */
export const isFew = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

/** One count that stands alone. */
export const shownAlone = (count: number): ShownCount => (isFew(count) ? null : count);

/**
 * Counts that share out one whole, which stands beside them. Those of too few people are kept back, and the smallest of
 * the others with them until what is kept back is too many, and of too many, to be worked out from the rest; the whole
 * too where that cannot be.
 */
export function shownOf(counts: readonly number[]): {
  readonly counts: readonly ShownCount[];
  readonly whole: ShownCount;
} {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const kept = new Set(counts.flatMap((count, place) => (isFew(count) ? [place] : [])));
  const bySize = counts
    .flatMap((count, place) => (count > 0 && !kept.has(place) ? [{ count, place }] : []))
    .sort((one, other) => one.count - other.count);
  const tells = () => {
    const sum = [...kept].reduce((total, place) => total + (counts[place] ?? 0), 0);
    return kept.size > 0 && (kept.size < 2 || sum < FEWEST_SHOWN);
  };
  for (const { place } of bySize) {
    if (!tells()) break;
    kept.add(place);
  }
  return {
    counts: counts.map((count, place) => (kept.has(place) ? null : count)),
    whole: tells() ? null : shownAlone(whole),
  };
}

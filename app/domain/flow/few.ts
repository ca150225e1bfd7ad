/** Fewer people than this could be known by being counted. */
export const FEWEST_SHOWN = 5;

/** A count, to the nearest five; or null where it is kept back: it would tell of too few people, here or by what the others leave over. */
export type ShownCount = number | null;

/** Some people, and too few of them to show. */
export const isFew = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

/** A count as it is shown: to the nearest five, so that two answers that differ by a person do not tell of them. */
export const roundedCount = (count: number): number =>
  count === 0 ? 0 : Math.max(FEWEST_SHOWN, Math.round(count / FEWEST_SHOWN) * FEWEST_SHOWN);

/** One count that stands alone. */
export const shownAlone = (count: number): ShownCount => (isFew(count) ? null : roundedCount(count));

/**
 * Which parts of a whole are kept back when the whole is shown: those that tell of too few people, and the smallest of
 * the others with them, until what the whole leaves over for them tells of nobody. `tells` says of those kept back
 * whether it does. In the order of `parts`.
 */
export function keptBack<Part>(
  parts: readonly Part[],
  {
    few,
    size,
    tells,
  }: {
    readonly few: (part: Part) => boolean;
    readonly size: (part: Part) => number;
    readonly tells: (kept: readonly Part[]) => boolean;
  },
): readonly Part[] {
  const kept = new Set(parts.filter(few));
  if (kept.size === 0) return [];
  const bySize = parts.filter((part) => !kept.has(part)).sort((one, other) => size(one) - size(other));
  for (const part of bySize) {
    if (!tells([...kept])) break;
    kept.add(part);
  }
  return parts.filter((part) => kept.has(part));
}

/** What is known of the parts that are kept back: how many they are, how many of them are of too few, and their people. */
export interface Kept {
  readonly parts: number;
  readonly few: number;
  readonly people: number;
}

/**
 * Whether parts that are kept back tell of one of them all the same: it is alone, they are too few, or all are of too
 * few and together so many that each must be nearly as big as a part of too few can be.
 */
export function tellsOfOne({ parts, few, people }: Kept): boolean {
  if (parts < 2 || people < FEWEST_SHOWN) return true;
  const least = roundedCount(people) - Math.floor(FEWEST_SHOWN / 2);
  return few === parts && least - (parts - 1) * (FEWEST_SHOWN - 1) > 1;
}

/** Counts that share out one whole, which stands beside them; the whole is kept back too where it would tell. */
export function shownOf(counts: readonly number[]): {
  readonly counts: readonly ShownCount[];
  readonly whole: ShownCount;
} {
  const parts = counts.map((count) => ({ count }));
  const few = ({ count }: { readonly count: number }) => isFew(count);
  const sum = (some: typeof parts) => some.reduce((all, { count }) => all + count, 0);
  const tells = (some: readonly { readonly count: number }[]) =>
    tellsOfOne({ parts: some.length, few: some.filter(few).length, people: sum([...some]) });
  const kept = keptBack(
    parts.filter(({ count }) => count > 0),
    { few, size: ({ count }) => count, tells },
  );
  return {
    counts: parts.map((part) => (kept.includes(part) ? null : roundedCount(part.count))),
    whole: kept.length > 0 && tells(kept) ? null : shownAlone(sum(parts)),
  };
}

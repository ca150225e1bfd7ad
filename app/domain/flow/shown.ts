import { FEWEST_SHOWN, isFew } from "./few";
import { Sum } from "./sum";

/** A group of a table, before it is known whether it may be shown. */
export interface Group {
  readonly key: string;
  readonly sum: Sum;
}

/** A line that may be shown: a group, or several that are too few to be shown apart. */
export interface ShownGroup {
  readonly keys: readonly string[];
  readonly sum: Sum;
  /** Its figure would tell of too few people, or of those in another line; only how many it is of is shown. */
  readonly hidden: boolean;
}

/**
 * The lines of a table whose whole is shown beside it, so that no count of fewer than FEWEST_SHOWN people is shown, or
 * can be worked out from the others and the whole. Groups of too few people become one line, with the smallest of the
 * others where they would be too few or alone. Where only a few in a line are one way or the other, its figure is
 * hidden, and that of others with it, until what the whole leaves over tells nothing of one line. Given in any order;
 * returned by size, the joined one last. Empty when all of them together are too few.
 */
export function shownGroups(groups: readonly Group[]): readonly ShownGroup[] {
  const bySize = groups
    .filter(({ sum }) => !sum.people.none)
    .sort((a, b) => b.sum.of - a.sum.of || (a.key < b.key ? -1 : 1));
  const apart = bySize.filter(({ sum }) => !sum.people.few);
  const together = bySize.filter(({ sum }) => sum.people.few);
  if (together.length > 0) {
    let joined = sumOf(together);
    while (apart.length > 0 && (together.length < 2 || joined.people.few)) {
      const next = apart.pop();
      if (next !== undefined) together.unshift(next);
      joined = sumOf(together);
    }
    if (joined.people.few) return [];
    return withHidden([
      ...apart.map(({ key, sum }) => ({ keys: [key], sum })),
      { keys: together.map(({ key }) => key), sum: joined },
    ]);
  }
  return withHidden(apart.map(({ key, sum }) => ({ keys: [key], sum })));
}

/** Whether a figure of its own, with nothing beside it, would tell of too few people. */
export const tellsOfFew = (sum: Sum): boolean =>
  sum.people.none || sum.people.few || sum.withYes.few || sum.withNo.few || biggestTells(sum);

/** Of a spread: all but a few are with one partner. */
const biggestTells = ({ how, of, partners }: Sum): boolean => {
  if (how !== "spread") return false;
  const biggest = Math.max(0, ...partners.values());
  return isFew(biggest) || isFew(of - biggest);
};

function withHidden(lines: readonly Omit<ShownGroup, "hidden">[]): readonly ShownGroup[] {
  const hidden = new Set(lines.filter(({ sum }) => tellsOfFew(sum)));
  const left = lines.filter((line) => !hidden.has(line));
  const tells = () => {
    const all = sumOf([...hidden]);
    return hidden.size < 2 || all.withYes.few || all.withNo.few || all.withYes.none || all.withNo.none;
  };
  // The figure of a median cannot be worked out from others, nor who has the most of what is left.
  if (lines[0]?.sum.how === "share")
    while (hidden.size > 0 && left.length > 0 && tells()) {
      const next = left.pop();
      if (next !== undefined) hidden.add(next);
    }
  return lines.map((line) => ({ ...line, hidden: hidden.has(line) }));
}

export function sumOf(lines: readonly { readonly sum: Sum }[]): Sum {
  const all = new Sum(lines[0]?.sum.how ?? "share");
  for (const { sum } of lines) all.addAll(sum);
  return all;
}

/** A count as it is shown: to the nearest five, so that two pictures that differ by a person do not tell of them. */
export const roundedCount = (count: number): number =>
  count === 0 ? 0 : Math.max(FEWEST_SHOWN, Math.round(count / FEWEST_SHOWN) * FEWEST_SHOWN);

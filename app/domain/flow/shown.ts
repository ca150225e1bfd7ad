import { isFew, keptBack, roundedCount, type ShownCount, tellsOfOne } from "./few";
import { type Figure, figureOf, Sum } from "./sum";

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
 * others where together they would tell of one. Where only a few in a line are one way or the other, its figure is
 * hidden, and that of others with it, until what the whole leaves over tells nothing of one line. Given in any order;
 * returned by size, the joined one last. Empty when all of them together are too few.
 */
export function shownGroups(groups: readonly Group[]): readonly ShownGroup[] {
  const bySize = groups
    .filter(({ sum }) => !sum.people.none)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1));
  const few = ({ sum }: Group) => sum.people.few;
  const tells = (kept: readonly Group[]) => {
    const { people, of } = sumOf(kept);
    return people.few || tellsOfOne({ parts: kept.length, few: kept.filter(few).length, people: of });
  };
  const together = keptBack(bySize, { few, size: sizeOf, tells });
  if (together.length > 0 && tells(together)) return [];
  const lines = bySize
    .filter((group) => !together.includes(group))
    .map(({ key, sum }) => ({ keys: [key], sum }));
  return withHidden(
    together.length === 0
      ? lines
      : [...lines, { keys: together.map(({ key }) => key), sum: sumOf(together) }],
  );
}

/** As it is shown: the order of lines tells no more of them than their counts do. */
const sizeOf = ({ sum }: { readonly sum: Sum }): number => roundedCount(sum.of);

/**
 * The names of no more than so many groups are told where they are shown together: of more of them, there are too few
 * people for each name to be of several, and whoever is not named may be one of them as well.
 */
export const MOST_NAMED = 4;

/** Whether a group has a line of its own in a table: what is told of together has no list, which would tell it apart. */
export const isShownApart = (groups: readonly Group[], key: string): boolean =>
  shownGroups(groups).some(({ keys: [only, ...others] }) => only === key && others.length === 0);

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
  const tells = (hidden: readonly Omit<ShownGroup, "hidden">[]) => {
    // The figure of a median cannot be worked out from others, nor who has the most of what is left.
    if (lines[0]?.sum.how !== "share") return false;
    const { withYes, withNo } = sumOf(hidden);
    return hidden.length < 2 || withYes.few || withNo.few || withYes.none || withNo.none;
  };
  const hidden = keptBack(lines, { few: ({ sum }) => tellsOfFew(sum), size: sizeOf, tells });
  return lines.map((line) => ({ ...line, hidden: hidden.includes(line) }));
}

export function sumOf(lines: readonly { readonly sum: Sum }[]): Sum {
  const all = new Sum(lines[0]?.sum.how ?? "share");
  for (const { sum } of lines) all.addAll(sum);
  return all;
}

/** How many points there are, where enough people have them. */
export const shownCount = ({ people, of }: Sum): ShownCount => (people.few ? null : roundedCount(of));

/**
 * A figure as it is shown: reckoned from counts to the nearest five, for the exact share of a count that is nearly known
 * would tell the count; a median to a tenth. What may not be shown at all is for `tellsOfFew` to say.
 */
export function shownFigure(sum: Sum): Figure {
  const figure = figureOf(sum);
  const of = roundedCount(sum.of);
  if (figure.value === null) return { ...figure, of };
  switch (sum.how) {
    case "share": {
      const yes = roundedCount(sum.yes);
      return { ...figure, of, value: yes / (yes + roundedCount(sum.of - sum.yes)) };
    }
    case "median":
      return { ...figure, of, value: toTenth(figure.value), ninetieth: toTenth(figure.ninetieth) };
    case "spread": {
      const all = [...sum.partners.values()].map(roundedCount);
      const whole = all.reduce((total, many) => total + many, 0);
      const concentration = all.reduce((total, many) => total + (many / whole) ** 2, 0);
      return { ...figure, of, value: Math.max(...all) / whole, asIfEqual: 1 / concentration };
    }
    default:
      return sum.how satisfies never;
  }
}

function toTenth<Value extends number | null>(value: Value): Value | number {
  return value === null ? value : Math.round(value * 10) / 10;
}

import { roundedCount } from "./few";
import { Some } from "./sum";

/** What several people have in common, and how many lines they have: who has two is counted twice. */
export interface Alike<Line> {
  readonly line: Line;
  readonly count: number;
}

interface Group<Line> extends Alike<Line> {
  count: number;
  readonly people: Some;
}

/** Lines about one person each; those that are the same are counted, and not kept apart. */
export class Lines<Line extends object> {
  private readonly groups = new Map<string, Group<Line>>();

  /** `person`: whose line it is. */
  add(person: string, line: Line): void {
    const group = this.at(line);
    group.count += 1;
    group.people.add(person);
  }

  addAll({ count, people, line }: Group<Line>, as: Line = line): void {
    const group = this.at(as);
    group.count += count;
    group.people.addAll(people);
  }

  all(): readonly Group<Line>[] {
    return [...this.groups.values()];
  }

  private at(line: Line): Group<Line> {
    const key = JSON.stringify(line);
    const before = this.groups.get(key);
    if (before !== undefined) return before;
    const group = { line, count: 0, people: new Some() };
    this.groups.set(key, group);
    return group;
  }
}

/**
 * Lines about one person each, as lines about five people or more who are alike. Each step makes a line say less: who
 * are enough alike by one step are told of as it says, and the others go on to the next. The last step must make all
 * lines the same; who are left there and are too few are told of with the smallest of the others. Empty when there are
 * too few altogether. Biggest first.
 */
export function alike<Line extends object>(
  lines: Lines<Line>,
  steps: readonly ((line: Line) => Line)[],
): readonly Alike<Line>[] {
  const told: Group<Line>[] = [];
  let left = lines.all();
  for (const step of steps) {
    const merged = mergedBy(left, step);
    told.push(...merged.filter(({ people }) => !people.few));
    left = merged.filter(({ people }) => people.few);
  }
  const last = steps.at(-1);
  if (left.length > 0 && last !== undefined) {
    told.sort((a, b) => b.count - a.count);
    const joined = told.pop();
    if (joined === undefined) return [];
    told.push(...mergedBy([joined, ...left], last));
  }
  // By two steps the same may be said.
  return mergedBy(told, (line) => line)
    .map(({ line, count }) => ({ line, count }))
    .sort((a, b) => roundedCount(b.count) - roundedCount(a.count));
}

function mergedBy<Line extends object>(
  groups: readonly Group<Line>[],
  step: (line: Line) => Line,
): readonly Group<Line>[] {
  const merged = new Lines<Line>();
  for (const group of groups) merged.addAll(group, step(group.line));
  return merged.all();
}

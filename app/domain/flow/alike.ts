import { Some } from "./sum";

/** A line about one person, by the id of their part. */
export interface OfPerson<Line> {
  readonly id: string;
  readonly line: Line;
}

/** What several people have in common, and how many lines they have. */
export interface Alike<Line> {
  readonly line: Line;
  readonly count: number;
}

interface Group<Line> {
  readonly line: Line;
  readonly members: OfPerson<Line>[];
  readonly people: Some;
}

/**
 * Lines about one person each, as lines about FEWEST_PEOPLE (`sum`) or more who are alike. Each step makes a line say less: who
 * are enough alike by one step are told of as it says, and the others go on to the next. The last step must make all
 * lines the same; who are left there and are too few are told of with the smallest of the others. Empty when there are
 * too few altogether. Biggest first.
 */
export function alike<Line extends object>(
  lines: readonly OfPerson<Line>[],
  steps: readonly ((line: Line) => Line)[],
): readonly Alike<Line>[] {
  const told: Group<Line>[] = [];
  let left = lines;
  for (const step of steps) {
    const few: OfPerson<Line>[] = [];
    for (const group of grouped(left, step)) {
      if (group.people.few) few.push(...group.members);
      else told.push(group);
    }
    left = few;
  }
  const bySize = told.sort((a, b) => b.members.length - a.members.length);
  const last = steps.at(-1);
  if (left.length > 0 && last !== undefined) {
    const lastLine = bySize.findIndex(({ line }) => JSON.stringify(line) === JSON.stringify(last(line)));
    const [joined] = bySize.splice(lastLine, 1);
    if (joined === undefined) return [];
    bySize.push(...grouped([...joined.members, ...left], last));
  }
  return bySize
    .map(({ line, members }) => ({ line, count: members.length }))
    .sort((a, b) => b.count - a.count);
}

function grouped<Line extends object>(
  lines: readonly OfPerson<Line>[],
  step: (line: Line) => Line,
): readonly Group<Line>[] {
  const groups = new Map<string, Group<Line>>();
  for (const each of lines) {
    const line = step(each.line);
    const key = JSON.stringify(line);
    const group = groups.get(key) ?? { line, members: [], people: new Some() };
    groups.set(key, group);
    group.members.push(each);
    group.people.add(each.id);
  }
  return [...groups.values()];
}

import type { Attempt } from "./attempts";

/** A page of the shortest way, with how many came this far on it or farther, and what became of them then. */
export interface PathStep {
  readonly pattern: string;
  /** Participants. */
  readonly people: number;
  /** Where they went from here that is not on the way, most first. Somebody who strayed to two pages is in both. */
  readonly strayed: readonly PatternCount[];
  /** Who strayed from here, each once, and how many of those came back to the way. */
  readonly left: number;
  readonly cameBack: number;
  /** Who came this far, no farther, and did not do the task. */
  readonly ended: number;
}

export interface PatternCount {
  readonly pattern: string;
  /** Participants. */
  readonly people: number;
}

/** From one page to the next one. */
export interface PathLink {
  readonly from: string;
  readonly to: string;
  /** Participants who went so, and how often all of them did. */
  readonly people: number;
  readonly times: number;
}

/** The ways of all who allowed theirs to be followed. */
export interface TaskPath {
  readonly of: number;
  readonly steps: readonly PathStep[];
  readonly gotThere: number;
  readonly links: readonly PathLink[];
}

interface StepTally {
  readonly reached: Set<string>;
  readonly strayed: Map<string, Set<string>>;
  readonly left: Set<string>;
  readonly back: Set<string>;
  readonly ended: Set<string>;
}

/**
 * Where people went, against the shortest way. Somebody is as far on it as its farthest page that they have seen; a
 * page of it that they skip is passed. A page before that is a step back, and not a straying.
 */
export function pathOf(optimalPath: readonly string[], attempts: readonly Attempt[]): TaskPath {
  const tallies = optimalPath.map(
    (): StepTally => ({
      reached: new Set(),
      strayed: new Map(),
      left: new Set(),
      back: new Set(),
      ended: new Set(),
    }),
  );
  const links = new Map<string, { from: string; to: string; people: Set<string>; times: number }>();
  const followed = attempts.filter(({ way }) => way !== null && way.pages.length > 0);
  for (const { code, way, outcome } of followed) {
    const patterns = way?.pages.map(({ pattern }) => pattern) ?? [];
    walk(optimalPath, tallies, code, patterns, outcome === "success");
    for (const [place, to] of patterns.entries()) {
      const from = patterns[place - 1];
      if (from === undefined) continue;
      const key = `${from} ${to}`;
      const link = links.get(key) ?? { from, to, people: new Set<string>(), times: 0 };
      link.people.add(code);
      link.times += 1;
      links.set(key, link);
    }
  }
  return {
    of: followed.length,
    steps: optimalPath.map((pattern, place) => stepOf(pattern, tallies[place])),
    gotThere: followed.filter(({ outcome }) => outcome === "success").length,
    links: [...links.values()]
      .map(({ people, ...link }) => ({ ...link, people: people.size }))
      .sort(
        (one, other) => other.people - one.people || other.times - one.times || order(one.from, other.from),
      ),
  };
}

function walk(
  optimalPath: readonly string[],
  tallies: readonly StepTally[],
  code: string,
  patterns: readonly string[],
  success: boolean,
): void {
  let far = 0;
  let strayedFrom: number | null = null;
  const pass = (until: number) => {
    for (const tally of tallies.slice(0, until + 1)) tally.reached.add(code);
    far = until;
  };
  pass(0);
  for (const pattern of patterns) {
    const ahead = optimalPath.indexOf(pattern, far + 1);
    const isOnTheWay = ahead !== -1 || optimalPath.slice(0, far + 1).includes(pattern);
    if (!isOnTheWay) {
      const tally = tallies[far];
      if (tally === undefined) continue;
      tally.left.add(code);
      tally.strayed.set(pattern, (tally.strayed.get(pattern) ?? new Set()).add(code));
      strayedFrom = far;
      continue;
    }
    if (strayedFrom !== null) tallies[strayedFrom]?.back.add(code);
    strayedFrom = null;
    if (ahead !== -1) pass(ahead);
  }
  if (!success) tallies[far]?.ended.add(code);
}

const stepOf = (pattern: string, tally: StepTally | undefined): PathStep => ({
  pattern,
  people: tally?.reached.size ?? 0,
  strayed: [...(tally?.strayed ?? [])]
    .map(([to, people]) => ({ pattern: to, people: people.size }))
    .sort(mostFirst),
  left: tally?.left.size ?? 0,
  cameBack: tally?.back.size ?? 0,
  ended: tally?.ended.size ?? 0,
});

/** How many times each is there, most first, and by name where they are equal. */
export function countsOf(patterns: readonly string[]): readonly PatternCount[] {
  const counts = new Map<string, number>();
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  return [...counts].map(([pattern, people]) => ({ pattern, people })).sort(mostFirst);
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const mostFirst = (one: PatternCount, other: PatternCount): number =>
  other.people - one.people || order(one.pattern, other.pattern);

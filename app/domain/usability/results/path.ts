import type { Attempt, PageEvent } from "./attempts";
import { mostFirst, mostOf, type PatternCount } from "./counts";
import { type Run, runsOf } from "./shortest-way";

/** A page of the shortest way, with how many came this far on it or farther, and what became of them then. */
export interface PathStep {
  readonly pattern: string;
  /** What it was called most often; the pattern, where nobody saw it. */
  readonly title: string;
  /** How many pages of the way are of this pattern, one after the other. */
  readonly pages: number;
  /** Participants. */
  readonly people: number;
  /** Where they went from here that is not on the way, most first. Somebody who strayed to two pages is in both. */
  readonly strayed: readonly (PatternCount & { readonly title: string })[];
  /** Who strayed from here, each once, and how many of those came back to the way. */
  readonly left: number;
  readonly cameBack: number;
  /** Who came this far, no farther, and did not do the task; and what the pages were called that they saw last. */
  readonly ended: number;
  readonly endedOn: readonly PatternCount[];
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

interface Stretch extends Run {
  readonly reached: Set<string>;
  readonly strayed: Map<string, Set<string>>;
  readonly left: Set<string>;
  readonly back: Set<string>;
  readonly endedOn: string[];
}

/**
 * Where people went, against the shortest way. Somebody is as far on it as its farthest page that they have seen; a
 * page of it that they skip is passed. A page before that is a step back, and not a straying; where the way comes back to
 * it, it is a step on for who has come to all that is between. Pages of one pattern that follow each other, such as
 * questions, are one stretch of the way.
 */
export function pathOf(optimalPath: readonly string[], attempts: readonly Attempt[]): TaskPath {
  const stretches = stretchesOf(optimalPath);
  const titles = new Map<string, string[]>();
  const links = new Map<string, { from: string; to: string; people: Set<string>; times: number }>();
  const followed = attempts.filter(({ way }) => way !== null && way.pages.length > 0);
  for (const { code, way, outcome } of followed) {
    const pages = way?.pages ?? [];
    walk(stretches, code, pages, outcome === "success");
    for (const [place, { pattern, title }] of pages.entries()) {
      titles.set(pattern, [...(titles.get(pattern) ?? []), title]);
      const from = pages[place - 1]?.pattern;
      if (from === undefined) continue;
      const key = `${from} ${pattern}`;
      const link = links.get(key) ?? { from, to: pattern, people: new Set<string>(), times: 0 };
      link.people.add(code);
      link.times += 1;
      links.set(key, link);
    }
  }
  const titleOf = (pattern: string) => mostOf(titles.get(pattern) ?? [])[0]?.pattern ?? pattern;
  return {
    of: followed.length,
    steps: stretches.map(({ pattern, pages, reached, strayed, left, back, endedOn }) => ({
      pattern,
      title: titleOf(pattern),
      pages,
      people: reached.size,
      strayed: [...strayed]
        .map(([to, people]) => ({ pattern: to, title: titleOf(to), people: people.size }))
        .sort(mostFirst),
      left: left.size,
      cameBack: back.size,
      ended: endedOn.length,
      endedOn: mostOf(endedOn),
    })),
    gotThere: followed.filter(({ outcome }) => outcome === "success").length,
    links: [...links.values()]
      .map(({ people, ...link }) => ({ ...link, people: people.size }))
      .sort(
        (one, other) =>
          other.people - one.people || other.times - one.times || (one.from < other.from ? -1 : 1),
      ),
  };
}

function stretchesOf(optimalPath: readonly string[]): readonly Stretch[] {
  return runsOf(optimalPath).map((each) => ({
    ...each,
    reached: new Set(),
    strayed: new Map(),
    left: new Set(),
    back: new Set(),
    endedOn: [],
  }));
}

function walk(
  stretches: readonly Stretch[],
  code: string,
  pages: readonly PageEvent[],
  success: boolean,
): void {
  let far = 0;
  let strayedFrom: Stretch | undefined;
  const pass = (until: number) => {
    for (const { reached } of stretches.slice(0, until + 1)) reached.add(code);
    far = until;
  };
  pass(0);
  for (const { pattern } of pages) {
    const here = stretches[far];
    const isAgain = stretches.slice(0, far + 1).some((stretch) => stretch.pattern === pattern);
    const ahead = stretches.findIndex((stretch, place) => place > far && stretch.pattern === pattern);
    if (ahead === -1 && !isAgain) {
      here?.left.add(code);
      here?.strayed.set(pattern, (here.strayed.get(pattern) ?? new Set()).add(code));
      strayedFrom = here;
      continue;
    }
    strayedFrom?.back.add(code);
    strayedFrom = undefined;
    if (isAgain ? ahead === far + 1 : ahead !== -1) pass(ahead);
  }
  if (!success) stretches[far]?.endedOn.push(pages.at(-1)?.title ?? "");
}

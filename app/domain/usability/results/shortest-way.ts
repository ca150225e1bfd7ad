/** Pages of one pattern that follow each other on a way, such as questions. */
export interface Run {
  readonly pattern: string;
  readonly pages: number;
}

export function runsOf(way: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  for (const pattern of way) {
    const last = runs.at(-1);
    if (last?.pattern === pattern) runs.splice(-1, 1, { pattern, pages: last.pages + 1 });
    else runs.push({ pattern, pages: 1 });
  }
  return runs;
}

/**
 * Smith's R: how many different pages a way needs. Those of one pattern that follow each other are different ones; a
 * pattern that the way comes back to is of the pages that were there before, as many as its longest run has.
 */
export function pagesNeeded(way: readonly string[]): number {
  const longest = new Map<string, number>();
  for (const { pattern, pages } of runsOf(way))
    longest.set(pattern, Math.max(pages, longest.get(pattern) ?? 0));
  return [...longest.values()].reduce((sum, pages) => sum + pages, 0);
}

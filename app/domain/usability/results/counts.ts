export interface PatternCount {
  readonly pattern: string;
  /** Participants. */
  readonly people: number;
}

/** How many times each is there, most first, and by name where they are equal. */
export function mostOf(patterns: readonly string[]): readonly PatternCount[] {
  const counts = new Map<string, number>();
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  return [...counts].map(([pattern, people]) => ({ pattern, people })).sort(mostFirst);
}

export const mostFirst = (one: PatternCount, other: PatternCount): number =>
  other.people - one.people || (one.pattern < other.pattern ? -1 : one.pattern > other.pattern ? 1 : 0);

/** What somebody knows of a count: it is no less than one number, and no more than another. */
export interface Known {
  readonly least: number;
  readonly most: number;
}

interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Somebody who has every published figure, and time. They note of each count what they know, and that some counts are
 * the sum of others, and go on until none of it tells them more. Where no two sums have more than one count in common,
 * directly or round about, what they end with is all that there is to know: each number between is still possible.
 */
export class Adversary {
  readonly #known = new Map<string, Known>();
  readonly #sums: Sum[] = [];

  /** They learn of a count, beside what they knew of it. */
  learns(name: string, { least, most }: Known): void {
    const { least: before, most: then } = this.knows(name);
    this.#known.set(name, { least: Math.max(least, before), most: Math.min(most, then) });
  }

  learnsSum(whole: string, parts: readonly string[]): void {
    this.#sums.push({ whole, parts });
  }

  knows(name: string): Known {
    return this.#known.get(name) ?? { least: 0, most: Number.POSITIVE_INFINITY };
  }

  thinks(): void {
    for (let more = true; more; ) {
      const before = JSON.stringify([...this.#known]);
      for (const { whole, parts } of this.#sums) {
        const of = parts.map((part) => this.knows(part));
        const least = of.reduce((sum, known) => sum + known.least, 0);
        const most = of.reduce((sum, known) => sum + known.most, 0);
        this.learns(whole, { least, most });
        const all = this.knows(whole);
        for (const [place, part] of parts.entries()) {
          const own = of[place] as Known;
          const others = of.reduce((sum, known, at) => (at === place ? sum : sum + known.most), 0);
          this.learns(part, { least: all.least - others, most: all.most - (least - own.least) });
        }
      }
      more = JSON.stringify([...this.#known]) !== before;
    }
  }
}

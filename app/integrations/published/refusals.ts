/** What could not be used of a file, and why. The list is capped; the counts are not. */
export interface Refused {
  readonly count: number;
  readonly byReason: Readonly<Record<string, number>>;
  /** `row` is the line in the file (a place in the list for JSON), counted from 1. */
  readonly rows: readonly { readonly row: number; readonly reason: string }[];
}

const LISTED = 100;

export class Refusals {
  #count = 0;
  readonly #byReason: Record<string, number> = {};
  readonly #rows: { row: number; reason: string }[] = [];

  /** Goes on from what was refused before. */
  constructor(before?: Refused) {
    if (before === undefined) return;
    this.#count = before.count;
    Object.assign(this.#byReason, before.byReason);
    this.#rows.push(...before.rows);
  }

  add(row: number, reason: string): void {
    this.#count += 1;
    this.#byReason[reason] = (this.#byReason[reason] ?? 0) + 1;
    if (this.#rows.length < LISTED) this.#rows.push({ row, reason });
  }

  summary(): Refused {
    return { count: this.#count, byReason: this.#byReason, rows: this.#rows };
  }
}

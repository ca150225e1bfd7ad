/** What could not be used of a file, and why. The list holds a few rows of each reason; the counts are whole. */
export interface Refused {
  readonly count: number;
  readonly byReason: Readonly<Record<string, number>>;
  /** `row` is the line in the file (a place in the list for JSON), counted from 1. */
  readonly rows: readonly { readonly row: number; readonly reason: string }[];
}

const LISTED = 200;
const LISTED_OF_A_REASON = 20;

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
    const times = (this.#byReason[reason] ?? 0) + 1;
    this.#byReason[reason] = times;
    if (times <= LISTED_OF_A_REASON && this.#rows.length < LISTED) this.#rows.push({ row, reason });
  }

  summary(): Refused {
    return { count: this.#count, byReason: this.#byReason, rows: this.#rows };
  }
}

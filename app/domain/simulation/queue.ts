/** What is due, soonest first; what is due at once goes by its number. A binary heap. */
export class Queue<T extends { readonly due: number; readonly number: number }> {
  readonly #items: T[] = [];

  get first(): T | undefined {
    return this.#items[0];
  }

  add(item: T): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapUnlessOrdered(parent, at)) return;
      at = parent;
    }
  }

  take(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      if (left >= items.length) return first;
      const sooner = right < items.length && this.#isBefore(right, left) ? right : left;
      if (!this.#swapUnlessOrdered(at, sooner)) return first;
      at = sooner;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#items[one], this.#items[other]];
    if (a === undefined || b === undefined) return false;
    return a.due < b.due || (a.due === b.due && a.number < b.number);
  }

  #swapUnlessOrdered(above: number, below: number): boolean {
    if (!this.#isBefore(below, above)) return false;
    const [a, b] = [this.#items[above], this.#items[below]];
    if (a === undefined || b === undefined) return false;
    this.#items[above] = b;
    this.#items[below] = a;
    return true;
  }
}

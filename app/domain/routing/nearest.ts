/**
 * The first `limit` rows by distance, then rank, of all that are offered: a heap whose top is the last of them, so
 * that most rows of a crowded city cost one comparison.
 */
export class Nearest {
  readonly #limit: number;
  readonly #rank: Uint32Array;
  readonly #rows: number[] = [];
  readonly #distances: number[] = [];

  constructor(limit: number, rank: Uint32Array) {
    this.#limit = limit;
    this.#rank = rank;
  }

  /** What lies farther than this is not taken: infinite while there is room. */
  get farthest(): number {
    return this.#rows.length < this.#limit ? Number.POSITIVE_INFINITY : (this.#distances[0] ?? 0);
  }

  /** `distance` is any number that grows with distance. */
  offer(row: number, distance: number): void {
    const size = this.#rows.length;
    if (size < this.#limit) {
      this.#rows.push(row);
      this.#distances.push(distance);
      this.#rise(size);
    } else if (size > 0 && this.#isBefore(row, distance, this.#rows[0] ?? 0, this.#distances[0] ?? 0)) {
      this.#rows[0] = row;
      this.#distances[0] = distance;
      this.#sink();
    }
  }

  /** The rows, nearest first. */
  inOrder(): { readonly row: number; readonly distance: number }[] {
    return this.#rows
      .map((row, place) => ({ row, distance: this.#distances[place] ?? 0 }))
      .sort((a, b) => (this.#isBefore(a.row, a.distance, b.row, b.distance) ? -1 : 1));
  }

  #isBefore(rowA: number, distanceA: number, rowB: number, distanceB: number): boolean {
    if (distanceA !== distanceB) return distanceA < distanceB;
    return (this.#rank[rowA] ?? 0) < (this.#rank[rowB] ?? 0);
  }

  #isLater(a: number, b: number): boolean {
    return this.#isBefore(
      this.#rows[b] ?? 0,
      this.#distances[b] ?? 0,
      this.#rows[a] ?? 0,
      this.#distances[a] ?? 0,
    );
  }

  #swap(a: number, b: number): void {
    const row = this.#rows[a] ?? 0;
    const distance = this.#distances[a] ?? 0;
    this.#rows[a] = this.#rows[b] ?? 0;
    this.#distances[a] = this.#distances[b] ?? 0;
    this.#rows[b] = row;
    this.#distances[b] = distance;
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isLater(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    const size = this.#rows.length;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= size) return;
      const later = left + 1 < size && this.#isLater(left + 1, left) ? left + 1 : left;
      if (!this.#isLater(later, at)) return;
      this.#swap(later, at);
      at = later;
    }
  }
}

import type { Position } from "~/domain/shared/place";

export interface PostcodePosition {
  readonly postcode: string;
  readonly position: Position;
}

const FIRST_ROOM = 1 << 16;
const LETTERS = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LONGEST = 8;

/**
 * Where postcodes are, packed into 24 bytes each, so that all of a country's fit in the memory of a few thousand
 * objects. Postcodes are in their normal form ("BS3 1TF"), of at most eight characters.
 */
export class PackedPositions {
  #keys = new Float64Array(FIRST_ROOM);
  #lats = new Float64Array(FIRST_ROOM);
  #lons = new Float64Array(FIRST_ROOM);
  #size = 0;
  #inOrder = true;

  get size(): number {
    return this.#size;
  }

  add(postcode: string, lat: number, lon: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const key = keyOf(postcode);
    if (this.#size > 0 && key <= (this.#keys[this.#size - 1] ?? 0)) this.#inOrder = false;
    this.#keys[this.#size] = key;
    this.#lats[this.#size] = lat;
    this.#lons[this.#size] = lon;
    this.#size += 1;
  }

  position(postcode: string): Position | undefined {
    this.#order();
    const key = keyOf(postcode);
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low < this.#size && this.#keys[low] === key ? this.#positionAt(low) : undefined;
  }

  /** Every postcode in order, each made as it is asked for. One that was added twice comes once, where it was last. */
  *all(): Iterable<PostcodePosition> {
    this.#order();
    for (let at = 0; at < this.#size; at += 1)
      yield { postcode: textOf(this.#keys[at] ?? 0), position: this.#positionAt(at) };
  }

  #positionAt(at: number): Position {
    return { lat: this.#lats[at] ?? 0, lon: this.#lons[at] ?? 0 };
  }

  #grow(): void {
    const wider = (values: Float64Array) => {
      const room = new Float64Array(values.length * 2);
      room.set(values);
      return room;
    };
    this.#keys = wider(this.#keys);
    this.#lats = wider(this.#lats);
    this.#lons = wider(this.#lons);
  }

  /** Published files are in order already; any other is put in order once. */
  #order(): void {
    if (this.#inOrder) return;
    const keys = this.#keys;
    const rows = Uint32Array.from({ length: this.#size }, (_, row) => row);
    rows.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    const last = rows.filter((row, at) => keys[rows[at + 1] ?? -1] !== keys[row]);
    this.#lats = Float64Array.from(last, (row) => this.#lats[row] ?? 0);
    this.#lons = Float64Array.from(last, (row) => this.#lons[row] ?? 0);
    this.#keys = Float64Array.from(last, (row) => keys[row] ?? 0);
    this.#size = last.length;
    this.#inOrder = true;
  }
}

/** A postcode as one number whose order is the order of the text: eight places of base 37 are within 2^53. */
function keyOf(postcode: string): number {
  let key = 0;
  for (let at = 0; at < LONGEST; at += 1) {
    const code = postcode.charCodeAt(at);
    const digit = code >= 65 ? code - 54 : code >= 48 ? code - 47 : 0;
    key = key * LETTERS.length + digit;
  }
  return key;
}

function textOf(key: number): string {
  let text = "";
  for (let rest = key; text.length < LONGEST; rest = Math.floor(rest / LETTERS.length))
    text = `${LETTERS[rest % LETTERS.length] ?? ""}${text}`;
  return text.trimEnd();
}

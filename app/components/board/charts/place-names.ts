/** A mark on a map: its middle, and how far it reaches from there, in the units of the drawing. */
export interface Mark {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

/** Where a mark's words stand. `number` is set where there was no room for its name: the key says whose it is. */
export interface MarkName {
  readonly id: string;
  readonly words: string;
  readonly number: number | null;
  /** It stands so far from its mark that a line must lead there. */
  readonly isAway: boolean;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

/** How wide a letter is, of a text's size; short words are mostly wide letters, and have half a letter more. */
const LETTER = 0.6;
/** How far from its mark a number may stand, in its own heights. */
const FARTHEST = 6;

/**
 * Names for marks, those first that come first: each beside its mark where it covers no other name; where there is no
 * room, a number beside it, or a little farther off. Every mark has one or the other.
 */
export function placeNames(
  marks: readonly Mark[],
  size: { readonly width: number; readonly height: number; readonly text: number },
): readonly MarkName[] {
  const { text } = size;
  const taken: Box[] = [];
  const isFree = (box: Box) =>
    box.left >= 0 &&
    box.right <= size.width &&
    box.top >= 0 &&
    box.foot <= size.height &&
    taken.every(
      (other) =>
        box.right < other.left || box.left > other.right || box.foot < other.top || box.top > other.foot,
    );
  let numbers = 0;
  return marks.map(({ id, name, x, y, reach }): MarkName => {
    const tried = (words: string, away: number) =>
      waysAround(x, y, reach + away, text).find((way) => {
        const box = boxOf(way, (words.length * LETTER + 0.5) * text, text);
        if (!isFree(box)) return false;
        taken.push(box);
        return true;
      });
    const beside = tried(name, 0);
    if (beside !== undefined) return { id, words: name, number: null, isAway: false, ...beside };
    numbers += 1;
    const words = String(numbers);
    for (let away = 0; away < FARTHEST * text; away += text / 2) {
      const way = tried(words, away);
      if (way !== undefined) return { id, words, number: numbers, isAway: away > 0, ...way };
    }
    return { id, words, number: numbers, isAway: false, x, y: y + text / 3, anchor: "middle" };
  });
}

type Way = Pick<MarkName, "x" | "y" | "anchor">;

/** Right, left, above, beneath, then the corners. */
function waysAround(x: number, y: number, reach: number, text: number): readonly Way[] {
  const corner = reach * 0.75;
  return [
    { x: x + reach + 4, y: y + text / 3, anchor: "start" },
    { x: x - reach - 4, y: y + text / 3, anchor: "end" },
    { x, y: y - reach - 5, anchor: "middle" },
    { x, y: y + reach + text, anchor: "middle" },
    { x: x + corner + 2, y: y - corner, anchor: "start" },
    { x: x + corner + 2, y: y + corner + text * 0.7, anchor: "start" },
    { x: x - corner - 2, y: y - corner, anchor: "end" },
    { x: x - corner - 2, y: y + corner + text * 0.7, anchor: "end" },
  ];
}

function boxOf({ x, y, anchor }: Way, width: number, text: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - text, foot: y + 3 };
}

/** How much of a typed text is looked at; nobody writes a longer search, and a free-text answer is shorter. */
const MOST_CHARACTERS = 4000;

/**
 * A typed text as plain words: lower case, no accents, no apostrophes ("can't" is "cant"), everything else that is
 * not a letter or a digit is a space.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .slice(0, MOST_CHARACTERS)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['’‘`´ʼ]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return plain === "" ? [] : plain.split(" ");
}

/** A text without what people write now so and now so: capitals, accents, and how many spaces. In any script. */
export const folded = (text: string): string =>
  bare(bare(text).toUpperCase().toLowerCase()).replace(/\s+/gu, " ").trim();

const bare = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "");

/** Whether two words differ by at most `most` slips: a letter more, less, other, or two neighbours swapped. */
export function isWithinSlips(a: string, b: string, most: number): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > most) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    beforeLast = last;
    last = current;
  }
  return (last[b.length] ?? 0) <= most;
}

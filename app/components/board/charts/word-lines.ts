/**
 * Words in at most `most` lines of at most `longest` letters, for a picture, where nothing wraps by itself. What has no
 * room is cut, and ends in "…"; the table of the picture has all of it.
 */
export function wordLines(text: string, longest: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= longest) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  return kept.map((line, at) =>
    line.length > longest || (at === most - 1 && lines.length > most)
      ? `${line.slice(0, longest - 1).trimEnd()}…`
      : line,
  );
}

/**
 * A name in one line or two, of which the last has room for a number after it and a space between. The number stands
 * alone in the second where the first is full.
 */
export function linesWithNumber(name: string, number: string, longest: number): readonly string[] {
  const lines = wordLines(name, longest, 2);
  const left = longest - number.length - 1;
  const [first = "", second] = lines;
  if (second === undefined) return first.length <= left ? lines : [first, ""];
  return second.length <= left ? lines : [first, `${second.slice(0, left - 1).trimEnd()}…`];
}

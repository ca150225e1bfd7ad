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

/** Words that stay in capitals, as people write them. */
const CAPITALS = new Set(
  "NHS GP GPS UK HC MC PCC CIC CIO PLC LLP A&E ENT HIV AWP UWE BS MVMG MB II III IV USA TV IT H/C".split(" "),
);
/** Short forms without a vowel that are words, not initials. */
const SHORT_WORDS = new Set(
  "ST DR MR MRS MS RD CT CTR CTRE LTD PK SQ STR BLDG HTH DWN RTL HSE PHCY FM TCE GDNS CRT FLR GRP PRCT DRS WYN PLC".split(
    " ",
  ),
);
const SMALL_WORDS = new Set("and of the on in at by for with upon under to le de la near".split(" "));

/**
 * A name that was published in capitals, as people would write it: "ST.ANNE'S HC" becomes "St Anne's HC". A name with
 * small letters in it is left as its owner wrote it.
 */
export function readableName(published: string): string {
  const text = published.replace(/\s+/g, " ").trim();
  if (/[a-z]/.test(text)) return text;
  const spaced = text.replace(/\b(ST|DR|MR|MRS)\.\s*/g, "$1 ").replace(/,(?=\S)/g, ", ");
  const words = spaced.split(" ");
  const first = words.findIndex((word) => /^[A-Z]+\W*$/.test(word));
  return words.map((word, index) => readableWord(word, index <= first)).join(" ");
}

function readableWord(word: string, first: boolean): string {
  const core = word.replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, "");
  if (CAPITALS.has(core)) return word;
  if (/^\d+(ST|ND|RD|TH)$/.test(core)) return word.toLowerCase();
  if (/\d/.test(core)) return word;
  if (!first && SMALL_WORDS.has(word.toLowerCase())) return word.toLowerCase();
  if (/^[A-Z]{2,4}$/.test(core) && !/[AEIOUY]/.test(core) && !SHORT_WORDS.has(core)) return word;
  return word
    .split(/([-/&(])/)
    .map((piece, index) =>
      index > 0 && SMALL_WORDS.has(piece.toLowerCase()) ? piece.toLowerCase() : capital(piece),
    )
    .join("");
}

function capital(piece: string): string {
  const lower = piece.toLowerCase();
  const plain = lower.replace(/[a-z]/, (letter) => letter.toUpperCase());
  return plain
    .replace(/^Mc([a-z])([a-z]{2,})/, (_, letter: string, rest: string) => `Mc${letter.toUpperCase()}${rest}`)
    .replace(
      /^(O|D)'([a-z])([a-z]+)/,
      (_, prefix: string, letter: string, rest: string) => `${prefix}'${letter.toUpperCase()}${rest}`,
    )
    .replace(/\.([a-z])/g, (_, letter: string) => `.${letter.toUpperCase()}`);
}

/** The lines of an address that say something, readable, each once. */
export function readableAddress(lines: readonly string[]): string[] {
  const said = new Set<string>();
  const kept: string[] = [];
  for (const line of lines) {
    const readable = readableName(line).replace(/[,\s]+$/, "");
    const key = readable.toLowerCase();
    if (readable === "" || said.has(key)) continue;
    said.add(key);
    kept.push(readable);
  }
  return kept;
}

/** Two letters for a mark, from the words of a name that carry it. */
export function lettersOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !SMALL_WORDS.has(word.toLowerCase()));
  const initials = words.slice(0, 2).map((word) => word[0] ?? "");
  return (initials.length > 1 ? initials.join("") : (words[0] ?? "?").slice(0, 2)).toUpperCase();
}

/** Dark enough for white letters (contrast over 4.5), and calm. */
const MARK_COLOURS = [
  "#1d5c63",
  "#4b3b73",
  "#7a3b2e",
  "#2f5d34",
  "#5b4a1f",
  "#274f7d",
  "#6b2f55",
  "#3d4c57",
] as const;

/** The same colour for the same code at every load. */
export function colourOf(code: string): string {
  let sum = 0;
  for (const character of code) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return MARK_COLOURS[sum % MARK_COLOURS.length] ?? MARK_COLOURS[0];
}

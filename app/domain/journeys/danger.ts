import { plainWords } from "../shared/words";
import { DANGER_PHRASES, EVERYDAY_SAYINGS } from "./danger-phrases";
import { endOfMatch, mayBegin, type Phrase, parsePhrase, readWords } from "./phrases";
import type { Emergency } from "./types";

export interface Danger {
  readonly leadsTo: Emergency;
  /** The words that were met, in plain form. */
  readonly matched: string;
}

/** The most urgent first: when a text holds several, the first is what help begins with. */
const ORDER: readonly Emergency[] = ["999", "crisis", "111"];

const PHRASES: Readonly<Record<Emergency, readonly Phrase[]>> = {
  "999": DANGER_PHRASES["999"].map(parsePhrase),
  "111": DANGER_PHRASES["111"].map(parsePhrase),
  crisis: DANGER_PHRASES.crisis.map(parsePhrase),
};
const SAYINGS = EVERYDAY_SAYINGS.map(parsePhrase);

/**
 * Whether a search or a free-text answer holds words of danger, and which help comes first. It does not mind case,
 * apostrophes, spacing, s p a c e d letters, plurals, or a slip of the finger in a longer word.
 */
export function dangerIn(text: string): Danger | null {
  const words = withoutSayings(contracted(unspaced(plainWords(written(text)))));
  const read = readWords(words);
  for (const leadsTo of ORDER) {
    for (const phrase of PHRASES[leadsTo]) {
      if (!mayBegin(phrase, read)) continue;
      for (let start = 0; start < words.length; start += 1) {
        const end = endOfMatch(phrase, read, start);
        if (end !== -1) return { leadsTo, matched: words.slice(start, end).join(" ") };
      }
    }
  }
  return null;
}

/** Text without what cannot be seen inside a word, and "od'd" as the word that it stands for. */
const written = (text: string): string =>
  text.replace(/[\u00AD\u200B-\u200D\u2060]/g, "").replace(/\bod['’‘`´ʼ](e?d)\b/gi, "overdosed");

/** Three single letters or more in a row are a word that was spaced out: "c h e s t". "I" may stand before it. */
function unspaced(words: readonly string[]): readonly string[] {
  const said: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (/^[a-z]$/.test(words[end] ?? "")) end += 1;
    if (end - at < 3) {
      said.push(words[at] ?? "");
      at += 1;
      continue;
    }
    const begins = words[at] === "i" && end - at > 3 ? at + 1 : at;
    if (begins > at) said.push("i");
    said.push(words.slice(begins, end).join(""));
    at = end;
  }
  return said;
}

const VERBS_OF_NOT = new Set([
  "do",
  "does",
  "did",
  "is",
  "are",
  "was",
  "could",
  "would",
  "should",
  "have",
  "has",
]);

/** "do not", "can not", "cannot" and "will not" as people say them: "dont", "cant", "wont". */
function contracted(words: readonly string[]): readonly string[] {
  const said: string[] = [];
  for (const word of words) {
    const last = said[said.length - 1] ?? "";
    if (word === "not" && VERBS_OF_NOT.has(last)) said[said.length - 1] = `${last}nt`;
    else if (word === "not" && last === "can") said[said.length - 1] = "cant";
    else if (word === "not" && last === "will") said[said.length - 1] = "wont";
    else said.push(word === "cannot" ? "cant" : word);
  }
  return said;
}

/** Everyday sayings become an empty word, which keeps the words on either side from meeting. */
function withoutSayings(words: readonly string[]): readonly string[] {
  const read = readWords(words);
  if (!SAYINGS.some((saying) => mayBegin(saying, read))) return words;
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const end = Math.max(...SAYINGS.map((saying) => endOfMatch(saying, read, at)));
    kept.push(end === -1 ? (words[at] ?? "") : "");
    at = end === -1 ? at + 1 : end;
  }
  return kept;
}

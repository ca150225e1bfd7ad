import { isWithinSlips, plainWords } from "../shared/words";
import { DANGER_PHRASES, EVERYDAY_SAYINGS } from "./danger-phrases";
import type { Emergency } from "./types";

export interface Danger {
  readonly leadsTo: Emergency;
  /** The words that were met, in plain form. */
  readonly matched: string;
}

/** The most urgent first: when a text holds several, the first is what help begins with. */
const ORDER: readonly Emergency[] = ["999", "crisis", "111"];

/** How many words of any kind `..` may stand for. */
const WIDEST_GAP = 3;

/**
 * Whether a search or a free-text answer holds words of danger, and which help comes first. It does not mind case,
 * apostrophes, spacing, plurals, or a slip of the finger in a longer word.
 */
export function dangerIn(text: string): Danger | null {
  const words = withoutSayings(contracted(plainWords(text)));
  if (words.length === 0) return null;
  const meets = metBefore();
  for (const leadsTo of ORDER) {
    for (const phrase of PHRASES[leadsTo]) {
      for (let start = 0; start < words.length; start += 1) {
        const end = endOfMatch(phrase, 0, words, start, meets);
        if (end !== -1) return { leadsTo, matched: words.slice(start, end).join(" ") };
      }
    }
  }
  return null;
}

/** A place in a phrase: any of some words, or a gap. */
type Step = readonly Wanted[] | "gap";
interface Wanted {
  readonly word: string;
  readonly exact: boolean;
  readonly slips: number;
}

const parsePhrase = (phrase: string): readonly Step[] => {
  const parts = phrase.split(" ");
  const alone = parts.length === 1;
  return parts.map((part) => (part === ".." ? "gap" : part.split("|").map((word) => wanted(word, alone))));
};

/** A word that stands alone must be long before it is met with a slip; within a phrase the other words vouch for it. */
function wanted(text: string, alone: boolean): Wanted {
  const exact = text.endsWith("!");
  const word = exact ? text.slice(0, -1) : text;
  const slips = exact ? 0 : word.length >= 9 ? 2 : word.length >= (alone ? 7 : 5) ? 1 : 0;
  return { word, exact, slips };
}

const PHRASES: Readonly<Record<Emergency, readonly (readonly Step[])[]>> = {
  "999": DANGER_PHRASES["999"].map(parsePhrase),
  "111": DANGER_PHRASES["111"].map(parsePhrase),
  crisis: DANGER_PHRASES.crisis.map(parsePhrase),
};
const SAYINGS = EVERYDAY_SAYINGS.map(parsePhrase);

type Meets = (wanted: Wanted, word: string) => boolean;

/** A long answer says the same words again and again: each pair is compared once. */
function metBefore(): Meets {
  const known = new Map<Wanted, Map<string, boolean>>();
  return (wanted, word) => {
    const answers = known.get(wanted) ?? new Map<string, boolean>();
    known.set(wanted, answers);
    const answer = answers.get(word) ?? isMet(wanted, word);
    answers.set(word, answer);
    return answer;
  };
}

function isMet({ word, exact, slips }: Wanted, said: string): boolean {
  if (said === word) return true;
  if (exact) return false;
  if (said.length === word.length + 1 && said.endsWith("s") && said.startsWith(word)) return true;
  if (word.length === 4 && said.length === 4) return isSwap(word, said);
  return slips > 0 && isWithinSlips(word, said, slips);
}

/** "pian" for "pain": the commonest slip in a short word. */
function isSwap(a: string, b: string): boolean {
  for (let at = 0; at + 1 < a.length; at += 1) {
    if (`${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b) return true;
  }
  return false;
}

/** The place after a match of the phrase's steps from `step` at `at`; -1 when there is none. */
function endOfMatch(
  phrase: readonly Step[],
  step: number,
  words: readonly string[],
  at: number,
  meets: Meets,
): number {
  const current = phrase[step];
  if (current === undefined) return at;
  if (current === "gap") {
    for (let skipped = 0; skipped <= WIDEST_GAP && at + skipped < words.length; skipped += 1) {
      const end = endOfMatch(phrase, step + 1, words, at + skipped, meets);
      if (end !== -1) return end;
    }
    return -1;
  }
  const word = words[at];
  if (word === undefined) return -1;
  const next = words[at + 1];
  for (const wanted of current) {
    if (meets(wanted, word)) {
      const end = endOfMatch(phrase, step + 1, words, at + 1, meets);
      if (end !== -1) return end;
    }
    // "over dose", "can t", "my self": one word written as two.
    if (next !== undefined && word.length < wanted.word.length && word + next === wanted.word) {
      const end = endOfMatch(phrase, step + 1, words, at + 2, meets);
      if (end !== -1) return end;
    }
  }
  return endOfRunTogether(phrase, step, words, at, meets);
}

/** "chestpain", "wanttodie": several words written as one. */
function endOfRunTogether(
  phrase: readonly Step[],
  step: number,
  words: readonly string[],
  at: number,
  meets: Meets,
): number {
  const word = words[at] ?? "";
  const consume = (next: number, rest: string): number => {
    if (rest === "") return endOfMatch(phrase, next, words, at + 1, meets);
    const current = phrase[next];
    if (current === undefined) return -1;
    if (current === "gap") return consume(next + 1, rest);
    for (const { word: part } of current) {
      if (!rest.startsWith(part)) continue;
      const end = consume(next + 1, rest.slice(part.length));
      if (end !== -1) return end;
    }
    return -1;
  };
  const first = phrase[step];
  if (first === undefined || first === "gap") return -1;
  for (const { word: part } of first) {
    if (word.length <= part.length || !word.startsWith(part)) continue;
    const end = consume(step + 1, word.slice(part.length));
    if (end !== -1) return end;
  }
  return -1;
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

function withoutSayings(words: readonly string[]): readonly string[] {
  const meets = metBefore();
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const ends = SAYINGS.map((saying) => endOfMatch(saying, 0, words, at, meets));
    const end = Math.max(...ends);
    if (end === -1) {
      kept.push(words[at] ?? "");
      at += 1;
    } else {
      // An empty word keeps the words on either side from meeting.
      kept.push("");
      at = end;
    }
  }
  return kept;
}

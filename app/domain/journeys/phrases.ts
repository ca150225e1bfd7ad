import { remembered } from "../shared/remembered";
import { isWithinSlips } from "../shared/words";

/**
 * Phrases that are looked for in what people write. A step is any of some words, or a gap of up to three words of any
 * kind; among the words, MANY stands for a number of five or more. Steps hold numbers of the vocabulary, so that each word of a text is compared with each wanted word once.
 */
export type Phrase = readonly Step[];
type Step = readonly number[] | "gap";

interface Wanted {
  readonly word: string;
  /** How many slips are forgiven. */
  readonly slips: number;
  /** Only the word itself, not its plural. */
  readonly exact: boolean;
  readonly letters: number;
}

/** How many words of any kind `..` may stand for. */
const WIDEST_GAP = 3;

const vocabulary: Wanted[] = [];
const numbers = new Map<string, number>();
const numbersByWord = new Map<string, number[]>();

/** Stands for a number of five or more, in digits ("30", "30x") or as a word. */
const MANY = "#";
const FEW_IN_DIGITS = /^x?0*[0-4]?x?$/;
const IN_DIGITS = /^x?\d+x?$/;
const IN_WORDS =
  /^(five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|four|fif|six|seven|eigh|nine)ty|hundreds?|dozens?)$/;

const isMany = (word: string): boolean =>
  IN_DIGITS.test(word) ? !FEW_IN_DIGITS.test(word) : IN_WORDS.test(word);

/** Reads a phrase as it is written in danger-phrases: `a|b` either word, `..` a gap, `a!` exactly that word, `#` many. */
export function parsePhrase(phrase: string): Phrase {
  const parts = phrase.split(" ");
  const alone = parts.length === 1;
  return parts.map((part) => (part === ".." ? "gap" : part.split("|").map((text) => numberOf(text, alone))));
}

/** A word that stands alone must be long before a slip is forgiven; within a phrase the other words vouch for it. */
function numberOf(text: string, alone: boolean): number {
  const exact = text.endsWith("!");
  const word = exact ? text.slice(0, -1) : text;
  const slips = exact ? 0 : word.length >= 9 ? 2 : word.length >= (alone ? 7 : 5) ? 1 : 0;
  const key = `${word} ${slips} ${exact}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = vocabulary.length;
  vocabulary.push({ word, slips, exact, letters: lettersIn(word) });
  numbers.set(key, number);
  numbersByWord.set(word, [...(numbersByWord.get(word) ?? []), number]);
  return number;
}

/** How a word of a text meets a wanted one: bits of a flag. */
const AS_IT_IS = 1;
const WITH_THE_NEXT = 2;
const AS_ITS_BEGINNING = 4;
/** A shorter word cannot be two words of a phrase run together. */
const SHORTEST_RUN = 6;

/** A text's words, and for each of them how it meets each word of the vocabulary. */
export interface ReadWords {
  readonly words: readonly string[];
  readonly flags: readonly Uint8Array[];
  /** How any word of the text meets each word of the vocabulary. */
  readonly anywhere: Uint8Array;
}

export function readWords(words: readonly string[]): ReadWords {
  const anywhere = new Uint8Array(vocabulary.length);
  const flags = words.map((word, place) => {
    const alone = remembered(flagsByWord, word, () => flagsOf(word), WORDS_REMEMBERED);
    const next = words[place + 1] ?? "";
    const joined = word === "" || next === "" ? undefined : numbersByWord.get(word + next);
    if (joined === undefined) return alone;
    const both = Uint8Array.from(alone);
    for (const number of joined) both[number] = (both[number] ?? 0) | WITH_THE_NEXT;
    return both;
  });
  for (const each of new Set(flags)) {
    each.forEach((flag, number) => {
      anywhere[number] = (anywhere[number] ?? 0) | flag;
    });
  }
  return { words, flags, anywhere };
}

/** Texts are made of the same few thousand words; each is as many bytes as the vocabulary has words. */
const flagsByWord = new Map<string, Uint8Array>();
const WORDS_REMEMBERED = 4_000;

function flagsOf(said: string): Uint8Array {
  const flags = new Uint8Array(vocabulary.length);
  if (said === "") return flags;
  const letters = lettersIn(said);
  for (let number = 0; number < flags.length; number += 1) {
    const wanted = vocabulary[number];
    if (wanted === undefined) continue;
    if (isMet(wanted, said, letters)) flags[number] = AS_IT_IS;
    const isLonger = said.length >= SHORTEST_RUN && said.length > wanted.word.length;
    if (isLonger && said.startsWith(wanted.word)) flags[number] = (flags[number] ?? 0) | AS_ITS_BEGINNING;
  }
  return flags;
}

/** Whether the phrase's first word is anywhere in the text: most phrases end here. */
export function mayBegin(phrase: Phrase, { anywhere }: ReadWords): boolean {
  const first = phrase[0];
  return first !== undefined && first !== "gap" && flagsFor(first, anywhere) !== 0;
}

/** The place after a match of the phrase that starts at `at`; -1 when there is none. */
export const endOfMatch = (phrase: Phrase, text: ReadWords, at: number): number =>
  matched(phrase, 0, text, at);

function flagsFor(wanted: readonly number[], flags: Uint8Array): number {
  let all = 0;
  for (const number of wanted) all |= flags[number] ?? 0;
  return all;
}

function matched(phrase: Phrase, step: number, text: ReadWords, at: number): number {
  const current = phrase[step];
  if (current === undefined) return at;
  const here = text.flags[at];
  if (here === undefined) return -1;
  if (current === "gap") {
    for (let skipped = 0; skipped <= WIDEST_GAP; skipped += 1) {
      const end = matched(phrase, step + 1, text, at + skipped);
      if (end !== -1) return end;
    }
    return -1;
  }
  const flags = flagsFor(current, here);
  if (flags === 0) return -1;
  const end = (flags & AS_IT_IS) === 0 ? -1 : matched(phrase, step + 1, text, at + 1);
  if (end !== -1) return end;
  const endOfJoined = (flags & WITH_THE_NEXT) === 0 ? -1 : matched(phrase, step + 1, text, at + 2);
  if (endOfJoined !== -1) return endOfJoined;
  return (flags & AS_ITS_BEGINNING) === 0 ? -1 : matchedRest(phrase, step, text, at, text.words[at] ?? "");
}

/** "chestpain", "wanttodie": several words of the phrase written as one, of which `rest` is still to be met. */
function matchedRest(phrase: Phrase, step: number, text: ReadWords, at: number, rest: string): number {
  if (rest === "") return matched(phrase, step, text, at + 1);
  const current = phrase[step];
  if (current === undefined) return -1;
  if (current === "gap") return matchedRest(phrase, step + 1, text, at, rest);
  for (const number of current) {
    const part = vocabulary[number]?.word ?? "";
    if (!rest.startsWith(part)) continue;
    const end = matchedRest(phrase, step + 1, text, at, rest.slice(part.length));
    if (end !== -1) return end;
  }
  return -1;
}

function isMet({ word, exact, slips, letters }: Wanted, said: string, saidLetters: number): boolean {
  if (said === word) return true;
  if (word === MANY) return isMany(said);
  const more = said.length - word.length;
  if (exact || more > Math.max(1, slips) || -more > slips) return false;
  if (more === 1 && said.endsWith("s") && said.startsWith(word)) return true;
  if (word.length === 4) return more === 0 && letters === saidLetters && isSwap(word, said);
  // A slip changes at most two of the letters that a word is made of.
  if (slips === 0 || bitsIn(letters ^ saidLetters) > 2 * slips) return false;
  return isWithinSlips(word, said, slips);
}

/** "pian" for "pain": the commonest slip in a short word. */
function isSwap(a: string, b: string): boolean {
  for (let at = 0; at + 1 < a.length; at += 1) {
    if (`${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b) return true;
  }
  return false;
}

/** Which letters a word has, one bit each. */
function lettersIn(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let left = number; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

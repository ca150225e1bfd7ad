/** What a draw is for: each of a part's draws has a number of its own. */
export const DRAWS = {
  answers: 1,
  reason: 2,
  hours: 3,
  kept: 4,
  told: 5,
  informed: 6,
  wait: 7,
  hour: 8,
  cancels: 9,
  passOn: 10,
  choosesAgain: 11,
  day: 20,
  hourOfDay: 21,
  minute: 22,
  sex: 23,
  age: 24,
  birthday: 25,
  home: 26,
  registered: 27,
  checked: 28,
  place: 29,
  way: 30,
  first: 31,
  access: 32,
  language: 33,
  count: 34,
  again: 35,
} as const;
export type Draw = keyof typeof DRAWS;

const FNV_PRIME = 16_777_619;

/** A whole number that stands for a text, the same on every machine (FNV-1a, then mixed). */
export function numberOf(text: string, seed = 0): number {
  let hash = 2_166_136_261 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return mixed(hash);
}

/**
 * From 0 up to 1, by what it is for and not by when it is drawn. So the same part meets the same luck with the same
 * partner whatever else changes, and two simulations differ by what was changed and by nothing else.
 */
export const luckOf = (part: number, draw: Draw, organisation = 0, time = 0): number =>
  mixed(part ^ Math.imul(organisation + DRAWS[draw], 0x9e3779b1) ^ Math.imul(time, 0x85ebca6b)) /
  4_294_967_296;

/** Spreads a small difference over all the bits (the finaliser of MurmurHash3). */
function mixed(number: number): number {
  let hash = number ^ (number >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

import type { OfferWords } from "~/domain/directory/types";
import { dateInWords } from "~/domain/shared/in-words";

/** Less than this of a text says too little to stop after it. */
const SHORTEST = 60;

/** A text's first sentences up to a length, and what comes after them. Never cut inside a word. */
export function cutAtSentence(
  text: string,
  longest: number,
): { readonly start: string; readonly rest: string } {
  const whole = text.trim();
  if (whole.length <= longest) return { start: whole, rest: "" };
  const head = whole.slice(0, longest + 1);
  const ends = [...head.matchAll(/[.!?][)”"’']?(?=\s)/g)].map((end) => end.index + end[0].length);
  const sentence = ends.filter((end) => end >= SHORTEST).at(-1);
  if (sentence !== undefined) {
    return { start: whole.slice(0, sentence), rest: whole.slice(sentence).trim() };
  }
  const word = head.lastIndexOf(" ");
  const at = word > 0 ? word : longest;
  return { start: `${whole.slice(0, at)} …`, rest: `… ${whole.slice(at).trim()}` };
}

/** A published website as a link: its address, and its name as people read it. Null for all that is not http or https. */
export function websiteLink(website: string | null): { readonly href: string; readonly name: string } | null {
  if (website === null || !URL.canParse(website)) return null;
  const { protocol, href, hostname } = new URL(website);
  return protocol === "https:" || protocol === "http:"
    ? { href, name: hostname.replace(/^www\./, "") }
    : null;
}

/** "Checked on 13 April 2023 by Bristol's community directory"; null when nobody says when. */
export function checkedWords({ checkedOn, source }: Pick<OfferWords, "checkedOn" | "source">): string | null {
  const by = source === undefined ? "" : ` by ${source}`;
  return checkedOn === null ? null : `Checked on ${dateInWords(checkedOn)}${by}`;
}

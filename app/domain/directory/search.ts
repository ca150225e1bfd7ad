import MiniSearch from "minisearch";
import { plainWords } from "../shared/words";
import { COLLOQUIALISMS } from "./colloquial";
import type { Directory } from "./directory";
import type { Service } from "./types";

export interface ServiceHit {
  readonly service: Service;
  readonly score: number;
  /** The service's own words that the search met, in their plain form. */
  readonly matched: readonly string[];
}

export interface ServiceSearch {
  find(text: string): readonly ServiceHit[];
}

/** Words that say nothing of what is wanted. "cant" stays out of it: "cant sleep" is found by "sleep". */
const STOP_WORDS = new Set(
  (
    "a an and am are at be been but by can cant could do does for from get got had has have having help i id if " +
    "ill im in is it its ive me my need of on or our please really so some still that the their them there they " +
    "this to too up very want was we what when where who will with you your"
  ).split(" "),
);

/** How much a word counts by where it stands. */
const BOOST = { name: 6, synonyms: 5, said: 3, summary: 2, needs: 1.5, whatItIs: 1 } as const;
/** A whole phrase that a service is known by outweighs any single word. */
const PHRASE_BONUS = 30;
const NAME_BONUS = 40;
/** The longest search that is looked at; the rest of a pasted letter is left. */
const MOST_WORDS = 24;
/** A service that meets a search this much less well than the best one does would only be in the way. */
const FAINT = 0.05;
/** More than anyone reads. */
const MOST_HITS = 12;

interface Entry {
  readonly id: number;
  readonly service: Service;
  readonly name: string;
  readonly phrases: readonly string[];
  readonly fields: Readonly<Record<keyof typeof BOOST, string>>;
}

/** The catalogue's services in the order of how well they meet what was typed. Nothing typed finds nothing. */
export const searchServices = (directory: Directory, text: string): readonly ServiceHit[] =>
  directory.search.find(text);

/** An index over open services: plain words, typos and beginnings of words, and what people call things. */
export function buildSearch(services: readonly Service[]): ServiceSearch {
  const entries = services
    .filter((service) => service.status === "open")
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(entryOf);
  const index = new MiniSearch<Readonly<Record<string, unknown>>>({
    fields: Object.keys(BOOST),
    tokenize: plainWords,
    processTerm: stem,
  });
  index.addAll(entries.map((entry) => ({ id: entry.id, ...entry.fields })));
  const spelling = spellingOf(entries.flatMap((entry) => Object.values(entry.fields)));

  return {
    find(text) {
      const words = asSpelt(plainWords(text).slice(0, MOST_WORDS), spelling);
      const wanted = words.filter((word) => !STOP_WORDS.has(word));
      const said = ` ${words.map(stem).join(" ")} `;
      const scores = new Map<number, { score: number; matched: string[] }>();
      const results =
        wanted.length === 0
          ? []
          : index.search(wanted.join(" "), {
              boost: BOOST,
              // As it was typed: "phy" is long enough to be the beginning of a word, though its sound is "fy".
              prefix: (term, at) => (wanted[at] ?? term).length >= 3,
              fuzzy: (term) => (term.length >= 8 ? 2 : term.length >= 4 ? 1 : false),
              weights: { fuzzy: 0.3, prefix: 0.5 },
            });
      for (const result of results) {
        const share = result.queryTerms.length / wanted.length;
        scores.set(result.id, {
          score: result.score * share,
          matched: result.terms.map((term) => spelling.get(term) ?? term),
        });
      }
      for (const entry of entries) {
        const phrase = entry.phrases.find((each) => said.includes(each));
        const bonus = said === entry.name ? NAME_BONUS : phrase === undefined ? 0 : PHRASE_BONUS;
        if (bonus === 0) continue;
        const known = scores.get(entry.id);
        const words = (phrase ?? entry.name)
          .trim()
          .split(" ")
          .map((term) => spelling.get(term) ?? term)
          .join(" ");
        scores.set(entry.id, {
          score: (known?.score ?? 0) + bonus,
          matched: known?.matched.includes(words) ? known.matched : [words, ...(known?.matched ?? [])],
        });
      }
      const best = Math.max(0, ...[...scores.values()].map(({ score }) => score));
      return [...scores]
        .filter(([, { score }]) => score >= best * FAINT)
        .sort(([a, first], [b, second]) => second.score - first.score || a - b)
        .slice(0, MOST_HITS)
        .flatMap(([id, { score, matched }]) => {
          const service = entries[id]?.service;
          return service === undefined ? [] : [{ service, score, matched }];
        });
    },
  };
}

function entryOf(service: Service, id: number): Entry {
  const own = [service.name, ...service.synonyms].map(phraseOf);
  const all = phraseOf([service.name, service.summary, ...service.synonyms, ...service.whatItIs].join(" "));
  const said = COLLOQUIALISMS.filter(({ about }) =>
    about.some((words) => all.includes(phraseOf(words))),
  ).flatMap((each) => each.said);
  return {
    id,
    service,
    name: phraseOf(service.name),
    phrases: own
      .flatMap(asWritten)
      .filter((phrase) => phrase.trim() !== "" && !STOP_WORDS.has(phrase.trim())),
    fields: {
      name: service.name,
      synonyms: service.synonyms.join(" "),
      said: said.join(" "),
      summary: service.summary,
      needs: service.needs.join(" "),
      whatItIs: service.whatItIs.join(" "),
    },
  };
}

/** Two words are often written as one: "ear wax", "earwax". */
function asWritten(phrase: string): string[] {
  const words = phrase.trim().split(" ");
  return words.length === 2 ? [phrase, ` ${words.join("")} `] : [phrase];
}

/** A phrase between spaces, so that "back" is not found within "feedback". */
const phraseOf = (text: string): string => ` ${plainWords(text).map(stem).join(" ")} `;

/** Every word of the catalogue by its stem, as it is written there. */
function spellingOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const spelling = new Map<string, string>();
  for (const word of texts.flatMap(plainWords)) {
    if (!spelling.has(stem(word))) spelling.set(stem(word), word);
  }
  return spelling;
}

/** Mends what letter-by-letter likeness misses: "water works" as one word, and two letters swapped in a short word. */
function asSpelt(words: readonly string[], spelling: ReadonlyMap<string, string>): string[] {
  const mended: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const joined = spelling.get(stem(word + (words[at + 1] ?? "")));
    if (at + 1 < words.length && joined !== undefined) {
      mended.push(joined);
      at += 1;
    } else {
      mended.push(
        spelling.has(stem(word)) || STOP_WORDS.has(word) ? word : (unswapped(word, spelling) ?? word),
      );
    }
  }
  return mended;
}

function unswapped(word: string, spelling: ReadonlyMap<string, string>): string | undefined {
  if (word.length < 4 || word.length > 12) return undefined;
  for (let at = 0; at + 1 < word.length; at += 1) {
    const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    const known = spelling.get(stem(swapped));
    if (known !== undefined) return known;
  }
  return undefined;
}

/** "feet", "eyes" and "allergies" meet "foot", "eye" and "allergy", and "fysio" meets "physio"; more hurts short lists. */
function stem(written: string): string {
  if (written === "feet") return "foot";
  if (written === "teeth") return "tooth";
  const term = written.replaceAll("ph", "f");
  if (term.length > 4 && term.endsWith("ies")) return `${term.slice(0, -3)}y`;
  if (term.length > 3 && term.endsWith("s") && !term.endsWith("ss") && !term.endsWith("us"))
    return term.slice(0, -1);
  return term;
}

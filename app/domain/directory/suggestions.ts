import { servicesBesideHelp } from "../journeys/beside-help";
import { dangerIn } from "../journeys/danger";
import type { Emergency } from "../journeys/types";
import { remembered } from "../shared/remembered";
import type { Directory } from "./directory";
import { searchServices } from "./search";
import type { Service } from "./types";

export interface Suggestions {
  /** The help that comes before any suggestion; null when the words name no danger. */
  readonly danger: Emergency | null;
  /** Best first; few, so that they are read at a glance. */
  readonly services: readonly Service[];
}

const MOST = 6;
/** Shorter than this, anything could be meant. */
const SHORTEST = 2;
const MOST_KEPT = 2_000;

/** Many people type the same beginnings, so the answers of a catalogue are kept for as long as it is. */
const kept = new WeakMap<Directory["search"], Map<string, Suggestions>>();

/** What may be meant by what has been typed so far. */
export function suggestionsFor(directory: Directory, typed: string): Suggestions {
  const text = typed.trim().toLowerCase();
  const answers = kept.get(directory.search) ?? new Map<string, Suggestions>();
  kept.set(directory.search, answers);
  return remembered(answers, text, () => found(directory, text), MOST_KEPT);
}

function found(directory: Directory, text: string): Suggestions {
  const danger = dangerIn(text)?.leadsTo ?? null;
  const hits = text.length < SHORTEST ? [] : searchServices(directory, text);
  const services = servicesBesideHelp(
    danger,
    hits.map(({ service }) => service),
  );
  return { danger, services: services.slice(0, MOST) };
}

import type { Directory } from "~/domain/directory/directory";
import type { PartFact } from "~/domain/flow/fact";
import { type FlowPeriod, mondaysOf } from "~/domain/flow/period";
import { daysFrom, type Instant, localInstant, milliseconds, type PlainDate } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import { readPartFacts } from "~db/queries/part-facts";
import type { Onedoor } from "./context";

/** What happens now is read again when it is older than this. */
const FRESH_MS = 60_000;
/** How many parts are handed on at a time: measuring them takes a few milliseconds, and others are answered between. */
const AT_ONCE = 500;
/** How many weeks are kept, of all brands together. */
const MOST_KEPT = 400;

interface Kept {
  readonly facts: readonly PartFact[];
  readonly readAt: number;
}
/** By database, so that two of them in one process know nothing of each other. */
const kept = new WeakMap<Database, Map<string, Kept>>();

/**
 * The parts that were asked for in a period, some at a time: those that people really asked for, and those of the
 * brand's year that have no such record. Weeks are kept in memory.
 */
export async function* flowFacts(
  onedoor: Onedoor,
  directory: Directory,
  period: FlowPeriod,
): AsyncGenerator<readonly PartFact[]> {
  for (const monday of mondaysOf(period)) {
    const facts = await weekOfFacts(onedoor, directory, monday);
    for (let from = 0; from < facts.length; from += AT_ONCE) {
      yield facts.slice(from, from + AT_ONCE);
      await othersFirst();
    }
  }
}

async function weekOfFacts(
  onedoor: Onedoor,
  directory: Directory,
  monday: PlainDate,
): Promise<readonly PartFact[]> {
  const weeks = kept.get(onedoor.db) ?? new Map<string, Kept>();
  kept.set(onedoor.db, weeks);
  const key = `${directory.brand.id} ${monday}`;
  const at = milliseconds(onedoor.clock());
  const before = weeks.get(key);
  if (before !== undefined && at - before.readAt < FRESH_MS) return before.facts;
  const facts = await readWeek(onedoor, directory, monday);
  if (weeks.size >= MOST_KEPT) weeks.clear();
  weeks.set(key, { facts, readAt: at });
  return facts;
}

async function readWeek(
  { db }: Onedoor,
  directory: Directory,
  monday: PlainDate,
): Promise<readonly PartFact[]> {
  const week = { since: startOf(monday), until: startOf(daysFrom(monday, 7)) };
  const saysWhatToBring = (id: string) => (directory.service(id)?.whatToBring.length ?? 0) > 0;
  const facts: PartFact[] = [];
  for await (const some of readPartFacts(db.kysely, directory.brand.id, week, saysWhatToBring)) {
    facts.push(...some);
    await othersFirst();
  }
  return facts;
}

const startOf = (day: PlainDate): Instant => localInstant(day, "00:00");

/** Lets whatever else waits for this process be done first. */
const othersFirst = (): Promise<void> => new Promise((go) => setImmediate(go));

import type { Directory } from "~/domain/directory/directory";
import type { PartFact } from "~/domain/flow/fact";
import { demandFact, joined } from "~/domain/flow/past";
import { type FlowPeriod, mondaysOf } from "~/domain/flow/period";
import { daysFrom, type Instant, localInstant, type PlainDate } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import { readPartFacts } from "~db/queries/part-facts";
import { openPastWeek } from "~db/queries/past-weeks";
import type { Onedoor } from "./context";
import { OwnTurn, othersFirst } from "./others-first";

/** How many parts are looked at in one go, and then it is asked whether others wait. */
const AT_ONCE = 20;
/** How many parts are handed on in one go. */
const HANDED_ON = 200;
/** How many weeks are kept, of all brands together. */
const MOST_KEPT = 300;

/** A week as it was read, and what has been added up from it, by name. */
interface Week {
  /** Of the brand's made-up year, whose weeks are written once. */
  readonly past: readonly PartFact[];
  /** What people really asked for, as it stood when it was first read on a day. */
  readonly live: readonly PartFact[];
  readonly facts: readonly PartFact[];
  readonly readOn: PlainDate;
  readonly sums: Map<string, unknown>;
  /** Of the directory that the sums are of: nobody asks for those of an older one again. */
  version: number;
}
/** By database, so that two of them in one process know nothing of each other. */
const kept = new WeakMap<Database, Map<string, Week>>();

/** Which weeks, and the brand's day: what happens meanwhile is told the next day, and not while somebody watches. */
export interface FlowAsked {
  readonly period: FlowPeriod;
  readonly today: PlainDate;
}

/**
 * The parts that were asked for in a period, some at a time: those that people really asked for, and those of the
 * brand's made-up year that have no such record.
 */
export async function* flowFacts(
  onedoor: Onedoor,
  directory: Directory,
  { period, today }: FlowAsked,
): AsyncGenerator<readonly PartFact[]> {
  for (const monday of mondaysOf(period))
    yield* inPieces((await weekOf(onedoor, directory, monday, today)).facts);
}

/** What adds parts up. */
export interface Adding {
  add(fact: PartFact, week: PlainDate): void;
}

/**
 * What is added up from the parts of a period, week by week. What was added up before is kept under its name, which
 * says all that it depends on beside the parts.
 */
export async function* flowSums<Sums extends Adding>(
  onedoor: Onedoor,
  directory: Directory,
  { period, today }: FlowAsked,
  name: string,
  start: () => Sums,
): AsyncGenerator<readonly [monday: PlainDate, sums: Sums]> {
  for (const monday of mondaysOf(period)) {
    const week = await weekOf(onedoor, directory, monday, today);
    if (week.version !== directory.version) {
      week.sums.clear();
      week.version = directory.version;
    }
    const before = week.sums.get(name) as Sums | undefined;
    if (before !== undefined) {
      yield [monday, before];
      // Whoever asks puts it together with the weeks before it.
      await othersFirst();
      continue;
    }
    const sums = start();
    await inTurns(week.facts, (fact) => sums.add(fact, monday));
    week.sums.set(name, sums);
    yield [monday, sums];
  }
}

async function* inPieces(facts: readonly PartFact[]): AsyncGenerator<readonly PartFact[]> {
  for (let from = 0; from < facts.length; from += HANDED_ON) {
    yield facts.slice(from, from + HANDED_ON);
    await othersFirst();
  }
}

async function inTurns<Each>(all: Iterable<Each>, work: (each: Each) => void): Promise<void> {
  const turn = new OwnTurn();
  let done = 0;
  for (const each of all) {
    work(each);
    done += 1;
    if (done % AT_ONCE === 0) await turn.endWhenLong();
  }
  await othersFirst();
}

async function weekOf(
  onedoor: Onedoor,
  directory: Directory,
  monday: PlainDate,
  today: PlainDate,
): Promise<Week> {
  const weeks = kept.get(onedoor.db) ?? new Map<string, Week>();
  kept.set(onedoor.db, weeks);
  const key = `${directory.brand.id} ${monday}`;
  const before = weeks.get(key);
  // The made-up year may still be in the making: what is not there yet is looked for again.
  const isKnown = before !== undefined && before.past.length > 0;
  const past = isKnown ? before.past : await readPast(onedoor, directory, monday);
  const isOfToday = before?.readOn === today;
  if (isOfToday && (isKnown || past.length === 0)) return before;
  const live = isOfToday ? before.live : await readLive(onedoor, directory, monday);
  const { version } = directory;
  const week: Week = { past, live, facts: joined(past, live), readOn: today, sums: new Map(), version };
  if (weeks.size >= MOST_KEPT) weeks.clear();
  weeks.set(key, week);
  return week;
}

/** A brand that is a copy has its original's past. */
async function readPast(
  { db }: Onedoor,
  { brand }: Directory,
  monday: PlainDate,
): Promise<readonly PartFact[]> {
  const parts = await openPastWeek(db.kysely, brand.historyOf ?? brand.id, monday);
  await othersFirst();
  const facts: PartFact[] = [];
  await inTurns(parts, ({ need, fact }) => void facts.push(fact ?? demandFact(need)));
  return facts;
}

async function readLive(
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

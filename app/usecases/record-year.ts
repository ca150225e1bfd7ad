import { setImmediate } from "node:timers/promises";
import type { Directory } from "~/domain/directory/directory";
import type { PartFact } from "~/domain/flow/fact";
import { dayAfter, dayBefore, daysFrom, localDate, localInstant, type PlainDate } from "~/domain/shared/time";
import { inTime, type RecordedRequest } from "~/domain/simulation/replay";
import { simulate } from "~/domain/simulation/simulate";
import { throughout } from "~/domain/simulation/throughout";
import { weeklyPlaces } from "~/domain/simulation/weekly-places";
import { type Week, weekOf } from "~/domain/simulation/weeks";
import { type Home, type Period, requestsOf } from "~/domain/simulation/year";
import { YearParameters } from "~/domain/simulation/year-parameters";
import {
  deletePastWeeks,
  type PastPart,
  type PastWeek,
  readPastYear,
  writePastWeeks,
} from "~db/queries/past-weeks";
import { postcodesOfDistricts } from "~db/queries/places";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/** What a brand's year is made from, whatever year it is. */
export interface YearAsked extends Omit<YearParameters, "from" | "until"> {
  /** Where people live: districts as they are named with the postcodes. */
  readonly districts: readonly string[];
}

export interface YearWatch {
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, of: number) => void;
}

export type YearResult =
  | {
      readonly kind: "recorded" | "there";
      readonly parts: number;
      readonly from: PlainDate;
      readonly until: PlainDate;
    }
  /** It was asked to stop: the year is whole when it is asked for again. */
  | { readonly kind: "stopped" }
  /** There is no year to be made for this brand. Nothing was changed. */
  | { readonly kind: "refused"; readonly problem: string };

const YEAR_DAYS = 364;
/** How many parts are simulated before others get their turn: a few milliseconds. */
const AT_ONCE = 200;

/**
 * Makes the past year of a brand, which ended yesterday, and writes it week by week. A year of the same parameters that
 * is there whole is left as it is, whenever it was made; one that was cut short is made whole; one of other parameters is
 * replaced. Others get their turn every few milliseconds.
 */
export async function recordYear(
  onedoor: Onedoor,
  brandId: string,
  asked: YearAsked,
  watch: YearWatch = {},
): Promise<YearResult> {
  const { signal, progress = () => {} } = watch;
  const directory = await onedoor.directories.current(brandId);
  const problem = refusalOf(directory, asked);
  if (problem !== null) return { kind: "refused", problem };
  const homes = await postcodesOfDistricts(onedoor.db.kysely, asked.districts);
  if (homes.length === 0) {
    return {
      kind: "refused",
      problem: `No postcode of ${asked.districts.join(" or ")} is known: load the area first`,
    };
  }
  const today = localDate(await brandNow(onedoor, brandId));
  const plan = planOf(asked, today, await readPastYear(onedoor.db.kysely, brandId));
  const { parameters, missing } = plan;
  const { from, until } = parameters;
  if (missing.length === 0) return { kind: "there", parts: plan.parts, from, until };

  const weeks = await demandOf(directory, parameters, homes, signal);
  const facts = await factsOf(directory, parameters, weeks, today, { ...watch, progress });
  if (signal?.aborted) return { kind: "stopped" };
  if (plan.replaces) await onedoor.db.write((tx) => deletePastWeeks(tx, brandId));
  let parts = 0;
  for (const { startsOn, of } of weeks) {
    parts += of.length;
    if (!missing.includes(startsOn)) continue;
    if (signal?.aborted) return { kind: "stopped" };
    const week: Week<PastPart> = {
      startsOn,
      of: of.map((need) => ({ need, fact: facts?.get(need.id) ?? null })),
    };
    await onedoor.db.write((tx) => writePastWeeks(tx, brandId, parameters, [week]));
    await setImmediate();
  }
  return { kind: "recorded", parts, from, until };
}

function refusalOf({ brand, organisations }: Directory, { behaviour }: YearAsked): string | null {
  if (brand.historyOf !== undefined) {
    return `The past of ${brand.name} is that of the brand it was copied from: make the year there`;
  }
  if (brand.kind === "real" && behaviour !== null) {
    return `${brand.name} has real names: only what people ask for can be made up for it, and not how a partner behaves`;
  }
  if (brand.kind !== "real" && behaviour === null) {
    return `${brand.name} is made up: say how its partners behave`;
  }
  if (!organisations.some(({ kind, listSize }) => kind === "practice" && listSize !== null)) {
    return `No practice of ${brand.name} has a known list: there is nobody to ask for anything`;
  }
  return null;
}

interface Plan {
  readonly parameters: YearParameters;
  /** The weeks that are still to be written. */
  readonly missing: readonly PlainDate[];
  /** What is there is of other parameters. */
  readonly replaces: boolean;
  /** How many parts are there. */
  readonly parts: number;
}

function planOf(
  { districts: _, ...asked }: YearAsked,
  today: PlainDate,
  there: { readonly parameters: YearParameters; readonly weeks: readonly PastWeek[] } | null,
): Plan {
  const until = dayBefore(today);
  const wanted = YearParameters.parse({ ...asked, from: daysFrom(today, -YEAR_DAYS), until });
  const isSame =
    there !== null &&
    JSON.stringify(there.parameters) ===
      JSON.stringify({ ...wanted, from: there.parameters.from, until: there.parameters.until });
  const parameters = isSame ? there.parameters : wanted;
  const written = new Set(isSame ? there.weeks.map(({ startsOn }) => startsOn) : []);
  return {
    parameters,
    missing: mondaysOf(parameters).filter((monday) => !written.has(monday)),
    replaces: there !== null && !isSame,
    parts: isSame ? there.weeks.reduce((sum, { parts }) => sum + parts, 0) : 0,
  };
}

function mondaysOf({ from, until }: Period): readonly PlainDate[] {
  const mondays: PlainDate[] = [];
  for (let monday = weekOf(from); monday <= until; monday = daysFrom(monday, 7)) mondays.push(monday);
  return mondays;
}

/** What is asked for, week by week, each in the order of time. A week in which nobody asks is there too. */
async function demandOf(
  directory: Directory,
  { demand, seed, from, until }: YearParameters,
  homes: readonly Home[],
  signal: AbortSignal | undefined,
): Promise<readonly Week<RecordedRequest>[]> {
  const weeks = new Map(mondaysOf({ from, until }).map((monday) => [monday, [] as RecordedRequest[]]));
  const period = { from, until };
  for (const some of requestsOf({ demand, directory, homes, period, seed })) {
    if (signal?.aborted) return [];
    for (const each of some) weeks.get(weekOf(localDate(each.at)))?.push(each);
    await setImmediate();
  }
  const inOrder: Week<RecordedRequest>[] = [];
  for (const [startsOn, of] of weeks) {
    inOrder.push({ startsOn, of: of.sort(inTime) });
    await setImmediate();
  }
  return inOrder;
}

/** What becomes of each, by its id; null where no behaviour is made up. */
async function factsOf(
  directory: Directory,
  { demand, behaviour, seed, from, until }: YearParameters,
  weeks: readonly Week<RecordedRequest>[],
  today: PlainDate,
  { signal, progress = () => {} }: YearWatch,
): Promise<ReadonlyMap<string, PartFact> | null> {
  if (behaviour === null) return null;
  const facts = new Map<string, PartFact>();
  const then = throughout(directory, today, { from, until });
  const world = {
    directory: then,
    overlay: new Map(),
    behaviour,
    placesAWeek: weeklyPlaces(demand, behaviour, then),
  };
  const recorded = weeks.flatMap(({ of }) => of);
  const options = { seed, until: localInstant(dayAfter(until), "00:00"), every: AT_ONCE };
  for (const { facts: some, done, of } of simulate(world, recorded, options)) {
    if (signal?.aborted) return null;
    for (const fact of some) facts.set(fact.id, fact);
    progress(done, of);
    await setImmediate();
  }
  return facts;
}

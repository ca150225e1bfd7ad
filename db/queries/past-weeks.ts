import { type Instant, localDate, localInstant, type PlainDate } from "~/domain/shared/time";
import { type Week, weekOf } from "~/domain/simulation/weeks";
import { YearParameters } from "~/domain/simulation/year-parameters";
import type { Reader, Tx } from "../connect";
import { eachPartOfWeek, type PastPart, weekBody } from "./past-week-body";

export type { PastPart } from "./past-week-body";

/** From a moment on, until just before another. */
export interface PastPeriod {
  readonly from: Instant;
  readonly until: Instant;
}

/** A week that is stored, and how many parts it has. */
export interface PastWeek {
  readonly startsOn: PlainDate;
  readonly parts: number;
}

/** Writes weeks, each whole; one that is there is replaced. */
export async function writePastWeeks(
  tx: Tx,
  brandId: string,
  parameters: YearParameters,
  weeks: readonly Week<PastPart>[],
): Promise<void> {
  const madeFrom = JSON.stringify(parameters);
  for (const { startsOn, of } of weeks) {
    await tx
      .insertInto("past_weeks")
      .values({
        brand_id: brandId,
        starts_on: startsOn,
        parts: of.length,
        made_from: madeFrom,
        body: weekBody(of),
      })
      .onConflict((conflict) =>
        conflict.columns(["brand_id", "starts_on"]).doUpdateSet((row) => ({
          parts: row.ref("excluded.parts"),
          made_from: row.ref("excluded.made_from"),
          body: row.ref("excluded.body"),
        })),
      )
      .execute();
  }
}

/** Forgets a brand's made-up past. */
export async function deletePastWeeks(tx: Tx, brandId: string): Promise<void> {
  await tx.deleteFrom("past_weeks").where("brand_id", "=", brandId).execute();
}

/** The weeks that a brand has, the first first, with what they were made from; null when it has none. */
export async function readPastYear(
  reader: Reader,
  historyBrandId: string,
): Promise<{ readonly parameters: YearParameters; readonly weeks: readonly PastWeek[] } | null> {
  const weeks = await reader
    .selectFrom("past_weeks")
    .select(["starts_on", "parts"])
    .where("brand_id", "=", historyBrandId)
    .orderBy("starts_on")
    .execute();
  const [first] = weeks;
  if (first === undefined) return null;
  const { made_from } = await reader
    .selectFrom("past_weeks")
    .select("made_from")
    .where("brand_id", "=", historyBrandId)
    .where("starts_on", "=", first.starts_on)
    .executeTakeFirstOrThrow();
  return {
    parameters: YearParameters.parse(JSON.parse(made_from)),
    weeks: weeks.map(({ starts_on, parts }) => ({ startsOn: starts_on, parts })),
  };
}

/** The parts of one week, in the order of time, then of ids. Empty when there is no such week. */
export const readPastWeek = async (
  reader: Reader,
  historyBrandId: string,
  startsOn: PlainDate,
): Promise<PastPart[]> => [...(await openPastWeek(reader, historyBrandId, startsOn))];

/** The same, for who takes them one by one: each is read as it is taken. */
export async function openPastWeek(
  reader: Reader,
  historyBrandId: string,
  startsOn: PlainDate,
): Promise<Iterable<PastPart>> {
  const row = await reader
    .selectFrom("past_weeks")
    .select("body")
    .where("brand_id", "=", historyBrandId)
    .where("starts_on", "=", startsOn)
    .executeTakeFirst();
  return row === undefined ? [] : eachPartOfWeek(row.body);
}

/**
 * The parts that were asked for in a period, in the order of time, a week at a time: a week is read in a few
 * milliseconds, and others get their turn in between.
 */
export async function* pastPartsByWeek(
  reader: Reader,
  historyBrandId: string,
  { from, until }: PastPeriod,
): AsyncGenerator<Week<PastPart>, void, void> {
  if (from >= until) return;
  const weeks = await reader
    .selectFrom("past_weeks")
    .select("starts_on")
    .where("brand_id", "=", historyBrandId)
    .where("starts_on", ">=", weekOf(localDate(from)))
    .where("starts_on", "<=", localDate(until))
    .orderBy("starts_on")
    .execute();
  for (const { starts_on } of weeks) {
    const parts = await readPastWeek(reader, historyBrandId, starts_on);
    await new Promise(setImmediate);
    const isWhole = localInstant(starts_on, "00:00") >= from;
    yield {
      startsOn: starts_on,
      of: parts.filter(({ need }) => (isWhole || need.at >= from) && need.at < until),
    };
  }
}

/** The same in one list. */
export async function readPastParts(
  reader: Reader,
  historyBrandId: string,
  period: PastPeriod,
): Promise<PastPart[]> {
  const parts: PastPart[] = [];
  for await (const { of } of pastPartsByWeek(reader, historyBrandId, period)) {
    for (const part of of) parts.push(part);
  }
  return parts;
}

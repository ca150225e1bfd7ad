import type { Selectable } from "kysely";
import type { Who } from "~/domain/journeys/draft-answers";
import type { Raised } from "~/domain/journeys/raised";
import type { Emergency } from "~/domain/journeys/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** Whom a stop is about and how they said to be reached: only what they had given in that draft. */
export interface StoppedPerson {
  readonly name: string;
  readonly who: Who;
  /** Who asks, when it is for somebody else. */
  readonly asker: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly avoid: readonly string[];
}

/** A journey that a sign of an emergency stopped. */
export interface Stop {
  readonly id: string;
  readonly draftId: string;
  readonly serviceId: string;
  readonly step: string;
  readonly leadsTo: Emergency;
  readonly raised: Raised;
  /** The first time that it was said; `times` counts it said again in the same draft. */
  readonly at: Instant;
  readonly times: number;
  readonly person: StoppedPerson | null;
  /** By when the front desk reaches the person; null when nobody can be reached. */
  readonly dueAt: Instant | null;
  /** Of the request that the draft became after all; null while it became none. */
  readonly reference: string | null;
  readonly closed: { readonly at: Instant; readonly by: string; readonly outcome: string } | null;
}

export type NewStop = Omit<Stop, "times" | "reference" | "closed">;

/** Keeps that a journey was stopped. The same thing said again at the same step is counted, and tells who it is if that is known by now. */
export async function keepStop(tx: Tx, brandId: string, stop: NewStop): Promise<string> {
  const raised = JSON.stringify(stop.raised);
  const person = stop.person && JSON.stringify(stop.person);
  const before = await tx
    .selectFrom("red_flag_stops")
    .select(["id", "times", "person"])
    .where("brand_id", "=", brandId)
    .where("draft_id", "=", stop.draftId)
    .where("step", "=", stop.step)
    .where("raised", "=", raised)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (before) {
    await tx
      .updateTable("red_flag_stops")
      .set({
        times: before.times + 1,
        ...(before.person === null && person !== null ? { person, due_at: stop.dueAt } : {}),
      })
      .where("brand_id", "=", brandId)
      .where("id", "=", before.id)
      .execute();
    return before.id;
  }
  await tx
    .insertInto("red_flag_stops")
    .values({
      brand_id: brandId,
      id: stop.id,
      draft_id: stop.draftId,
      service_id: stop.serviceId,
      step: stop.step,
      leads_to: stop.leadsTo,
      raised,
      at: stop.at,
      times: 1,
      person,
      due_at: stop.dueAt,
      reference: null,
      closed_at: null,
      closed_by: null,
      outcome: null,
    })
    .execute();
  return stop.id;
}

/** The draft went on and became a request: its stops name it, and whom it is for. Returns how many there were. */
export async function linkStops(
  tx: Tx,
  brandId: string,
  draftId: string,
  {
    reference,
    person,
    dueAt,
  }: { readonly reference: string; readonly person: StoppedPerson; readonly dueAt: Instant },
): Promise<number> {
  const stops = await tx
    .selectFrom("red_flag_stops")
    .select(["id", "person"])
    .where("brand_id", "=", brandId)
    .where("draft_id", "=", draftId)
    .execute();
  for (const stop of stops) {
    const found = stop.person === null ? { person: JSON.stringify(person), due_at: dueAt } : {};
    await tx
      .updateTable("red_flag_stops")
      .set({ reference, ...found })
      .where("brand_id", "=", brandId)
      .where("id", "=", stop.id)
      .execute();
  }
  return stops.length;
}

/** The stops whose person can be reached and whom nobody has seen to yet, the earliest deadline first, at most `limit`. */
export async function openStops(reader: Reader, brandId: string, limit = 100): Promise<Stop[]> {
  const rows = await reader
    .selectFrom("red_flag_stops")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("closed_at", "is", null)
    .where("due_at", "is not", null)
    .orderBy("due_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toStop);
}

/** How many journeys were stopped since a moment whose person cannot be reached, by where they were led. */
export async function countUnreached(
  reader: Reader,
  brandId: string,
  since: Instant,
): Promise<Readonly<Record<Emergency, number>>> {
  const rows = await reader
    .selectFrom("red_flag_stops")
    .select(({ fn }) => ["leads_to", fn.countAll<number>().as("many")])
    .where("brand_id", "=", brandId)
    .where("at", ">=", since)
    .where("person", "is", null)
    .groupBy("leads_to")
    .execute();
  const many = (leadsTo: Emergency) => Number(rows.find((row) => row.leads_to === leadsTo)?.many ?? 0);
  return { "999": many("999"), "111": many("111"), crisis: many("crisis") };
}

export async function readStop(reader: Reader, brandId: string, id: string): Promise<Stop | undefined> {
  const row = await reader
    .selectFrom("red_flag_stops")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && toStop(row);
}

/** Closes a stop with what was done, once. False when it is closed already, or is not there. */
export async function closeStop(
  tx: Tx,
  brandId: string,
  id: string,
  { at, by, outcome }: { readonly at: Instant; readonly by: string; readonly outcome: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("red_flag_stops")
    .set({ closed_at: at, closed_by: by, outcome })
    .where("brand_id", "=", brandId)
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const toStop = (row: Selectable<Tables["red_flag_stops"]>): Stop => ({
  id: row.id,
  draftId: row.draft_id,
  serviceId: row.service_id,
  step: row.step,
  leadsTo: row.leads_to as Emergency,
  raised: JSON.parse(row.raised) as Raised,
  at: row.at,
  times: row.times,
  person: row.person === null ? null : (JSON.parse(row.person) as StoppedPerson),
  dueAt: row.due_at,
  reference: row.reference,
  closed:
    row.closed_at === null
      ? null
      : { at: row.closed_at, by: row.closed_by ?? "", outcome: row.outcome ?? "" },
});

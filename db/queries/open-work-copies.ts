import type { Selectable } from "kysely";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { appendedRows, type EventRow } from "./events";
import { copyMessages } from "./message-copies";
import { putInto, renamedRow } from "./renamed-rows";

/** Where new names come from, and what was named so far: old id or reference → new one. */
export interface Names {
  readonly newId: () => string;
  readonly newReference: () => string;
  readonly given: Map<string, string>;
}

/** The requests of a brand of which a part is open, in the order of their ids. */
export async function openRequestIds(reader: Reader, brandId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom("parts")
    .select("request_id")
    .distinct()
    .where("brand_id", "=", brandId)
    .where("status", "=", "open")
    .orderBy("request_id")
    .execute();
  return rows.map((row) => row.request_id);
}

/** What was copied: the requests, by their new ids, each with its events as they were written. */
export interface CopiedWork {
  readonly requestId: string;
  readonly events: readonly EventRow[];
}

/**
 * Copies requests with all that hangs from them, each row under a new id that stands for the old one wherever that is
 * named. What is over meanwhile is not copied, nor is what has a time that another request of the copy has already: both
 * have moved on since the list was made. What was still to be sent counts as sent, for a copy tells nobody anything twice.
 */
export async function copyRequests(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
  requestIds: readonly string[],
  names: Names,
): Promise<CopiedWork[]> {
  const slots = await takenSlots(tx, from, requestIds);
  const stillOpen = await openAmong(tx, from, requestIds);
  const occupied = await busyIn(
    tx,
    to,
    slots.map(({ id }) => id),
  );
  const clashing = new Set(slots.filter(({ id }) => occupied.has(id)).map(({ request_id }) => request_id));
  const ids = stillOpen.filter((id) => !clashing.has(id));
  if (ids.length === 0) return [];

  const of = { brandId: from, requestIds: ids };
  const requests = await tx
    .selectFrom("requests")
    .selectAll()
    .where("brand_id", "=", from)
    .where("id", "in", ids)
    .orderBy("id")
    .execute();
  const parts = await rowsOf(tx, "parts", of);
  const decisions = await rowsOf(tx, "decisions", of);
  const fulfilments = await rowsOf(tx, "fulfilments", of);
  const messages = await rowsOf(tx, "messages", of);
  const { given, newId, newReference } = names;
  for (const { id, reference, draft_id } of requests) {
    given.set(id, newId());
    given.set(draft_id, newId());
    given.set(reference, newReference());
  }
  for (const { id } of [...parts, ...decisions, ...fulfilments, ...messages]) given.set(id, newId());

  const put = putInto(tx, to, given);
  await put("requests", requests, ["body"]);
  await put("parts", parts, ["promise", "body"]);
  await put("decisions", decisions, ["body"]);
  await put("fulfilments", fulfilments, ["body"]);
  for (const slot of slots) if (!clashing.has(slot.request_id)) await takeSlot(tx, to, slot, given);
  const { events, seqOf } = await copyEvents(tx, { from, to }, ids, given);
  await copyMessages(tx, { from, to }, messages, { given, seqOf });
  await copyHanging(tx, { from, to }, { parts, fulfilments }, given);
  const copied = new Map<string, EventRow[]>(ids.map((id) => [given.get(id) ?? id, []]));
  for (const event of events) copied.get(event.request_id)?.push(event);
  return [...copied].map(([requestId, its]) => ({ requestId, events: its }));
}

type OfRequest = "parts" | "decisions" | "fulfilments" | "messages";

const rowsOf = <T extends OfRequest>(
  tx: Tx,
  table: T,
  { brandId, requestIds }: { readonly brandId: string; readonly requestIds: readonly string[] },
): Promise<Selectable<Tables[T]>[]> =>
  (tx as Reader)
    .selectFrom(table as OfRequest)
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .orderBy("id")
    .execute() as Promise<Selectable<Tables[T]>[]>;

type TakenSlot = Selectable<Tables["slots"]> & { readonly request_id: string };

async function takenSlots(tx: Tx, brandId: string, requestIds: readonly string[]): Promise<TakenSlot[]> {
  return tx
    .selectFrom("fulfilments")
    .innerJoin("slots", (join) =>
      join
        .onRef("slots.brand_id", "=", "fulfilments.brand_id")
        .onRef("slots.fulfilment_id", "=", "fulfilments.id"),
    )
    .selectAll("slots")
    .select("fulfilments.request_id")
    .where("fulfilments.brand_id", "=", brandId)
    .where("fulfilments.request_id", "in", requestIds)
    .execute();
}

async function openAmong(tx: Tx, brandId: string, requestIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("parts")
    .select("request_id")
    .distinct()
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .where("status", "=", "open")
    .orderBy("request_id")
    .execute();
  return rows.map((row) => row.request_id);
}

async function busyIn(tx: Tx, brandId: string, slotIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (slotIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom("slots")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("id", "in", slotIds)
    .where("status", "=", "busy")
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** In the copy, a slot is busy for whoever has it: also one that has begun, which was not copied with the others. */
async function takeSlot(
  tx: Tx,
  brandId: string,
  { request_id: _request, ...slot }: TakenSlot,
  given: ReadonlyMap<string, string>,
): Promise<void> {
  const fulfilment_id = given.get(slot.fulfilment_id ?? "") ?? null;
  const taken = { status: "busy", held_by: null, held_until: null, blocked_why: null, fulfilment_id };
  await tx
    .insertInto("slots")
    .values({ ...slot, ...taken, brand_id: brandId })
    .onConflict((conflict) => conflict.columns(["brand_id", "id"]).doUpdateSet(taken))
    .execute();
}

async function copyEvents(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
  requestIds: readonly string[],
  given: ReadonlyMap<string, string>,
): Promise<{ readonly events: EventRow[]; readonly seqOf: ReadonlyMap<number, number> }> {
  const rows = await tx
    .selectFrom("events")
    .selectAll()
    .where("brand_id", "=", from)
    .where("request_id", "in", requestIds)
    .orderBy("seq")
    .execute();
  const events: EventRow[] = [];
  const seqOf = new Map<number, number>();
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const these = rows.slice(start, start + AT_ONCE);
    const written = await appendedRows(
      tx,
      these.map(({ seq: _seq, ...row }) => ({
        ...(renamedRow(row, ["actor", "body"], given) as typeof row),
        brand_id: to,
      })),
    );
    for (const [place, { seq }] of these.entries()) {
      const as = written[place];
      if (as !== undefined) seqOf.set(Number(seq), as.seq);
    }
    events.push(...written);
  }
  return { events, seqOf };
}

async function copyHanging(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
  {
    parts,
    fulfilments,
  }: {
    readonly parts: readonly { readonly id: string }[];
    readonly fulfilments: readonly { readonly id: string }[];
  },
  given: ReadonlyMap<string, string>,
): Promise<void> {
  const put = putInto(tx, to, given);
  const partIds = parts.map(({ id }) => id);
  const said = tx.selectFrom("feedback").selectAll().where("brand_id", "=", from);
  await put("feedback", await said.where("part_id", "in", partIds).execute(), []);
  if (fulfilments.length === 0) return;
  const fulfilmentIds = fulfilments.map(({ id }) => id);
  const wishes = tx.selectFrom("earlier_wishes").selectAll().where("brand_id", "=", from);
  await put("earlier_wishes", await wishes.where("fulfilment_id", "in", fulfilmentIds).execute(), ["body"]);
  const offered = await tx
    .selectFrom("earlier_offers")
    .selectAll()
    .where("brand_id", "=", from)
    .where("fulfilment_id", "in", fulfilmentIds)
    .where((eb) =>
      eb("slot_id", "in", eb.selectFrom("slots").select("slots.id").where("slots.brand_id", "=", to)),
    )
    .execute();
  await put("earlier_offers", offered, []);
}

/**
 * Copies what belongs to several requests, or to none: pairs that somebody said are not one asked twice, and journeys
 * that a sign of an emergency stopped and that the front desk has not closed.
 */
export async function copyBetweenRequests(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
  { given, newId }: Names,
): Promise<void> {
  const put = putInto(tx, to, given);
  const pairs = await tx.selectFrom("not_asked_twice").selectAll().where("brand_id", "=", from).execute();
  await put(
    "not_asked_twice",
    pairs.flatMap((pair) => {
      const [one_id, other_id] = [given.get(pair.one_id), given.get(pair.other_id)].sort();
      return one_id === undefined || other_id === undefined ? [] : [{ ...pair, one_id, other_id }];
    }),
    [],
  );
  const stops = await tx
    .selectFrom("red_flag_stops")
    .selectAll()
    .where("brand_id", "=", from)
    .where("closed_at", "is", null)
    .execute();
  const along = stops.filter(({ reference }) => reference === null || given.has(reference));
  for (const { id, draft_id } of along) {
    given.set(id, newId());
    if (!given.has(draft_id)) given.set(draft_id, newId());
  }
  await put("red_flag_stops", along, ["raised", "person"]);
}

/** How many rows of events go in one statement. */
const AT_ONCE = 1_000;

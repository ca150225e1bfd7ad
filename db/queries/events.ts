import type { Insertable, Selectable } from "kysely";
import type { Actor, FulfilmentEvent } from "~/domain/fulfilment/types";
import { MESSAGE_EVENTS } from "~/domain/messages/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";

/** What happened to a request, by whom and when. */
export interface RecordedEvent {
  readonly seq: number;
  readonly at: Instant;
  /** Null when it is about the whole request. */
  readonly partId: string | null;
  readonly actor: Actor;
  readonly event: FulfilmentEvent;
}

/** An event of a part, or of a whole request, that is not written yet. */
export interface NewEvent {
  readonly event: FulfilmentEvent;
  readonly requestId: string;
  readonly partId: string | null;
}

/** Writes events in the order given. Returns the rows as they were written, in that order. */
export async function appendEvents(
  tx: Tx,
  brandId: string,
  events: readonly NewEvent[],
  about: { readonly at: Instant; readonly actor: Actor },
): Promise<EventRow[]> {
  if (events.length === 0) return [];
  const actor = JSON.stringify(about.actor);
  return appendedRows(
    tx,
    events.map(({ event, requestId, partId }) => ({
      brand_id: brandId,
      request_id: requestId,
      part_id: partId,
      type: event.type,
      at: about.at,
      actor,
      body: JSON.stringify(event),
    })),
  );
}

/** Writes rows of events in the order given, one or more, and returns them in that order as they were written. */
export async function appendedRows(
  tx: Tx,
  events: readonly Insertable<Tables["events"]>[],
): Promise<EventRow[]> {
  const rows = await tx.insertInto("events").values(events).returning(EVENT_COLUMNS).execute();
  return rows.map(toRow).sort((a, b) => a.seq - b.seq);
}

/** An event as it stands in its table, every column: what an audit entry vouches for. */
export type EventRow = Readonly<Pick<Selectable<Tables["events"]>, (typeof EVENT_COLUMNS)[number]>>;
const EVENT_COLUMNS = ["seq", "request_id", "part_id", "type", "at", "actor", "body"] as const;
const toRow = (row: Pick<Selectable<Tables["events"]>, (typeof EVENT_COLUMNS)[number]>): EventRow => ({
  ...row,
  seq: Number(row.seq),
});

/** The events of a brand after a number, in their order, at most `limit`. */
export async function eventRowsAfter(
  reader: Reader,
  brandId: string,
  seq: number,
  limit: number,
): Promise<EventRow[]> {
  const rows = await reader
    .selectFrom("events")
    .select(EVENT_COLUMNS)
    .where("brand_id", "=", brandId)
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(toRow);
}

/** All events of a request, in the order they happened. */
export async function readEvents(
  reader: Reader,
  brandId: string,
  requestId: string,
): Promise<RecordedEvent[]> {
  const rows = await reader
    .selectFrom("events")
    .select(["seq", "at", "part_id", "actor", "body"])
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .orderBy("seq")
    .execute();
  return rows.map(toEvent);
}

/** What happens to messages, and calls: nothing of the request is otherwise for it. */
const CHANGES_NOTHING = [...MESSAGE_EVENTS, "call-made"];

/** Who did the last thing to a request itself; undefined when nothing has happened to it. */
export async function lastActor(
  reader: Reader,
  brandId: string,
  requestId: string,
): Promise<Actor | undefined> {
  const row = await reader
    .selectFrom("events")
    .select("actor")
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .where("type", "not in", CHANGES_NOTHING)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  return row && (JSON.parse(row.actor) as Actor);
}

const toEvent = (
  row: Pick<Selectable<Tables["events"]>, "seq" | "at" | "part_id" | "actor" | "body">,
): RecordedEvent => ({
  seq: Number(row.seq),
  at: row.at,
  partId: row.part_id,
  actor: JSON.parse(row.actor) as Actor,
  event: JSON.parse(row.body) as FulfilmentEvent,
});

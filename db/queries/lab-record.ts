import { z } from "zod";
import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import { LabEvent, type Recorded } from "~/domain/usability/log";
import type { Permission } from "~/domain/usability/study";
import type { Reader, Tx } from "../connect";

/** What is to be recorded. `id` is the teller's own: what is told twice is recorded once. */
export interface ToRecord {
  readonly id: string;
  /** Real time, when it happened. */
  readonly at: Instant;
  readonly event: LabEvent;
}

/** Records what happened, in the order given. */
export async function appendLabEvents(
  tx: Tx,
  brandId: string,
  participantId: string,
  events: readonly ToRecord[],
): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto("lab_events")
    .values(
      events.map(({ id, at, event }) => ({
        brand_id: brandId,
        participant_id: participantId,
        id,
        at,
        body: toJson(event),
      })),
    )
    .onConflict((conflict) => conflict.columns(["brand_id", "participant_id", "id"]).doNothing())
    .execute();
}

/** What is recorded of a participant after a place in the record, in its order. */
export async function readLabRecord(
  reader: Reader,
  brandId: string,
  participantId: string,
  after = 0,
): Promise<(Recorded & { readonly id: string })[]> {
  const rows = await reader
    .selectFrom("lab_events")
    .select(["seq", "id", "at", "body"])
    .where("brand_id", "=", brandId)
    .where("participant_id", "=", participantId)
    .where("seq", ">", after)
    .orderBy("seq")
    .execute();
  return rows.map(({ seq, id, at, body }) => ({
    seq: Number(seq),
    id,
    at,
    event: LabEvent.parse(JSON.parse(body)),
  }));
}

const MOVING: ReadonlySet<string> = new Set<LabEvent["kind"]>([
  "task-shown",
  "task-begun",
  "task-over",
  "paused",
  "resumed",
  "world-reset",
  "answered",
  "questions-left",
  "stopped",
  "finished",
]);

/** All of an event that says whether a session may stand elsewhere by it. */
const OfKind = z.object({ kind: z.string() });

/** That something was recorded of somebody. */
export interface LabChange {
  readonly seq: number;
  readonly brandId: string;
  readonly participantId: string;
  /** The session may stand elsewhere by it. */
  readonly moves: boolean;
}

/** The newest number in the record, over all brands; 0 when there is none. */
export async function newestLabChange(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom("lab_events")
    .select(({ fn }) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

/** Who had a break, or has one, and who had none, as far as is known to whoever reads on from number to number. */
export type Breaks = Map<string, boolean>;

const keyOf = ({ brand_id, participant_id }: Whose): string => JSON.stringify([brand_id, participant_id]);

/**
 * What was recorded after a number, oldest first, at most `limit`. A page may end a break, of who had one: that is looked for
 * once, and `breaks` knows it from there on.
 */
export async function labChangesAfter(
  reader: Reader,
  seq: number,
  limit: number,
  breaks: Breaks = new Map(),
): Promise<LabChange[]> {
  const rows = await reader
    .selectFrom("lab_events")
    .select(["seq", "brand_id", "participant_id", "body"])
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(limit)
    .execute();
  const fresh = rows.map(({ body, ...row }) => ({ ...row, ...OfKind.parse(JSON.parse(body)) }));
  for (const { kind, ...row } of fresh) if (kind === "paused") breaks.set(keyOf(row), true);
  const unknown = fresh.filter((row) => row.kind === "page" && !breaks.has(keyOf(row)));
  const hadBreak = await hadBreaks(reader, unknown);
  for (const row of unknown) breaks.set(keyOf(row), hadBreak(row));
  return fresh.map(({ kind, ...row }) => ({
    seq: Number(row.seq),
    brandId: row.brand_id,
    participantId: row.participant_id,
    moves: MOVING.has(kind) || (kind === "page" && breaks.get(keyOf(row)) === true),
  }));
}

/** Which of some participants had a break, or have one. */
export async function hadBreaks(reader: Reader, whose: readonly Whose[]): Promise<(one: Whose) => boolean> {
  if (whose.length === 0) return () => false;
  const rows = await reader
    .selectFrom("lab_events")
    .select(["brand_id", "participant_id"])
    .distinct()
    .where("brand_id", "in", [...new Set(whose.map((each) => each.brand_id))])
    .where("participant_id", "in", [...new Set(whose.map((each) => each.participant_id))])
    .where("body", "like", '%"kind":"paused"%')
    .execute();
  return (one) =>
    rows.some((row) => row.brand_id === one.brand_id && row.participant_id === one.participant_id);
}

interface Whose {
  readonly brand_id: string;
  readonly participant_id: string;
}

/** What a participant agreed to, as they last said, and since when; undefined before they did. The whole record need not be read for it. */
export async function readConsent(
  reader: Reader,
  brandId: string,
  participantId: string,
): Promise<{ readonly permissions: ReadonlySet<Permission>; readonly since: Instant } | undefined> {
  const [told] = await newestOfKinds(reader, brandId, participantId, ["consented"]);
  return told?.event.kind === "consented"
    ? { permissions: new Set(told.event.permissions), since: told.at }
    : undefined;
}

/** When a session ended, by itself or early; undefined while it has not. */
export async function readEndOfSession(
  reader: Reader,
  brandId: string,
  participantId: string,
): Promise<Instant | undefined> {
  const [told] = await newestOfKinds(reader, brandId, participantId, ["finished", "stopped"]);
  return told?.at;
}

/** What was recorded of some kinds, the newest first. */
async function newestOfKinds(
  reader: Reader,
  brandId: string,
  participantId: string,
  kinds: readonly LabEvent["kind"][],
): Promise<readonly { readonly at: Instant; readonly event: LabEvent }[]> {
  const rows = await reader
    .selectFrom("lab_events")
    .select(["body", "at"])
    .where("brand_id", "=", brandId)
    .where("participant_id", "=", participantId)
    .where((row) => row.or(kinds.map((kind) => row("body", "like", `%"kind":"${kind}"%`))))
    .orderBy("seq", "desc")
    .execute();
  return rows
    .map(({ body, at }) => ({ at, event: LabEvent.parse(JSON.parse(body)) }))
    .filter(({ event }) => kinds.includes(event.kind));
}

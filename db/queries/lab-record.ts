import { toJson } from "~/domain/shared/json";
import type { Instant } from "~/domain/shared/time";
import { LabEvent, type Recorded } from "~/domain/usability/log";
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

import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { PartFact } from "~/domain/flow/fact";
import { type PartStory, partFact } from "~/domain/flow/part-fact";
import type { FulfilmentEvent } from "~/domain/fulfilment/types";
import type { RoutingDecision } from "~/domain/routing/types";
import type { Reader } from "../connect";
import type { Tables } from "../schema";
import type { Period } from "./figures";
import { toFulfilment, toPart } from "./fulfilment-rows";

/** How many requests are read at a time: a server answers others between. */
const BATCH = 50;

/** The parts of requests that were made in a period, as a board may know them, some at a time. No name is ever read. */
export async function* readPartFacts(
  reader: Reader,
  brandId: string,
  { since, until }: Period,
  saysWhatToBring: (serviceId: string) => boolean,
): AsyncGenerator<readonly PartFact[]> {
  let after = { at: since, id: "" };
  for (;;) {
    const requests = await reader
      .selectFrom("requests")
      .select(["id", "account_id", "person_born_on", "submitted_at"])
      .where("brand_id", "=", brandId)
      .where("submitted_at", ">=", after.at)
      .where("submitted_at", "<", until)
      .where((eb) => eb.or([eb("submitted_at", ">", after.at), eb("id", ">", after.id)]))
      .orderBy("submitted_at")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const last = requests.at(-1);
    if (last === undefined) return;
    const stories = await storiesOf(reader, brandId, requests);
    yield stories.flatMap((story) => partFact(story, saysWhatToBring) ?? []);
    after = { at: last.submitted_at, id: last.id };
  }
}

type RequestRow = Pick<
  Selectable<Tables["requests"]>,
  "id" | "account_id" | "person_born_on" | "submitted_at"
>;

async function storiesOf(
  reader: Reader,
  brandId: string,
  requests: readonly RequestRow[],
): Promise<readonly PartStory[]> {
  const ids = requests.map(({ id }) => id);
  const parts = await reader
    .selectFrom("parts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "in", ids)
    .orderBy("request_id")
    .orderBy("position")
    .execute();
  const fulfilments = await reader
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "in", ids)
    .orderBy("position")
    .execute();
  const decisions = await reader
    .selectFrom("decisions")
    .select(["id", "part_id", "body"])
    .where("brand_id", "=", brandId)
    .where("request_id", "in", ids)
    .orderBy("at")
    .orderBy("id")
    .execute();
  const events = await reader
    .selectFrom("events")
    .select(["seq", "request_id", "part_id", "at", "body"])
    .where("brand_id", "=", brandId)
    .where("request_id", "in", ids)
    .where("type", "in", [...TELLING])
    .orderBy("seq")
    .execute();
  const messages = await reader
    .selectFrom("messages")
    .select(["request_id", "event_seq", "status", "created_at", "told_at"])
    .where("brand_id", "=", brandId)
    .where("request_id", "in", ids)
    .where("recipient", "=", "patient")
    .where("event_seq", "is not", null)
    .execute();
  const requestsById = new Map(requests.map((request) => [request.id, request]));
  return parts.map((row): PartStory => {
    const request = requestsById.get(row.request_id);
    if (request === undefined) throw new Error(`Part ${row.id} has no request`);
    const ownEvents = events.filter(
      ({ request_id, part_id }) => request_id === row.request_id && (part_id === row.id || part_id === null),
    );
    const seqs = new Set(ownEvents.map(({ seq }) => Number(seq)));
    return {
      part: toPart(row),
      person: personOf(request),
      bornOn: request.person_born_on,
      submittedAt: request.submitted_at,
      fulfilments: fulfilments.filter(({ part_id }) => part_id === row.id).map(toFulfilment),
      decisions: decisions
        .filter(({ part_id }) => part_id === row.id)
        .map(({ id, body }) => ({ id, decision: JSON.parse(body) as RoutingDecision })),
      events: ownEvents.map(({ at, body }) => ({ at, event: JSON.parse(body) as FulfilmentEvent })),
      told: messages
        .filter(({ request_id, event_seq }) => request_id === row.request_id && seqs.has(Number(event_seq)))
        .map(({ status, created_at, told_at }) => ({
          writtenAt: created_at,
          reached: status !== "failed" || told_at !== null,
          reachedAt: told_at ?? created_at,
        })),
    };
  });
}

/** Who asks for somebody else asks with another date of birth; a guest's requests are known by nothing but themselves. */
const personOf = ({ id, account_id, person_born_on }: RequestRow): string =>
  account_id === null
    ? id
    : createHash("sha256").update(`${account_id} ${person_born_on}`).digest("base64url");

/** Events that say when a person was seen, that they asked, or that they were told. */
const TELLING = [
  "request-submitted",
  "fulfilment-accepted",
  "appointment-booked",
  "fulfilment-started",
  "fulfilment-completed",
  "part-routed",
  "returned-to-patient",
  "handed-to-desk",
  "promise-at-risk",
  "promise-broken",
  "question-asked",
  "part-closed",
] as const satisfies readonly FulfilmentEvent["type"][];

import { sql } from "kysely";
import type { Actor, FulfilmentEvent, Owner } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { toPart } from "./fulfilment-rows";
import { OPEN } from "./open";

type RedFlagTold = Extract<FulfilmentEvent, { type: "red-flag-told" }>;

/** What whoever has a part has not seen yet, or not answered: what cannot wait comes first. */
export const UNSEEN = ["red-flag", "question", "information"] as const;
export type Unseen = (typeof UNSEEN)[number];

/**
 * What people said of these requests that the organisation has not opened since; a question, until it is answered. By
 * part.
 */
export async function unseenOf(
  reader: Reader,
  brandId: string,
  organisationId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, Unseen>> {
  if (requestIds.length === 0) return new Map();
  const said = await reader
    .selectFrom("events")
    .select(["part_id", "request_id", "type", "at"])
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .where("type", "in", ["information-added", "question-asked", "question-answered", "red-flag-told"])
    .orderBy("seq")
    .execute();
  if (said.length === 0) return new Map();
  const opened = await openedAt(reader, brandId, organisationId, [
    ...new Set(said.map(({ request_id }) => request_id)),
  ]);
  const unseen = new Map<string, Set<Unseen>>();
  for (const { part_id, request_id, type, at } of said) {
    const of = unseen.get(part_id ?? "") ?? new Set();
    const isNew = (opened.get(request_id) ?? "") < at;
    if (type === "question-asked") of.add("question");
    if (type === "question-answered") of.delete("question");
    if (type === "information-added" && isNew) of.add("information");
    if (type === "red-flag-told" && isNew) of.add("red-flag");
    unseen.set(part_id ?? "", of);
  }
  return new Map(
    [...unseen].flatMap(([partId, of]) => {
      const first = UNSEEN.find((each) => of.has(each));
      return first === undefined ? [] : [[partId, first] as const];
    }),
  );
}

/** When somebody of an organisation last opened each request. */
async function openedAt(
  reader: Reader,
  brandId: string,
  organisationId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  const reads = await readsAtWork(reader, brandId, requestIds);
  return new Map(
    reads.flatMap(({ requestId, at, who }) =>
      who.kind === "partner" && who.organisationId === organisationId ? [[requestId, at] as const] : [],
    ),
  );
}

/** Somebody at work who opened a request. */
export interface ReadAtWork {
  readonly requestId: string;
  readonly at: Instant;
  readonly who: Extract<Actor, { kind: "partner" | "desk" }>;
}

/** Each time that somebody at work opened one of these requests, the first first, as it was written down. */
export async function readsAtWork(
  reader: Reader,
  brandId: string,
  requestIds: readonly string[],
  since: Instant | null = null,
): Promise<ReadAtWork[]> {
  if (requestIds.length === 0) return [];
  const rows = await reader
    .selectFrom("audit")
    .select(["subject", "at", "actor"])
    .where("brand_id", "=", brandId)
    .where("subject", "in", requestIds)
    .where("action", "=", "opened")
    .$if(since !== null, (query) => query.where("at", ">=", since ?? ""))
    .where((eb) => eb.or([eb("actor", "like", '%"kind":"partner"%'), eb("actor", "like", '%"kind":"desk"%')]))
    .orderBy("seq")
    .execute();
  return rows.flatMap(({ subject, at, actor }) => {
    const who = JSON.parse(actor) as Actor;
    return who.kind === "partner" || who.kind === "desk" ? [{ requestId: subject, at, who }] : [];
  });
}

/** Who else of an organisation has opened each of these requests since a moment: the last one of each. */
export async function lookedAtBy(
  reader: Reader,
  brandId: string,
  me: { readonly organisationId: string; readonly accountId: string },
  requestIds: readonly string[],
  since: Instant,
): Promise<ReadonlyMap<string, { readonly name: string; readonly at: Instant }>> {
  const reads = await readsAtWork(reader, brandId, requestIds, since);
  return new Map(
    reads.flatMap(({ requestId, at, who }) =>
      who.kind === "partner" && who.organisationId === me.organisationId && who.accountId !== me.accountId
        ? [[requestId, { name: who.name, at }] as const]
        : [],
    ),
  );
}

/** Somebody who told of an emergency while their request was open, and who has it. */
export interface RedFlagWhileWaiting {
  readonly seq: number;
  readonly at: Instant;
  readonly told: RedFlagTold;
  readonly reference: string;
  readonly partId: string;
  readonly serviceId: string;
  readonly owner: Owner;
  readonly person: { readonly name: string; readonly bornOn: string };
}

const AT_MOST = 20;

/** Who told of an emergency since a moment, of parts that are open still, the newest first. */
export async function redFlagsSince(
  reader: Reader,
  brandId: string,
  since: Instant,
): Promise<RedFlagWhileWaiting[]> {
  const rows = await reader
    .selectFrom("events")
    .innerJoin("parts", (join) =>
      join.onRef("parts.brand_id", "=", "events.brand_id").onRef("parts.id", "=", "events.part_id"),
    )
    .innerJoin("requests", (join) =>
      join.onRef("requests.brand_id", "=", "parts.brand_id").onRef("requests.id", "=", "parts.request_id"),
    )
    .selectAll("parts")
    .select([
      "events.seq",
      "events.at",
      "events.body as event",
      "requests.reference",
      "requests.person_name",
      "requests.person_born_on",
    ])
    .where("events.brand_id", "=", brandId)
    .where("events.type", "=", sql.lit("red-flag-told" as const))
    .where("events.at", ">=", since)
    .where("parts.status", "=", OPEN)
    .orderBy("events.at", "desc")
    .orderBy("events.seq", "desc")
    .limit(AT_MOST)
    .execute();
  return rows.map((row) => {
    const { id, serviceId, owner } = toPart(row);
    return {
      seq: Number(row.seq),
      at: row.at,
      told: JSON.parse(row.event) as RedFlagTold,
      reference: row.reference,
      partId: id,
      serviceId,
      owner,
      person: { name: row.person_name, bornOn: row.person_born_on },
    };
  });
}

import type { Selectable } from "kysely";
import { type AskedOnce, askedTwice, type OnOneOfTwo } from "~/domain/fulfilment/asked-twice";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { Part } from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader, Tx } from "../connect";
import type { Tables } from "../schema";
import { toPart } from "./fulfilment-rows";
import { OPEN } from "./open";

/** A request beside one that is likely the same. */
export interface OneOfTwo extends AskedOnce {
  readonly reference: string;
  readonly detail: RequestDetail;
  readonly parts: readonly Part[];
}

/** Two requests that are likely one asked twice, the earlier one first. */
export interface LikelyTwice {
  readonly one: OneOfTwo;
  readonly other: OneOfTwo;
  /** The services that both ask for. */
  readonly services: readonly string[];
}

/** How many pairs of one birthday and one service are looked at: the newest. */
const MOST = 500;

/**
 * Pairs of open requests that are likely one asked twice and that nobody said are not, the newest first. The database
 * finds those of one day of birth with a part open of one service; the domain decides.
 */
export async function likelyTwice(reader: Reader, brandId: string): Promise<LikelyTwice[]> {
  const found = await reader
    .selectFrom("parts as asked_part")
    .innerJoin("requests as asked", (join) =>
      join
        .onRef("asked.brand_id", "=", "asked_part.brand_id")
        .onRef("asked.id", "=", "asked_part.request_id"),
    )
    .innerJoin("requests as again", (join) =>
      join
        .onRef("again.brand_id", "=", "asked.brand_id")
        .onRef("again.person_born_on", "=", "asked.person_born_on")
        .onRef("again.submitted_at", ">=", "asked.submitted_at")
        .onRef("again.id", "<>", "asked.id"),
    )
    .innerJoin("parts as again_part", (join) =>
      join
        .onRef("again_part.brand_id", "=", "again.brand_id")
        .onRef("again_part.request_id", "=", "again.id")
        .onRef("again_part.service_id", "=", "asked_part.service_id"),
    )
    .select(["asked.id as asked_id", "again.id as again_id", "again.submitted_at"])
    .distinct()
    .where("asked_part.brand_id", "=", brandId)
    .where("asked_part.status", "=", OPEN)
    .where("again_part.status", "=", OPEN)
    .orderBy("again.submitted_at", "desc")
    .orderBy("again.id")
    .orderBy("asked.id")
    .limit(MOST)
    .execute();
  const requests = await readAsked(reader, brandId, [
    ...new Set(found.flatMap(({ asked_id, again_id }) => [asked_id, again_id])),
  ]);
  const dismissed = await saidNotTwice(
    reader,
    brandId,
    found.map(({ asked_id }) => asked_id),
  );
  const pairs = new Map<string, LikelyTwice>();
  for (const { asked_id, again_id } of found) {
    const pair = pairOf(requests.get(asked_id), requests.get(again_id));
    const key = keyOf(asked_id, again_id);
    if (pair && pair.services.length > 0 && !dismissed.has(key)) pairs.set(key, pair);
  }
  return [...pairs.values()];
}

/** Two requests of a brand by their references, as they stand; undefined when one of them is not there. */
export async function readPair(
  reader: Reader,
  brandId: string,
  references: readonly [string, string],
): Promise<(LikelyTwice & { readonly saidNot: boolean }) | undefined> {
  const rows = await reader
    .selectFrom("requests")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("reference", "in", references)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [first, second] = [...(await readAsked(reader, brandId, ids)).values()];
  const pair = pairOf(first, second);
  if (pair === undefined) return undefined;
  const dismissed = await saidNotTwice(reader, brandId, ids);
  return { ...pair, saidNot: dismissed.has(keyOf(pair.one.requestId, pair.other.requestId)) };
}

/** What there is on a request that must not be lost by closing some of its parts. */
export async function standsInTheWay(
  reader: Reader,
  brandId: string,
  requestId: string,
  parts: readonly Part[],
): Promise<OnOneOfTwo> {
  const ids = parts.map(({ id }) => id);
  const said = await reader
    .selectFrom("events")
    .select(["type", "part_id"])
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .where("type", "in", ["red-flag-told", "question-asked", "question-answered"])
    .orderBy("seq")
    .execute();
  const of = said.filter(({ part_id }) => part_id !== null && ids.includes(part_id));
  const begun = await reader
    .selectFrom("fulfilments")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .where("part_id", "in", ids)
    .where("status", "=", "in-progress")
    .execute();
  const order = PRIORITIES.map((priority) => parts.some((part) => part.priority === priority));
  return {
    priority: PRIORITIES[order.lastIndexOf(true)] ?? "routine",
    hasRedFlag: of.some(({ type }) => type === "red-flag-told"),
    hasQuestion: of.findLast(({ type }) => type !== "red-flag-told")?.type === "question-asked",
    hasBegun: begun.length > 0,
  };
}

/** Remembers that two requests are not one asked twice. False when somebody said so before. */
export async function insertNotTwice(
  tx: Tx,
  brandId: string,
  [one, other]: readonly [string, string],
  { saidBy, at }: { readonly saidBy: string; readonly at: Instant },
): Promise<boolean> {
  const [one_id = one, other_id = other] = [one, other].sort();
  const inserted = await tx
    .insertInto("not_asked_twice")
    .values({ brand_id: brandId, one_id, other_id, said_by: saidBy, at })
    .onConflict((conflict) => conflict.columns(["brand_id", "one_id", "other_id"]).doNothing())
    .returning("one_id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Keeps the parts of a request as they are until the transaction is over: who changes one meanwhile begins anew, or this does. */
export async function holdParts(tx: Tx, brandId: string, requestId: string): Promise<void> {
  await tx
    .updateTable("parts")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .execute();
}

async function saidNotTwice(
  reader: Reader,
  brandId: string,
  requestIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (requestIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom("not_asked_twice")
    .select(["one_id", "other_id"])
    .where("brand_id", "=", brandId)
    .where((eb) => eb.or([eb("one_id", "in", requestIds), eb("other_id", "in", requestIds)]))
    .execute();
  return new Set(rows.map(({ one_id, other_id }) => keyOf(one_id, other_id)));
}

const keyOf = (one: string, other: string): string => [one, other].sort().join(" ");

function pairOf(first: OneOfTwo | undefined, second: OneOfTwo | undefined): LikelyTwice | undefined {
  if (first === undefined || second === undefined) return undefined;
  const isFirst =
    first.submittedAt < second.submittedAt ||
    (first.submittedAt === second.submittedAt && first.requestId < second.requestId);
  const [one, other] = isFirst ? [first, second] : [second, first];
  return { one, other, services: askedTwice(one, other) };
}

async function readAsked(
  reader: Reader,
  brandId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, OneOfTwo>> {
  if (requestIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("requests")
    .select(["id", "reference", "service_id", "submitted_at", "body"])
    .where("brand_id", "=", brandId)
    .where("id", "in", requestIds)
    .execute();
  const parts = await reader
    .selectFrom("parts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .orderBy("position")
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      toAsked(row, parts.filter(({ request_id }) => request_id === row.id).map(toPart)),
    ]),
  );
}

type Row = Pick<Selectable<Tables["requests"]>, "id" | "reference" | "service_id" | "submitted_at" | "body">;

function toAsked(row: Row, parts: readonly Part[]): OneOfTwo {
  const detail = JSON.parse(row.body) as RequestDetail;
  const open = (positions: readonly number[] | null) =>
    parts.some(
      ({ status, position }) => status === "open" && (positions === null || positions.includes(position)),
    );
  const { name, bornOn, nhsNumber } = detail.person;
  return {
    requestId: row.id,
    reference: row.reference,
    submittedAt: row.submitted_at,
    detail,
    parts,
    person: { name, bornOn, ...(nhsNumber ? { nhsNumber } : {}) },
    openServices: (detail.asked ?? [{ serviceId: row.service_id, positions: null }])
      .filter(({ positions }) => open(positions))
      .map(({ serviceId }) => serviceId),
  };
}

/** The open parts of a request that belong to some of the services that it asks for. */
export const openPartsOf = (
  { detail, parts }: Pick<OneOfTwo, "detail" | "parts">,
  services: readonly string[],
): readonly Part[] => {
  const { asked } = detail;
  const positions = asked
    ?.filter(({ serviceId }) => services.includes(serviceId))
    .flatMap((each) => each.positions);
  return parts.filter(
    ({ status, position }) => status === "open" && (positions === undefined || positions.includes(position)),
  );
};

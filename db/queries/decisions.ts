import type { RoutingDecision } from "~/domain/routing/types";
import type { Reader, Tx } from "../connect";

/** A routing decision as it was stored, with what it was made for. */
export interface StoredDecision {
  readonly id: string;
  readonly partId: string;
  readonly decision: RoutingDecision;
}

export async function insertDecisions(
  tx: Tx,
  brandId: string,
  decisions: readonly (StoredDecision & { readonly requestId: string })[],
): Promise<void> {
  if (decisions.length === 0) return;
  await tx
    .insertInto("decisions")
    .values(
      decisions.map(({ id, partId, requestId, decision }) => ({
        brand_id: brandId,
        id,
        request_id: requestId,
        part_id: partId,
        at: decision.at,
        body: JSON.stringify(decision),
      })),
    )
    .execute();
}

/** The decisions of a request, oldest first. */
export async function readDecisions(
  reader: Reader,
  brandId: string,
  requestId: string,
): Promise<StoredDecision[]> {
  const rows = await reader
    .selectFrom("decisions")
    .select(["id", "part_id", "body"])
    .where("brand_id", "=", brandId)
    .where("request_id", "=", requestId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partId: row.part_id,
    decision: JSON.parse(row.body) as RoutingDecision,
  }));
}

/** Some decisions of a brand, by their ids. */
export async function decisionsById(
  reader: Reader,
  brandId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RoutingDecision>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom("decisions")
    .select(["id", "body"])
    .where("brand_id", "=", brandId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as RoutingDecision]));
}

/** A page of a brand's decisions in the order of their ids, each with its request's reference: those after `after`. */
export async function decisionsAfter(
  reader: Reader,
  brandId: string,
  after: string,
  limit: number,
): Promise<(StoredDecision & { readonly reference: string })[]> {
  const rows = await reader
    .selectFrom("decisions")
    .innerJoin("requests", (join) =>
      join
        .onRef("requests.brand_id", "=", "decisions.brand_id")
        .onRef("requests.id", "=", "decisions.request_id"),
    )
    .select(["decisions.id", "decisions.part_id", "decisions.body", "requests.reference"])
    .where("decisions.brand_id", "=", brandId)
    .where("decisions.id", ">", after)
    .orderBy("decisions.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partId: row.part_id,
    reference: row.reference,
    decision: JSON.parse(row.body) as RoutingDecision,
  }));
}

/** The decisions of a request by its reference; empty when this brand has no such request. */
export async function decisionsOf(
  reader: Reader,
  brandId: string,
  reference: string,
): Promise<StoredDecision[]> {
  const request = await reader
    .selectFrom("requests")
    .select("id")
    .where("brand_id", "=", brandId)
    .where("reference", "=", reference)
    .executeTakeFirst();
  return request ? readDecisions(reader, brandId, request.id) : [];
}

import { type PartOfWhole, type RequestDetail, wholeOfPart } from "~/domain/fulfilment/request-detail";
import type { HandedToDeskBecause, Part } from "~/domain/fulfilment/types";
import { DESK_OWNERS } from "~/domain/fulfilment/with-desk";
import type { Reader } from "../connect";
import { toPart } from "./fulfilment-rows";
import { OPEN } from "./open";

/** A line of the front desk's list: a part that no partner has to act on. */
export interface DeskItem {
  readonly part: Part;
  /** What it is a part of. */
  readonly whole: PartOfWhole;
  readonly reference: string;
  readonly person: { readonly name: string; readonly bornOn: string };
  readonly submittedAt: string;
  readonly because: HandedToDeskBecause | null;
}

export interface DeskList {
  readonly items: readonly DeskItem[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

const PAGE = 50;

/** What the front desk and the manager own, the earliest deadline first, a page at a time (from 1). */
export async function deskList(reader: Reader, brandId: string, page = 1): Promise<DeskList> {
  const { many } = await reader
    .selectFrom("parts")
    .select(({ fn }) => fn.countAll<number>().as("many"))
    .where("brand_id", "=", brandId)
    .where("status", "=", OPEN)
    .where("waiting", "=", 0)
    .where("owner_kind", "in", DESK_OWNERS)
    .executeTakeFirstOrThrow();
  const total = Number(many);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const rows = await reader
    .selectFrom("parts")
    .innerJoin("requests", (join) =>
      join.onRef("requests.brand_id", "=", "parts.brand_id").onRef("requests.id", "=", "parts.request_id"),
    )
    .selectAll("parts")
    .select([
      "requests.reference",
      "requests.person_name",
      "requests.person_born_on",
      "requests.submitted_at",
      "requests.service_id as of_service_id",
      "requests.body as detail",
    ])
    .select((eb) =>
      eb
        .selectFrom("parts as siblings")
        .select(({ fn }) => fn.countAll<number>().as("many"))
        .whereRef("siblings.brand_id", "=", "parts.brand_id")
        .whereRef("siblings.request_id", "=", "parts.request_id")
        .as("parts_of_request"),
    )
    .where("parts.brand_id", "=", brandId)
    .where("parts.status", "=", OPEN)
    .where("parts.waiting", "=", 0)
    .where("parts.owner_kind", "in", DESK_OWNERS)
    .orderBy("parts.due_at")
    .orderBy("parts.id")
    .limit(PAGE)
    .offset((current - 1) * PAGE)
    .execute();
  const reasons = await reasonsOf(
    reader,
    brandId,
    rows.map(({ request_id }) => request_id),
  );
  return {
    items: rows.map((row) => ({
      part: toPart(row),
      reference: row.reference,
      whole: wholeOfPart(
        row.of_service_id,
        JSON.parse(row.detail) as RequestDetail,
        row.position,
        Number(row.parts_of_request),
      ),
      person: { name: row.person_name, bornOn: row.person_born_on },
      submittedAt: row.submitted_at,
      because: reasons.get(row.id) ?? null,
    })),
    total,
    page: current,
    pages,
  };
}

/** Why each part came to the desk, the last time it did. */
async function reasonsOf(
  reader: Reader,
  brandId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, HandedToDeskBecause>> {
  if (requestIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom("events")
    .select(["part_id", "body"])
    .where("brand_id", "=", brandId)
    .where("request_id", "in", requestIds)
    .where("type", "=", "handed-to-desk")
    .orderBy("seq")
    .execute();
  return new Map(
    rows.flatMap(({ part_id, body }) =>
      part_id === null ? [] : [[part_id, (JSON.parse(body) as { because: HandedToDeskBecause }).because]],
    ),
  );
}

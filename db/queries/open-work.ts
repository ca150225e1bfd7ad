import type { PartState } from "~/domain/fulfilment/part-state";
import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import { HELD_STATUSES } from "~/domain/fulfilment/transitions";
import type { Fulfilment } from "~/domain/fulfilment/types";
import type { PlainDate } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { toFulfilment, toPart, toRequest } from "./fulfilment-rows";

/** The work that organisations have in hand: each fulfilment that is asked of one of them and not over, oldest first. */
export async function openWorkOf(
  reader: Reader,
  brandId: string,
  organisationIds: readonly string[],
): Promise<Fulfilment[]> {
  const found: Fulfilment[] = [];
  for (let start = 0; start < organisationIds.length; start += 500) {
    const rows = await reader
      .selectFrom("fulfilments")
      .selectAll()
      .where("brand_id", "=", brandId)
      .where("organisation_id", "in", organisationIds.slice(start, start + 500))
      .where("status", "in", HELD_STATUSES)
      .execute();
    found.push(...rows.map(toFulfilment));
  }
  // Here, and not by the database: SQLite would go through all that the brand ever had, for the order's sake.
  return found.sort((a, b) => compared(a.requestedAt, b.requestedAt) || compared(a.id, b.id));
}

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A part, what was asked for, and by whom: enough to route it again, and to tell one person once of several. */
export interface OpenPart {
  readonly state: PartState;
  /** What was asked for, as routing was given it. */
  readonly detail: RequestDetail;
  readonly patient: {
    readonly accountId: string | null;
    readonly name: string;
    readonly bornOn: PlainDate;
  };
}

/** Many parts with their requests and fulfilments, in three queries, in the order of the given ids. */
export async function readOpenParts(
  reader: Reader,
  brandId: string,
  partIds: readonly string[],
): Promise<OpenPart[]> {
  if (partIds.length === 0) return [];
  const parts = await reader
    .selectFrom("parts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "in", partIds)
    .execute();
  const requests = await reader
    .selectFrom("requests")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("id", "in", [...new Set(parts.map((part) => part.request_id))])
    .execute();
  const fulfilments = await reader
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("part_id", "in", partIds)
    .orderBy("position")
    .execute();
  const partOf = new Map(parts.map((row) => [row.id, row]));
  const requestOf = new Map(requests.map((row) => [row.id, row]));
  const fulfilmentsOf = new Map<string, Fulfilment[]>(partIds.map((id) => [id, []]));
  for (const row of fulfilments) fulfilmentsOf.get(row.part_id)?.push(toFulfilment(row));
  return partIds.map((id) => {
    const part = partOf.get(id);
    const request = part && requestOf.get(part.request_id);
    if (!part || !request) throw new Error(`Part ${id} is not there, or its request is not`);
    return {
      state: {
        request: toRequest(request),
        part: toPart(part),
        fulfilments: fulfilmentsOf.get(id) ?? [],
      },
      detail: JSON.parse(request.body) as RequestDetail,
      patient: {
        accountId: request.account_id,
        name: request.person_name,
        bornOn: request.person_born_on,
      },
    };
  });
}

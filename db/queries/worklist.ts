import { seesPerson } from "~/domain/fulfilment/own-records";
import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import { isHeld } from "~/domain/fulfilment/transitions";
import {
  type CareRequest,
  FULFILMENT_STATUSES,
  type Fulfilment,
  type FulfilmentStatus,
} from "~/domain/fulfilment/types";
import type { Reader } from "../connect";
import { toFulfilment } from "./fulfilment-rows";
import { readRequestById } from "./requests";

/** A line of a partner's worklist. The person is named only while the partner has the work, or has done it. */
export interface WorklistItem {
  readonly fulfilment: Fulfilment;
  readonly reference: string;
  readonly serviceId: string;
  readonly priority: CareRequest["priority"];
  readonly person: { readonly name: string; readonly bornOn: string } | null;
}

export interface Worklist {
  readonly items: readonly WorklistItem[];
  /** How many fulfilments the organisation has in each status, whatever is listed. */
  readonly counts: Readonly<Record<FulfilmentStatus, number>>;
  readonly page: number;
  readonly pages: number;
}

const PAGE = 50;

/** The statuses that a worklist opens with: what has to be done. */
const TO_DO: readonly FulfilmentStatus[] = ["requested", "accepted", "in-progress", "on-hold"];

/**
 * An organisation's fulfilments in the given statuses, a page at a time (from 1): what is open with the earliest
 * deadline first, what is over with the latest first.
 */
export async function worklist(
  reader: Reader,
  brandId: string,
  organisationId: string,
  { statuses = TO_DO, page = 1 }: { statuses?: readonly FulfilmentStatus[]; page?: number } = {},
): Promise<Worklist> {
  const counts = await countByStatus(reader, brandId, organisationId);
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const rows = await reader
    .selectFrom("fulfilments")
    .innerJoin("requests", (join) =>
      join
        .onRef("requests.brand_id", "=", "fulfilments.brand_id")
        .onRef("requests.id", "=", "fulfilments.request_id"),
    )
    .selectAll("fulfilments")
    .select([
      "requests.reference",
      "requests.service_id",
      "requests.priority",
      "requests.person_name",
      "requests.person_born_on",
    ])
    .where("fulfilments.brand_id", "=", brandId)
    .where("fulfilments.organisation_id", "=", organisationId)
    .where("fulfilments.status", "in", statuses)
    .orderBy("fulfilments.answer_by", statuses.some(isHeld) ? "asc" : "desc")
    .orderBy("fulfilments.id")
    .limit(PAGE)
    .offset((current - 1) * PAGE)
    .execute();
  return {
    items: rows.map((row) => {
      const fulfilment = toFulfilment(row);
      return {
        fulfilment,
        reference: row.reference,
        serviceId: row.service_id,
        priority: row.priority as CareRequest["priority"],
        person: seesPerson(fulfilment) ? { name: row.person_name, bornOn: row.person_born_on } : null,
      };
    }),
    counts,
    page: current,
    pages,
  };
}

async function countByStatus(
  reader: Reader,
  brandId: string,
  organisationId: string,
): Promise<Record<FulfilmentStatus, number>> {
  const rows = await reader
    .selectFrom("fulfilments")
    .select(["status", ({ fn }) => fn.countAll<number>().as("many")])
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .groupBy("status")
    .execute();
  const many = new Map(rows.map((row) => [row.status, Number(row.many)]));
  return Object.fromEntries(FULFILMENT_STATUSES.map((status) => [status, many.get(status) ?? 0])) as Record<
    FulfilmentStatus,
    number
  >;
}

/** One fulfilment for the organisation that it was asked of. */
export interface PartnerView {
  readonly fulfilment: Fulfilment;
  readonly request: CareRequest;
  /** Null once the partner has let it go: it keeps the reference, not the answers. */
  readonly detail: RequestDetail | null;
}

/** Undefined when this organisation was never asked for it: another's id and one that was never used look the same. */
export async function readFulfilment(
  reader: Reader,
  brandId: string,
  organisationId: string,
  fulfilmentId: string,
): Promise<PartnerView | undefined> {
  const row = await reader
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("organisation_id", "=", organisationId)
    .where("id", "=", fulfilmentId)
    .executeTakeFirst();
  const stored = row && (await readRequestById(reader, brandId, row.request_id));
  if (!row || !stored) return undefined;
  const fulfilment = toFulfilment(row);
  return {
    fulfilment,
    request: stored.request,
    detail: seesPerson(fulfilment) ? stored.detail : null,
  };
}

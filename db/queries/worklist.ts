import { seesPerson } from "~/domain/fulfilment/own-records";
import {
  detailOfPart,
  type PartOfWhole,
  type RequestDetail,
  wholeOfPart,
} from "~/domain/fulfilment/request-detail";
import { isHeld } from "~/domain/fulfilment/transitions";
import {
  type CareRequest,
  FULFILMENT_STATUSES,
  type Fulfilment,
  type FulfilmentStatus,
  type Part,
} from "~/domain/fulfilment/types";
import type { Instant } from "~/domain/shared/time";
import type { Reader } from "../connect";
import { toFulfilment } from "./fulfilment-rows";
import { readRequestById } from "./requests";
import { type Unseen, unseenOf } from "./said";

/** What a partner is asked for, and what that is a part of. */
export interface PartAsked extends PartOfWhole {
  readonly serviceId: string;
  readonly priority: Part["priority"];
}

/** A line of a partner's worklist. The person is named only while the partner has the work, or has done it. */
export interface WorklistItem {
  readonly fulfilment: Fulfilment;
  readonly reference: string;
  /** The part's own: its priority may have been raised since it was asked for. */
  readonly part: PartAsked;
  /** By when whoever has the part must act; null when it is over. */
  readonly dueAt: Instant | null;
  readonly person: { readonly name: string; readonly bornOn: string } | null;
  /** What the person said since, and nobody here has seen or answered yet. */
  readonly unseen: Unseen | null;
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
    .innerJoin("parts", (join) =>
      join.onRef("parts.brand_id", "=", "fulfilments.brand_id").onRef("parts.id", "=", "fulfilments.part_id"),
    )
    .selectAll("fulfilments")
    .select([
      "requests.reference",
      "parts.due_at",
      "requests.service_id as of_service_id",
      "requests.person_name",
      "requests.person_born_on",
      "requests.body as detail",
      "parts.position as part_position",
      "parts.service_id",
      "parts.priority",
    ])
    .select((eb) =>
      eb
        .selectFrom("parts as siblings")
        .select(({ fn }) => fn.countAll<number>().as("many"))
        .whereRef("siblings.brand_id", "=", "fulfilments.brand_id")
        .whereRef("siblings.request_id", "=", "fulfilments.request_id")
        .as("parts_of_request"),
    )
    .where("fulfilments.brand_id", "=", brandId)
    .where("fulfilments.organisation_id", "=", organisationId)
    .where("fulfilments.status", "in", statuses)
    .orderBy("fulfilments.answer_by", statuses.some(isHeld) ? "asc" : "desc")
    .orderBy("fulfilments.id")
    .limit(PAGE)
    .offset((current - 1) * PAGE)
    .execute();
  const held = rows.filter(({ status }) => isHeld(status as FulfilmentStatus));
  const unseen = await unseenOf(reader, brandId, organisationId, [
    ...new Set(held.map(({ request_id }) => request_id)),
  ]);
  return {
    items: rows.map((row) => {
      const fulfilment = toFulfilment(row);
      return {
        fulfilment,
        reference: row.reference,
        part: {
          serviceId: row.service_id,
          priority: row.priority as Part["priority"],
          ...wholeOfPart(
            row.of_service_id,
            JSON.parse(row.detail) as RequestDetail,
            row.part_position,
            Number(row.parts_of_request),
          ),
        },
        dueAt: row.due_at,
        person: seesPerson(fulfilment) ? { name: row.person_name, bornOn: row.person_born_on } : null,
        unseen: isHeld(fulfilment.status) ? (unseen.get(fulfilment.partId) ?? null) : null,
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
  readonly part: PartAsked;
  /** What was answered for this part. Null once the partner has let it go: it keeps the reference, not the answers. */
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
  const parts = await reader
    .selectFrom("parts")
    .select(["id", "position", "service_id", "priority"])
    .where("brand_id", "=", brandId)
    .where("request_id", "=", row.request_id)
    .execute();
  const own = parts.find(({ id }) => id === row.part_id);
  if (!own) throw new Error(`Fulfilment ${row.id} is of a part that is not there`);
  const fulfilment = toFulfilment(row);
  return {
    fulfilment,
    request: stored.request,
    part: {
      serviceId: own.service_id,
      priority: own.priority as Part["priority"],
      ...wholeOfPart(stored.request.serviceId, stored.detail, own.position, parts.length),
    },
    detail: seesPerson(fulfilment) ? detailOfPart(stored.detail, own.position) : null,
  };
}

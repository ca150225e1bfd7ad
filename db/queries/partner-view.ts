import { seesPerson } from "~/domain/fulfilment/own-records";
import { detailOfPart, type RequestDetail, wholeOfPart } from "~/domain/fulfilment/request-detail";
import type { CareRequest, Fulfilment, Part } from "~/domain/fulfilment/types";
import type { Reader } from "../connect";
import { toFulfilment } from "./fulfilment-rows";
import { readRequestById } from "./requests";
import type { PartAsked } from "./worklist";

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

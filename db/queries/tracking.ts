import type { RequestDetail } from "~/domain/fulfilment/request-detail";
import type { CareRequest, Fulfilment, Part } from "~/domain/fulfilment/types";
import type { Reader } from "../connect";
import { type RecordedEvent, readEvents } from "./events";
import { toFulfilment, toPart } from "./fulfilment-rows";
import { readRequest } from "./requests";

/** A request as its tracking page shows it: every part with every partner it was with, and all that happened. */
export interface Tracking {
  readonly request: CareRequest;
  readonly accountId: string | null;
  readonly detail: RequestDetail;
  readonly parts: readonly TrackedPart[];
  readonly events: readonly RecordedEvent[];
}

export interface TrackedPart {
  readonly part: Part;
  /** Oldest first: the last is the one the part is with, or was with. */
  readonly fulfilments: readonly Fulfilment[];
}

/** Undefined when this brand has no such request. Who may see it is for the caller to know. */
export async function readTracking(
  reader: Reader,
  brandId: string,
  reference: string,
): Promise<Tracking | undefined> {
  const stored = await readRequest(reader, brandId, reference);
  if (!stored) return undefined;
  const { request, accountId, detail } = stored;
  const parts = await reader
    .selectFrom("parts")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "=", request.id)
    .orderBy("position")
    .execute();
  const fulfilments = await reader
    .selectFrom("fulfilments")
    .selectAll()
    .where("brand_id", "=", brandId)
    .where("request_id", "=", request.id)
    .orderBy("position")
    .execute();
  return {
    request,
    accountId,
    detail,
    parts: parts.map((row) => ({
      part: toPart(row),
      fulfilments: fulfilments.filter(({ part_id }) => part_id === row.id).map(toFulfilment),
    })),
    events: await readEvents(reader, brandId, request.id),
  };
}

import type { Insertable, Selectable } from "kysely";
import { promiseDueAt } from "~/domain/fulfilment/deadlines";
import { keptBy } from "~/domain/fulfilment/kept";
import type { CareRequest, Fulfilment, FulfilmentStatus, Owner, Part } from "~/domain/fulfilment/types";
import type { Tables } from "../schema";

/** Rows of requests, parts and fulfilments as the domain's values, and back. */

type FulfilmentBody = Pick<Fulfilment, "box" | "answeredAt" | "appointment" | "hold" | "outcome" | "ended">;
/** What an older row lacks, and what it then meant. */
const FULFILMENT_BEFORE = { answeredAt: null, hold: null, outcome: null };

type PartBody = Pick<Part, "after" | "shortlist" | "earlierPromises">;
const PART_BEFORE: PartBody = { after: [], shortlist: [], earlierPromises: [] };

/** A promise that was written before promises were watched is laid aside: nobody was told that it would be. */
const promiseOf = (promise: Partial<Part["promise"]> & Pick<Part["promise"], "by" | "what" | "rule">) => ({
  madeAt: promise.by,
  warnAt: promise.by,
  warned: true,
  settled: { at: promise.by, how: "withdrawn" as const },
  ...promise,
});

export const toRequest = (
  row: Pick<
    Selectable<Tables["requests"]>,
    "id" | "brand_id" | "reference" | "service_id" | "priority" | "submitted_at" | "consent_to_pass_on"
  >,
): CareRequest => ({
  id: row.id,
  brandId: row.brand_id,
  reference: row.reference,
  serviceId: row.service_id,
  priority: row.priority as CareRequest["priority"],
  submittedAt: row.submitted_at,
  consentToPassOn: row.consent_to_pass_on === 1,
});

export const toPart = (row: Selectable<Tables["parts"]>): Part => ({
  id: row.id,
  requestId: row.request_id,
  serviceId: row.service_id,
  position: row.position,
  status: row.status as Part["status"],
  waiting: row.waiting === 1,
  priority: row.priority as Part["priority"],
  version: row.version,
  owner: toOwner(row.owner_kind, row.owner_organisation_id),
  dueAt: row.due_at,
  promise: promiseOf(JSON.parse(row.promise) as Part["promise"]),
  ...PART_BEFORE,
  ...(JSON.parse(row.body) as Partial<PartBody>),
});

export const fromPart = (brandId: string, part: Part): Insertable<Tables["parts"]> => ({
  brand_id: brandId,
  id: part.id,
  request_id: part.requestId,
  service_id: part.serviceId,
  position: part.position,
  status: part.status,
  version: part.version,
  owner_kind: part.owner.kind,
  owner_organisation_id: part.owner.kind === "partner" ? part.owner.organisationId : null,
  waiting: part.waiting ? 1 : 0,
  priority: part.priority,
  due_at: part.dueAt,
  promise_by: part.promise.by,
  promise_due_at: part.status === "open" ? promiseDueAt(part.promise) : null,
  promise: JSON.stringify(part.promise),
  body: JSON.stringify({
    after: part.after,
    shortlist: part.shortlist,
    earlierPromises: part.earlierPromises,
  } satisfies PartBody),
});

export function toOwner(kind: string, organisationId: string | null): Owner {
  switch (kind) {
    case "partner":
      if (organisationId === null) throw new Error("A part's partner has no name");
      return { kind, organisationId };
    case "patient":
    case "desk":
    case "manager":
      return { kind };
    default:
      throw new Error(`A part has an unknown owner: ${kind}`);
  }
}

export function toFulfilment(row: Selectable<Tables["fulfilments"]>): Fulfilment {
  const body: FulfilmentBody = { ...FULFILMENT_BEFORE, ...(JSON.parse(row.body) as FulfilmentBody) };
  return {
    id: row.id,
    partId: row.part_id,
    offerId: row.offer_id,
    organisationId: row.organisation_id,
    decisionId: row.decision_id,
    status: row.status as FulfilmentStatus,
    version: row.version,
    requestedAt: row.requested_at,
    answerBy: row.answer_by,
    ...body,
  };
}

/** `position` is its place among the fulfilments of its part, from 1. */
export function fromFulfilment(
  brandId: string,
  requestId: string,
  fulfilment: Fulfilment,
  position: number,
): Insertable<Tables["fulfilments"]> {
  const body: FulfilmentBody = {
    box: fulfilment.box,
    answeredAt: fulfilment.answeredAt,
    appointment: fulfilment.appointment,
    hold: fulfilment.hold,
    outcome: fulfilment.outcome,
    ended: fulfilment.ended,
  };
  const kept = keptBy(fulfilment);
  return {
    brand_id: brandId,
    id: fulfilment.id,
    part_id: fulfilment.partId,
    request_id: requestId,
    position,
    offer_id: fulfilment.offerId,
    organisation_id: fulfilment.organisationId,
    decision_id: fulfilment.decisionId,
    status: fulfilment.status,
    version: fulfilment.version,
    requested_at: fulfilment.requestedAt,
    answer_by: fulfilment.answerBy,
    appointment_at: fulfilment.appointment?.startsAt ?? null,
    slot_id: fulfilment.ended ? null : (fulfilment.appointment?.slotId ?? null),
    kept: kept === null ? null : kept ? 1 : 0,
    body: JSON.stringify(body),
  };
}

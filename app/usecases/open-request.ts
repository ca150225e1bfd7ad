import type { Service } from "~/domain/directory/types";
import { type NewPart, openPart } from "~/domain/fulfilment/open-part";
import { detailOfAll } from "~/domain/fulfilment/request-detail";
import type { CareRequest, FulfilmentEvent } from "~/domain/fulfilment/types";
import { BEST } from "~/domain/journeys/steps/choose";
import { ASK_AND_TELL, SOONEST } from "~/domain/journeys/steps/time";
import { closeDraft } from "~db/queries/drafts";
import { insertPart } from "~db/queries/part-states";
import { insertRequest } from "~db/queries/requests";
import { releaseHolds } from "~db/queries/slots";
import type { Work } from "./apply-command";
import { wantEarlier } from "./earlier-list";
import type { Finished } from "./finish-draft";
import { bestDecisions, decisionsToTry, firstToBeHad, type PlaceFound } from "./place-part";
import { record } from "./record";
import { linkRedFlags } from "./stop-at-red-flag";

/** Why a request cannot be opened: what one of its drafts chose can no longer be had. */
export type NotHad = {
  readonly kind: "slot-taken" | "choice-gone";
  readonly draftId: string;
};

/** A part that is to be opened, and the draft that it is of. */
interface Planned {
  readonly of: Finished;
  readonly service: Service;
  readonly position: number;
  readonly after: readonly number[];
  /** One of several that were asked for as one: the choice and the time are left to us. */
  readonly ofComposite: boolean;
}

/**
 * Opens one request of all that these finished drafts ask for, under one reference, in the transaction of `work`. When
 * it answers with a reason instead of a reference, times may have been taken already: the transaction must be undone.
 */
export async function openRequest(
  work: Work,
  finished: readonly [Finished, ...Finished[]],
): Promise<{ readonly kind: "opened"; readonly reference: string } | NotHad> {
  const { onedoor, tx, brandId, brand } = work;
  const planned = planOf(work, finished);
  const parts: { readonly plan: Planned; readonly new: NewPart; readonly place: PlaceFound | null }[] = [];
  for (const plan of planned) {
    const id = onedoor.newId();
    const place = plan.after.length > 0 ? null : await placeFor(work, plan, id);
    if (place && "kind" in place) return place;
    parts.push({ plan, place, new: newPart(plan, id, place) });
  }
  const request = await insertedRequest(work, finished, planned);
  for (const part of parts) {
    const opened = openPart(request, part.new, brand.setting);
    await insertPart(tx, opened.after);
    const { place } = part;
    const events = place ? [...opened.events, ...noTimeFree(place)] : opened.events;
    await record(work, opened.after, events, place?.routed.decision ?? null);
    const asked = place?.routed.next;
    if (asked && part.plan.of.answers.time?.slot === ASK_AND_TELL)
      await wantEarlier(work, { reference: request.reference, fulfilmentId: asked.fulfilmentId }, ANY_TIME);
  }
  for (const { draft, accountId, detail } of finished) {
    await releaseHolds(tx, brandId, draft.id);
    await linkRedFlags(work, draft.id, request.reference, detail);
    if (!(await closeDraft(tx, brandId, draft, { reference: request.reference, accountId }))) {
      throw new Error(`Draft ${draft.id} changed inside a transaction`);
    }
  }
  return { kind: "opened", reference: request.reference };
}

const ANY_TIME = { partsOfDay: [] };

const noTimeFree = ({ routed: { next }, noTimeFree }: PlaceFound): readonly FulfilmentEvent[] =>
  next && noTimeFree ? [{ type: "no-time-free", fulfilmentId: next.fulfilmentId }] : [];

/** Every part of every draft in order, its place in the request, and the places of those that come first. */
function planOf({ brand }: Work, finished: readonly Finished[]): readonly Planned[] {
  const planned: Planned[] = [];
  for (const of of finished) {
    const first = planned.length + 1;
    const { parts } = of.service;
    const ids = parts?.map(({ serviceId }) => serviceId) ?? [of.service.id];
    for (const [index, serviceId] of ids.entries()) {
      const service = brand.directory.service(serviceId);
      if (!service) throw new Error(`${of.service.id} has a part ${serviceId} that is not in the directory`);
      const after = parts?.[index]?.after.map((id) => first + ids.indexOf(id)) ?? [];
      planned.push({ of, service, position: first + index, after, ofComposite: parts !== undefined });
    }
  }
  return planned;
}

async function placeFor(
  work: Work,
  { of, service, ofComposite }: Planned,
  partId: string,
): Promise<PlaceFound | NotHad> {
  const { draft, answers, detail } = of;
  if (ofComposite) {
    const need = { ...detail.need, serviceId: service.id, priority: service.priority };
    const decisions = bestDecisions(work.brand, need);
    const found = await firstToBeHad(work, draft, SOONEST, partId, decisions);
    if (!found) throw new Error(`Nobody is asked for ${service.id}, not even the front desk`);
    return found;
  }
  const decisions = decisionsToTry(work.brand, answers, detail.need);
  if (decisions.length === 0) return { kind: "choice-gone", draftId: draft.id };
  const found = await firstToBeHad(work, draft, answers.time?.slot ?? null, partId, decisions);
  return found ?? { kind: "slot-taken", draftId: draft.id };
}

function newPart({ of, service, position, after }: Planned, id: string, place: PlaceFound | null): NewPart {
  const { choose } = of.answers;
  return {
    id,
    position,
    serviceId: service.id,
    priority: service.priority,
    after,
    shortlist: choose?.choice === BEST ? [] : [choose?.offerId ?? ""].filter(Boolean),
    next: place?.routed.next ?? null,
    appointment: place?.appointment ?? null,
  };
}

async function insertedRequest(
  { onedoor, tx, brandId, brand }: Work,
  finished: readonly [Finished, ...Finished[]],
  planned: readonly Planned[],
): Promise<CareRequest> {
  const [first] = finished;
  const detail = detailOfAll(
    finished.map((of) => ({
      serviceId: of.service.id,
      positions: planned.filter((plan) => plan.of === of).map(({ position }) => position),
      detail: of.detail,
    })),
  );
  if (!detail) throw new Error("A request asks for something");
  for (;;) {
    const request: CareRequest = {
      id: onedoor.newId(),
      brandId,
      reference: onedoor.newReference(),
      serviceId: first.service.id,
      priority: first.detail.need.priority,
      submittedAt: brand.setting.now,
      consentToPassOn: finished.every(({ passOn }) => passOn),
    };
    const { accountId, draft } = first;
    if (await insertRequest(tx, brandId, { request, accountId, detail }, draft.id)) return request;
  }
}

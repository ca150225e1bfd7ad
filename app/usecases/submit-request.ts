import { bookableUntil } from "~/domain/directory/slot-times";
import { openPart } from "~/domain/fulfilment/open-part";
import type { Appointment } from "~/domain/fulfilment/part-state";
import { detailFrom, type RequestDetail } from "~/domain/fulfilment/request-detail";
import type { CareRequest } from "~/domain/fulfilment/types";
import type { DraftAnswers, StepId, StepInput } from "~/domain/journeys/draft-answers";
import {
  answeredQuestions,
  countedAnswers,
  dangerInAnswers,
  type FieldError,
  firstUnanswered,
  readStep,
  withAnswer,
  withoutAnswer,
} from "~/domain/journeys/journey";
import { needFrom } from "~/domain/journeys/need";
import type { StepContext } from "~/domain/journeys/step";
import { BEST } from "~/domain/journeys/steps/choose";
import { SOONEST } from "~/domain/journeys/steps/time";
import type { Emergency } from "~/domain/journeys/types";
import { route, routeTo } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { type Asker, closeDraft, type Draft, readDraft, updateAnswers } from "~db/queries/drafts";
import { insertPart } from "~db/queries/part-states";
import { insertRequest } from "~db/queries/requests";
import { freeSlots, readSlot, releaseHolds, type Slot, takeSlot } from "~db/queries/slots";
import { record, type Work } from "./apply-command";
import { placeOf, type Routed, routed } from "./ask-next";
import type { Onedoor } from "./context";
import { journeyFacts, knownOf } from "./journey-context";
import { type BrandSetting, brandSetting } from "./setting";

export type SubmitResult =
  | { readonly kind: "submitted"; readonly reference: string; readonly again: boolean }
  | { readonly kind: "incomplete"; readonly step: StepId }
  | { readonly kind: "changed" }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly kind: "slot-taken" }
  | { readonly kind: "choice-gone" }
  | { readonly kind: "red-flag"; readonly leadsTo: Emergency }
  | { readonly kind: "no-draft" };

/** The page of check answers as it is sent: the version of the answers that it showed, and what was typed on it. */
export interface CheckForm {
  readonly version: number;
  readonly input: StepInput;
}

/** How many offers are tried for somebody who leaves the choice and the time to us. */
const OFFERS_TRIED = 4;
/** How many free times of one offer are tried: a person who comes second to one gets the next. */
const SLOTS_TRIED = 5;

/**
 * Makes a draft a request: the request, its part, the fulfilment, the decision, the slot, the events and the messages
 * are written in one transaction, or none of them. The same draft submitted twice, or by two processes at once, is one
 * request: who comes second is told its reference. A page that showed other answers than the draft holds now sends
 * nothing.
 */
export async function submitRequest(
  onedoor: Onedoor,
  brandId: string,
  {
    visitor,
    draftId,
    accountId,
    form,
  }: Asker & {
    readonly draftId: string;
    /** Left out when every step was kept already, check answers too. */
    readonly form?: CheckForm;
  },
): Promise<SubmitResult> {
  const brand = await brandSetting(onedoor, brandId);
  const facts = journeyFacts(brand.directory, brand.setting.now);
  return onedoor.db.write<SubmitResult>(async (tx) => {
    const draft = await readDraft(tx, brandId, { visitor, accountId, draftId, now: onedoor.clock() });
    const service = draft && brand.directory.service(draft.serviceId);
    if (!draft || !service) return { kind: "no-draft" };
    if (draft.reference !== null) return { kind: "submitted", reference: draft.reference, again: true };
    const danger = dangerInAnswers(service, draft.answers);
    if (danger) {
      const calm = withoutAnswer(draft.answers, danger.step);
      await updateAnswers(tx, brandId, draft, calm, draft.expiresAt);
      return { kind: "red-flag", leadsTo: danger.leadsTo };
    }
    const kept: StepContext = { service, answers: draft.answers, facts };
    const sent = form && readStep("check", kept, form.input);
    const context: StepContext =
      sent?.kind === "answered"
        ? { ...kept, answers: withAnswer(draft.answers, "check", sent.answer) }
        : kept;
    const missing = firstUnanswered(service, context.answers, facts);
    if (missing && missing !== "check") return { kind: "incomplete", step: missing };
    if (form && form.version !== draft.version) return { kind: "changed" };
    if (sent?.kind === "invalid") return sent;
    if (missing) return { kind: "incomplete", step: missing };

    const answers = countedAnswers(context);
    // Whoever began it owns it, also when their session was lost before they sent it.
    const owner = draft.accountId ?? accountId;
    const need = needFrom(service, answers, await knownOf(tx, brandId, owner));
    const detail = detailFrom(answers, answeredQuestions(context), need);
    if (!detail || !answers.check) return { kind: "no-draft" };
    const decisions = decisionsToTry(brand, answers, detail);
    if (decisions.length === 0) return { kind: "choice-gone" };

    const actor = { kind: "patient" as const, name: detail.person.name };
    const work: Work = { onedoor, tx, brandId, brand, actor, touched: new Set() };
    const partId = onedoor.newId();
    const place = await firstToBeHad(work, draft, answers, partId, decisions);
    if (!place) return { kind: "slot-taken" };

    const request = await insertedRequest(work, draft, {
      detail,
      accountId: owner,
      passOn: answers.check.passOn,
    });
    const opened = openPart(
      request,
      {
        id: partId,
        position: 1,
        serviceId: request.serviceId,
        priority: request.priority,
        after: [],
        shortlist: answers.choose?.choice === BEST ? [] : [answers.choose?.offerId ?? ""].filter(Boolean),
        next: place.routed.next,
        appointment: place.appointment,
      },
      brand.setting,
    );
    await insertPart(tx, opened.after);
    await record(work, opened.after, opened.events, place.routed.decision);
    await releaseHolds(tx, brandId, draft.id);
    if (!(await closeDraft(tx, brandId, draft, { reference: request.reference, accountId: owner }))) {
      throw new Error(`Draft ${draft.id} changed inside a transaction`);
    }
    return { kind: "submitted", reference: request.reference, again: false };
  });
}

/**
 * The decisions to try in turn: the person's own choice and no other; or, when they left it to us, the best one and
 * those after it. Empty when their choice can no longer be had.
 */
function decisionsToTry(
  { directory, overlay, setting }: BrandSetting,
  { choose, time }: DraftAnswers,
  { need }: RequestDetail,
): readonly RoutingDecision[] {
  const pickedATime = time !== undefined && time.slot !== SOONEST;
  if (choose?.choice === BEST && !pickedATime) {
    const decision = route(directory, overlay, need, setting.now);
    const others = decision.candidates
      .filter(({ eligible, offerId }) => eligible && offerId !== decision.chosen)
      .slice(0, OFFERS_TRIED - 1)
      .map(({ offerId }) => ({ ...decision, chosen: offerId }));
    return [decision, ...others];
  }
  if (!choose?.offerId) return [];
  const decision = routeTo(directory, overlay, need, setting.now, choose.offerId);
  if (!decision) return [];
  return [choose.choice === BEST ? { ...decision, chosenBy: "ranking" } : decision];
}

interface PlaceFound {
  readonly routed: Routed;
  readonly appointment: Appointment | null;
}

/** The first of these decisions that can be had now; with its time taken, when a time is to be taken. */
async function firstToBeHad(
  work: Work,
  draft: Draft,
  answers: DraftAnswers,
  partId: string,
  decisions: readonly RoutingDecision[],
): Promise<PlaceFound | undefined> {
  for (const decision of decisions) {
    const found = routed(work, partId, decision);
    const offer = found.next && work.brand.directory.offer(found.next.offerId);
    if (!found.next || offer?.booking !== "direct" || !answers.time)
      return { routed: found, appointment: null };
    const slot = await takenSlot(work, draft, answers.time.slot, offer.id, found.next.fulfilmentId);
    if (slot) {
      const place = placeOf(work.brand.directory, offer.id);
      return { routed: found, appointment: { slotId: slot.id, startsAt: slot.startsAt, place } };
    }
  }
  return undefined;
}

/** Takes the slot that was picked, or the first of the next few that can still be had. */
async function takenSlot(
  { tx, brandId, brand }: Work,
  draft: Draft,
  wanted: string,
  offerId: string,
  fulfilmentId: string,
): Promise<Slot | undefined> {
  const { now } = brand.setting;
  const until = bookableUntil(now);
  const slots =
    wanted === SOONEST
      ? await freeSlots(tx, brandId, offerId, now, until, { now, heldBy: draft.id, limit: SLOTS_TRIED })
      : [await readSlot(tx, brandId, wanted)];
  for (const slot of slots) {
    if (slot?.offerId !== offerId) continue;
    if (await takeSlot(tx, brandId, slot.id, fulfilmentId, draft.id, now)) return slot;
  }
  return undefined;
}

async function insertedRequest(
  { onedoor, tx, brandId, brand }: Work,
  draft: Draft,
  { detail, accountId, passOn }: { detail: RequestDetail; accountId: string | null; passOn: boolean },
): Promise<CareRequest> {
  for (;;) {
    const request: CareRequest = {
      id: onedoor.newId(),
      brandId,
      reference: onedoor.newReference(),
      serviceId: draft.serviceId,
      priority: detail.need.priority,
      submittedAt: brand.setting.now,
      consentToPassOn: passOn,
    };
    if (await insertRequest(tx, brandId, { request, accountId, detail }, draft.id)) return request;
  }
}

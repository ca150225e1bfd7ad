import type { Service } from "~/domain/directory/types";
import type { ChooseAnswer, StepAnswer, StepInput, TimeAnswer } from "~/domain/journeys/draft-answers";
import { type FieldError, readStep, withAnswer, withoutAnswer } from "~/domain/journeys/journey";
import { needFrom } from "~/domain/journeys/need";
import { BEST } from "~/domain/journeys/steps/choose";
import { asksForATime, SOONEST } from "~/domain/journeys/steps/time";
import type { Emergency } from "~/domain/journeys/types";
import { route, routeTo } from "~/domain/routing/route";
import { type Asker, type Draft, readDraft, updateAnswers } from "~db/queries/drafts";
import { findPostcode } from "~db/queries/places";
import { releaseHolds } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { holdSlotForDraft } from "./hold-slot";
import { journeyFacts, knownOf } from "./journey-context";
import { draftExpiry } from "./open-draft";
import { type BrandSetting, brandSetting } from "./setting";
import { keepRedFlag } from "./stop-at-red-flag";

export type SaveResult =
  | { readonly kind: "saved"; readonly draft: Draft }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[]; readonly typed: StepInput }
  | { readonly kind: "danger"; readonly leadsTo: Emergency; readonly matched: string | null }
  | { readonly kind: "no-draft" };

/**
 * Keeps the answer to one step. An emergency is told before anything else and is no answer; nor is what was answered to
 * that step before, so that nobody goes on past it. That it stopped the journey is kept, for the front desk. Two windows
 * of one person that answer at once are kept one after the other.
 */
export async function saveAnswers(
  onedoor: Onedoor,
  brandId: string,
  { visitor, accountId, draftId, step, input }: Asker & { draftId: string; step: string; input: StepInput },
): Promise<SaveResult> {
  const brand = await brandSetting(onedoor, brandId);
  const facts = journeyFacts(brand.directory, brand.setting.now);
  for (;;) {
    const draft = await readDraft(onedoor.db.kysely, brandId, {
      visitor,
      accountId,
      draftId,
      now: onedoor.clock(),
    });
    const service = draft && brand.directory.service(draft.serviceId);
    if (!draft || !service || draft.reference !== null) return { kind: "no-draft" };
    const read = readStep(step, { service, answers: draft.answers, facts }, input);
    if (read.kind === "no-such-step") return { kind: "no-draft" };
    if (read.kind === "danger") {
      const { leadsTo } = read;
      const kept = await onedoor.db.write(async (tx) => {
        const answers = withoutAnswer(draft.answers, step);
        const takenBack =
          !(step in draft.answers) || (await updateAnswers(tx, brandId, draft, answers, draft.expiresAt));
        if (takenBack)
          await keepRedFlag({ onedoor, tx, brandId, brand }, { draft, service, step, input, leadsTo });
        return takenBack;
      });
      if (kept) return read;
      continue;
    }
    if (read.kind === "invalid") return { ...read, typed: input };
    const whole = await completed(onedoor, brandId, brand, { service, draft, step, answer: read.answer });
    if ("errors" in whole) return { kind: "invalid", errors: whole.errors, typed: input };
    const answers = withAnswer(draft.answers, step, whole.answer);
    const expiresAt = draftExpiry(onedoor.clock());
    if (await updateAnswers(onedoor.db.kysely, brandId, draft, answers, expiresAt)) {
      return { kind: "saved", draft: { ...draft, answers, version: draft.version + 1, expiresAt } };
    }
  }
}

interface Answered<Answer> {
  readonly service: Service;
  readonly draft: Draft;
  readonly step: string;
  readonly answer: Answer;
}
type Whole = { readonly answer: StepAnswer } | { readonly errors: readonly FieldError[] };

const wrong = (field: string, message: string): Whole => ({ errors: [{ field, message }] });

/** An answer with what only the directory and the database know: where it is, what a choice comes to, a held time. */
async function completed(
  onedoor: Onedoor,
  brandId: string,
  brand: BrandSetting,
  answered: Answered<StepAnswer>,
): Promise<Whole> {
  const { answer, step } = answered;
  if (step === "place" && "postcode" in answer) {
    const place = await findPostcode(onedoor.db.kysely, answer.postcode);
    return place
      ? { answer: { ...answer, position: place.position } }
      : wrong("postcode", "We cannot find that postcode. Check it, or enter one that is near by");
  }
  if (step === "choose" && "choice" in answer) {
    const known = await knownOf(onedoor.db.kysely, brandId, answered.draft.accountId);
    return chosen(brand, { ...answered, answer }, needFrom(answered.service, answered.draft.answers, known));
  }
  if (step === "time" && "slot" in answer) return timed(onedoor, brandId, { ...answered, answer });
  return { answer };
}

function chosen(
  { directory, overlay, setting }: BrandSetting,
  { answer, service }: Answered<ChooseAnswer>,
  need: ReturnType<typeof needFrom>,
): Whole {
  // Each part of a composite is asked of whoever fits it best when it is asked for.
  if (service.parts)
    return answer.choice === BEST
      ? { answer: { ...answer, offerId: null, booking: null } }
      : wrong("choice", "Go on with the boxes on this page");
  const decision =
    answer.choice === BEST
      ? route(directory, overlay, need, setting.now)
      : routeTo(directory, overlay, need, setting.now, answer.choice);
  if (!decision) return wrong("choice", "Choose one of those on this page, or “Choose for me”");
  const offer = decision.chosen === null ? undefined : directory.offer(decision.chosen);
  return { answer: { ...answer, offerId: offer?.id ?? null, booking: offer?.booking ?? null } };
}

async function timed(
  onedoor: Onedoor,
  brandId: string,
  { draft, answer }: Answered<TimeAnswer>,
): Promise<Whole> {
  if (answer.slot === SOONEST || asksForATime(answer.slot)) {
    await onedoor.db.write((tx) => releaseHolds(tx, brandId, draft.id));
    return { answer };
  }
  const held = await holdSlotForDraft(onedoor, brandId, {
    draftId: draft.id,
    slotId: answer.slot,
    offerId: answer.offerId ?? "",
  });
  switch (held.kind) {
    case "held":
      return { answer: { ...answer, startsAt: held.slot.startsAt } };
    case "taken":
      return wrong("slot", "Somebody else has just taken that time. Choose another");
    case "no-slot":
      return wrong("slot", "Choose one of the times on this page");
    default:
      return held satisfies never;
  }
}

import { bookableUntil } from "~/domain/directory/slot-times";
import type { Appointment } from "~/domain/fulfilment/part-state";
import type { DraftAnswers } from "~/domain/journeys/draft-answers";
import { BEST } from "~/domain/journeys/steps/choose";
import { asksForATime, SOONEST } from "~/domain/journeys/steps/time";
import { route, routeTo } from "~/domain/routing/route";
import type { Need, RoutingDecision } from "~/domain/routing/types";
import type { Draft } from "~db/queries/drafts";
import { freeSlots, readSlot, type Slot, takeSlot } from "~db/queries/slots";
import type { Work } from "./apply-command";
import { placeOf, type Routed, routed } from "./ask-next";
import type { BrandSetting } from "./setting";

/** Whom a new part is asked of, with the time that was taken there. */
export interface PlaceFound {
  readonly routed: Routed;
  readonly appointment: Appointment | null;
  /** They take direct bookings and had no time left: they are asked to find one. */
  readonly noTimeFree: boolean;
}

/** How many offers are tried for somebody who leaves the choice and the time to us. */
const OFFERS_TRIED = 4;
/** How many free times of one offer are tried: a person who comes second to one gets the next. */
const SLOTS_TRIED = 5;

/**
 * The decisions to try in turn: the person's own choice and no other; or, when they left it to us, the best one and
 * those after it. Empty when their choice can no longer be had.
 */
export function decisionsToTry(
  brand: BrandSetting,
  { choose, time }: DraftAnswers,
  need: Need,
): readonly RoutingDecision[] {
  const { directory, overlay, setting } = brand;
  const pickedATime = time !== undefined && time.slot !== SOONEST;
  if (choose?.choice === BEST && !pickedATime) return bestDecisions(brand, need);
  if (!choose?.offerId) return [];
  const decision = routeTo(directory, overlay, need, setting.now, choose.offerId);
  if (!decision) return [];
  return [choose.choice === BEST ? { ...decision, chosenBy: "ranking" } : decision];
}

/** The ranking's choice and those after it, for somebody who leaves the choice to us. Never empty. */
export function bestDecisions(
  { directory, overlay, setting }: BrandSetting,
  need: Need,
): readonly [RoutingDecision, ...RoutingDecision[]] {
  const decision = route(directory, overlay, need, setting.now);
  const others = decision.candidates
    .filter(({ eligible, offerId }) => eligible && offerId !== decision.chosen)
    .slice(0, OFFERS_TRIED - 1)
    .map(({ offerId }) => ({ ...decision, chosen: offerId }));
  return [decision, ...others];
}

/**
 * The first of these decisions that can be had now; with its time taken, when one is wanted: a slot's id, or the
 * soonest. Who left the time to us is never sent away for want of one: the first partner is asked to find it. Undefined
 * when the time that was picked is somebody else's.
 */
export async function firstToBeHad(
  work: Work,
  draft: Draft,
  wanted: string | null,
  partId: string,
  decisions: readonly RoutingDecision[],
): Promise<PlaceFound | undefined> {
  let asked: PlaceFound | undefined;
  for (const decision of decisions) {
    const found = routed(work, partId, decision);
    const offer = found.next && work.brand.directory.offer(found.next.offerId);
    if (!found.next || offer?.booking !== "direct" || wanted === null || asksForATime(wanted))
      return { routed: found, appointment: null, noTimeFree: false };
    const slot = await takenSlot(work, draft, wanted, offer.id, found.next.fulfilmentId);
    if (slot) {
      const place = placeOf(work.brand.directory, offer.id);
      const appointment = { slotId: slot.id, startsAt: slot.startsAt, place };
      return { routed: found, appointment, noTimeFree: false };
    }
    asked ??= { routed: found, appointment: null, noTimeFree: true };
  }
  return wanted === SOONEST ? asked : undefined;
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

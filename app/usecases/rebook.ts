import type { Appointment, PartState } from "~/domain/fulfilment/part-state";
import type { Fulfilment } from "~/domain/fulfilment/types";
import { instant, milliseconds } from "~/domain/shared/time";
import { deleteEarlierWish, endEarlierOffer } from "~db/queries/earlier-times";
import { holdSlot, readSlot, type Slot } from "~db/queries/slots";
import { readTracking } from "~db/queries/tracking";
import { applyCommand, type CommandResult, changed, type Preparation, type Work } from "./apply-command";
import { placeOf, routeToChosen } from "./ask-next";
import type { PatientActor } from "./choose-again";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import { HOLD_MINUTES } from "./hold-slot";
import { earlierTimeWent } from "./offer-earlier";

/** A time that a patient wants in place of what they have: of the same offer, or of another. */
export interface Rebooking {
  readonly reference: string;
  readonly fulfilmentId: string;
  /** Of the fulfilment, as the person saw it. */
  readonly version: number;
  readonly slotId: string;
  readonly key?: string | null;
}

const TAKEN = "Somebody else has just taken that time. Choose another";

/**
 * A patient takes another time, of the same partner or of another. The new place is held before the old one is let go:
 * a time that somebody else has got leaves everything as it was, and says so. Who may speak for the request is checked
 * where its page is opened.
 */
export function rebook(
  onedoor: Onedoor,
  brandId: string,
  input: Rebooking,
  actor: PatientActor,
): Promise<CommandResult> {
  return command(onedoor, brandId, actor, once("rebook", input), async (work) => rebookInWork(work, input));
}

export async function rebookInWork(
  work: Work,
  { reference, fulfilmentId, version, slotId }: Omit<Rebooking, "key">,
): Promise<CommandResult> {
  const { tx, brandId } = work;
  const partId = await partOf(work, reference, fulfilmentId);
  if (partId === undefined) return { kind: "not-found" };
  const result = await applyCommand(work, partId, async (state) => {
    const fulfilment = state.fulfilments.find(({ id }) => id === fulfilmentId);
    if (!fulfilment) return { kind: "not-found" };
    if (fulfilment.version !== version) return changed(work, state);
    const slot = await readSlot(tx, brandId, slotId);
    if (!slot) return { kind: "refused", reasons: ["Choose one of the times on this page"] };
    return slot.offerId === fulfilment.offerId
      ? sameOffer(work, fulfilment, slot)
      : anotherOffer(work, state, fulfilment, slot);
  });
  if (result.kind === "done") await tidyWishes(work, fulfilmentId, slotId);
  return result;
}

async function sameOffer(work: Work, fulfilment: Fulfilment, slot: Slot): Promise<Preparation> {
  const { id: fulfilmentId, version, appointment: before, status } = fulfilment;
  if (before && before.startsAt <= work.brand.setting.now)
    return { kind: "refused", reasons: ["Your appointment has begun. Call them to change it"] };
  if (before?.slotId === slot.id)
    return { kind: "refused", reasons: ["You have that time already. Choose another"] };
  if (!(await keep(work, slot.id, fulfilmentId))) return { kind: "refused", reasons: [TAKEN] };
  const appointment = appointmentAt(work, slot);
  const take = { slotId: slot.id, fulfilmentId };
  // Nobody need say yes to a time that is there to be booked.
  return status === "requested"
    ? { command: { type: "accept", fulfilmentId, version, appointment }, decision: null, take }
    : { command: { type: "book", fulfilmentId, version, appointment, by: "patient" }, decision: null, take };
}

async function anotherOffer(
  work: Work,
  state: PartState,
  { id: fulfilmentId, version }: Fulfilment,
  slot: Slot,
): Promise<Preparation> {
  const routed = await routeToChosen(work, state, slot.offerId);
  if (!routed?.next || work.brand.directory.offer(slot.offerId)?.booking !== "direct")
    return { kind: "refused", reasons: ["They can no longer be booked. Choose another"] };
  const { next, decision } = routed;
  if (!(await keep(work, slot.id, next.fulfilmentId))) return { kind: "refused", reasons: [TAKEN] };
  return {
    command: { type: "move", fulfilmentId, version, next, appointment: appointmentAt(work, slot) },
    decision,
    take: { slotId: slot.id, fulfilmentId: next.fulfilmentId },
  };
}

/** Holds the new place for the fulfilment that is to have it. */
function keep({ tx, brandId, brand }: Work, slotId: string, fulfilmentId: string): Promise<boolean> {
  const { now } = brand.setting;
  const until = instant(milliseconds(now) + HOLD_MINUTES * 60_000);
  return holdSlot(tx, brandId, slotId, fulfilmentId, until, now);
}

const appointmentAt = ({ brand }: Work, { id, startsAt, offerId }: Slot): Appointment => ({
  slotId: id,
  startsAt,
  place: placeOf(brand.directory, offerId),
});

/** Who has taken a time need not hear of others any more, and those who could have had it hear that it went. */
async function tidyWishes(work: Work, fulfilmentId: string, slotId: string): Promise<void> {
  const { tx, brandId } = work;
  await endEarlierOffer(tx, brandId, { slotId, fulfilmentId }, "taken");
  await earlierTimeWent(work, slotId);
  await deleteEarlierWish(tx, brandId, fulfilmentId);
}

/** The part of a fulfilment of this request; undefined for any other's. */
export async function partOf(
  { tx, brandId }: Work,
  reference: string,
  fulfilmentId: string,
): Promise<string | undefined> {
  const tracking = await readTracking(tx, brandId, reference);
  return tracking?.parts.find(({ fulfilments }) => fulfilments.some(({ id }) => id === fulfilmentId))?.part
    .id;
}

import { liesAcross } from "~/domain/directory/slot-changes";
import { bookable } from "~/domain/fulfilment/appointment-time";
import { othersAt, overbookWords, takenTimes, timeOfItsOwn } from "~/domain/fulfilment/at-once";
import type { Appointment } from "~/domain/fulfilment/part-state";
import type { Fulfilment } from "~/domain/fulfilment/types";
import { type Instant, instant } from "~/domain/shared/time";
import { readDiary, timesGiven } from "~db/queries/diary";
import { moveSlot, readSlot, takeSlot } from "~db/queries/slots";
import type { CommandResult, Work } from "./apply-command";
import { placeOf } from "./ask-next";

/** A time as a partner gives it: one of the offer's own slots, or a moment. */
export type GivenTime =
  | { readonly slotId: string }
  /** `overbook`: whoever gives it knows who else is there at that time. */
  | { readonly startsAt: Instant; readonly overbook?: boolean };

/** Takes a time for a fulfilment, a slot of the offer's diary for good; or says what to do instead. */
export async function takeTime(
  work: Work,
  fulfilment: Fulfilment,
  given: GivenTime,
): Promise<Appointment | Extract<CommandResult, { kind: "refused" }>> {
  const { tx, brandId, brand } = work;
  const { id, offerId, appointment } = fulfilment;
  const { now } = brand.setting;
  const place = placeOf(brand.directory, offerId);
  if ("slotId" in given) {
    const slot = await readSlot(tx, brandId, given.slotId);
    if (slot?.offerId !== offerId) return refused("Choose one of the times on this page");
    if (slot.startsAt === appointment?.startsAt) return refused(HAS_IT);
    const from = appointment?.slotId;
    const taken = from
      ? await moveSlot(tx, brandId, { from, to: slot, fulfilmentId: id }, now)
      : await takeSlot(tx, brandId, slot.id, id, null, now);
    if (!taken) return refused("That time has just been taken. Choose another");
    return { startsAt: slot.startsAt, slotId: slot.id, place };
  }
  const at = Date.parse(given.startsAt);
  if (Number.isNaN(at)) return refused("Enter a date and a time");
  const startsAt = instant(at);
  switch (bookable(startsAt, now)) {
    case "passed":
      return refused("Choose a time that has not passed");
    case "too-far":
      return refused("Choose a date within a year from now");
    case "yes":
      if (startsAt === appointment?.startsAt) return refused(HAS_IT);
      return (await warned(work, fulfilment, { ...given, startsAt })) ?? { startsAt, slotId: null, place };
  }
}

const DAY_MS = 86_400_000;

/**
 * Whoever keeps a diary is told once that others are there at the time, or that it is blocked, and says that they give it
 * all the same. A partner by a one-time link has no diary to look at.
 */
async function warned(
  { tx, brandId, brand, actor }: Work,
  { id, offerId }: Fulfilment,
  { startsAt, overbook = false }: Extract<GivenTime, { startsAt: Instant }>,
): Promise<Extract<CommandResult, { kind: "refused" }> | undefined> {
  const minutes = brand.directory.offer(offerId)?.slots?.minutes;
  if (overbook || minutes === undefined || (actor.kind === "partner" && actor.byLink)) return undefined;
  const time = timeOfItsOwn(startsAt, minutes);
  const around = { from: instant(Date.parse(startsAt) - DAY_MS), until: time.endsAt };
  const slots = await readDiary(tx, brandId, [offerId], { ...around, now: brand.setting.now });
  const taken = takenTimes(slots, await timesGiven(tx, brandId, [offerId], around), minutes);
  const people = othersAt(time, taken, id).length;
  const blocked = slots.some((slot) => slot.standing === "blocked" && liesAcross(slot, time));
  if (people === 0 && !blocked) return undefined;
  return { kind: "refused", reasons: [overbookWords(people, blocked)], field: "overbook" };
}

const HAS_IT = "They have that time already. Choose another";
const refused = (reason: string) => ({ kind: "refused" as const, reasons: [reason] });

import { bookable } from "~/domain/fulfilment/appointment-time";
import type { Appointment } from "~/domain/fulfilment/part-state";
import type { Fulfilment } from "~/domain/fulfilment/types";
import { type Instant, instant } from "~/domain/shared/time";
import { moveSlot, readSlot, takeSlot } from "~db/queries/slots";
import type { CommandResult, Work } from "./apply-command";
import { placeOf } from "./ask-next";

/** A time as a partner gives it: one of the offer's own slots, or a moment. */
export type GivenTime = { readonly slotId: string } | { readonly startsAt: Instant };

/** Takes a time for a fulfilment, a slot of the offer's diary for good; or says what to do instead. */
export async function takeTime(
  { tx, brandId, brand }: Work,
  { id, offerId, appointment }: Fulfilment,
  given: GivenTime,
): Promise<Appointment | Extract<CommandResult, { kind: "refused" }>> {
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
      return { startsAt, slotId: null, place };
  }
}

const HAS_IT = "They have that time already. Choose another";
const refused = (reason: string) => ({ kind: "refused" as const, reasons: [reason] });

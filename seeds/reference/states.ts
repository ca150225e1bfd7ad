import type { CapacityStatus, Offer, OfferState, Overlay } from "~/domain/directory/types";
import { type Instant, instant, milliseconds } from "~/domain/shared/time";

const HOUR = 3_600_000;

/**
 * How full each partner says it is: by offer id where a story needs it, and otherwise by how long people wait. When it
 * said so differs from one to the next, so that some figures are fresh and one or two are old.
 */
export function statesOf(
  offers: readonly Offer[],
  now: Instant,
  told: Readonly<Record<string, CapacityStatus>> = {},
): Overlay {
  const states = new Map<string, OfferState>();
  for (const [index, offer] of offers.entries()) {
    if (offer.role === "referrer" || offer.booking === "direct") continue;
    const hoursAgo = 2 + ((index * 7) % 60);
    states.set(offer.id, {
      capacity: told[offer.id] ?? byWait(offer),
      capacityConfirmedAt: instant(milliseconds(now) - hoursAgo * HOUR),
      nextFreeAt: null,
      kept: null,
      given: 0,
    });
  }
  return states;
}

const byWait = ({ wait }: Offer): CapacityStatus =>
  wait === null || wait.days < 25 ? "capacity" : "waitlist";

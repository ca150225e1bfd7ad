import { instant, milliseconds } from "~/domain/shared/time";
import { heldSlot, holdSlot, readSlot, releaseHolds, type Slot } from "~db/queries/slots";
import type { Onedoor } from "./context";
import { brandNow } from "./setting";

/** How long a chosen time is kept while the rest is answered. */
export const HOLD_MINUTES = 10;

export type HoldResult =
  | { readonly kind: "held"; readonly slot: Slot; readonly until: string }
  | { readonly kind: "taken" }
  | { readonly kind: "no-slot" };

/**
 * Keeps a time for a draft, for ten minutes. The new one is held before the one held earlier is let go; when it is
 * taken, the earlier one stays held.
 */
export function holdSlotForDraft(
  onedoor: Onedoor,
  brandId: string,
  { draftId, slotId, offerId }: { draftId: string; slotId: string; offerId: string },
): Promise<HoldResult> {
  return onedoor.db.write(async (tx) => {
    const now = await brandNow(onedoor, brandId, tx);
    const slot = await readSlot(tx, brandId, slotId);
    if (slot?.offerId !== offerId) return { kind: "no-slot" };
    const until = instant(milliseconds(now) + HOLD_MINUTES * 60_000);
    if (!(await holdSlot(tx, brandId, slotId, draftId, until, now))) return { kind: "taken" };
    await releaseHolds(tx, brandId, draftId);
    await holdSlot(tx, brandId, slotId, draftId, until, now);
    return { kind: "held", slot, until };
  });
}

export interface HoldLeft {
  readonly slotId: string;
  readonly until: string;
  /** Whole minutes, the last of them begun: from 10 to 1. */
  readonly minutes: number;
}

/** How long a draft's time is kept for it still; null when nothing is kept. Answering with the same time renews it. */
export async function holdLeft(onedoor: Onedoor, brandId: string, draftId: string): Promise<HoldLeft | null> {
  const now = await brandNow(onedoor, brandId);
  const held = await heldSlot(onedoor.db.kysely, brandId, draftId, now);
  if (!held) return null;
  const minutes = Math.ceil((milliseconds(held.until) - milliseconds(now)) / 60_000);
  return { slotId: held.slot.id, until: held.until, minutes };
}

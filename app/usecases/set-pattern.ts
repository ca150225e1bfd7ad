import { createHash } from "node:crypto";
import type { SlotChanges } from "~/domain/directory/slot-changes";
import { type Offer, type SlotPattern, saysRoom } from "~/domain/directory/types";
import { toJson } from "~/domain/shared/json";
import type { DiarySlot } from "~db/queries/diary";
import { changeDirectory } from "./change-directory";
import type { Onedoor } from "./context";
import { fillDiary } from "./fill-diary";
import type { PartnerActor } from "./respond-to-fulfilment";

export type PatternSet =
  | { readonly kind: "done"; readonly changes: SlotChanges<DiarySlot> }
  /** Somebody else changed the week meanwhile. */
  | { readonly kind: "changed" }
  | { readonly kind: "not-allowed" | "not-found" }
  | { readonly kind: "faulty"; readonly reasons: readonly string[] };

type Refused = { readonly kind: "changed" | "not-found" };

/** Tells one week of an offer from another, so that nobody changes what they did not see. */
export const patternMark = ({ slots }: Pick<Offer, "slots">): string =>
  createHash("sha256").update(toJson(slots)).digest("hex").slice(0, 16);

/**
 * Gives one of the actor's own organisation's offers another week: the times that are free and in it no more are taken
 * back, and new ones made, in the same transaction. Who has a time keeps it. `seen` is the mark of the week that the
 * person changes. With `dryRun` nothing is done, and what it would come to is told.
 */
export async function setPattern(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  {
    offerId,
    pattern,
    seen,
  }: { readonly offerId: string; readonly pattern: SlotPattern; readonly seen: string },
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<PatternSet> {
  let changes: SlotChanges<DiarySlot> = { goes: [], made: [], stays: [] };
  const result = await changeDirectory<Refused>(
    onedoor,
    brandId,
    { who: actor, right: "keep-diary" },
    ({ offers }) => {
      const offer = offers.find(({ id }) => id === offerId);
      if (offer?.organisationId !== actor.organisationId || !saysRoom(offer)) return { kind: "not-found" };
      if (patternMark(offer) !== seen) return { kind: "changed" };
      return {
        kind: "edit",
        put: { offers: [{ ...offer, slots: pattern }] },
        action: "week-set",
        subject: offerId,
        detail: pattern,
      };
    },
    {
      also: async (edited) => {
        changes = await fillDiary(edited, brandId, offerId);
      },
      dryRun,
    },
  );
  return result.kind === "done" ? { kind: "done", changes } : result;
}

import type { Actor } from "~/domain/fulfilment/types";
import { tidy } from "~/domain/journeys/input";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { readPartState } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Preparation, type Work } from "./apply-command";
import { needNow, routeToChosen } from "./ask-next";
import type { Onedoor } from "./context";
import { NOTE_LENGTH } from "./respond-to-fulfilment";
import { brandSetting } from "./setting";

export type DeskActor = Extract<Actor, { kind: "desk" }>;

/** A command of the front desk on a part, as of the version that the person saw. */
export interface OnPart {
  readonly partId: string;
  readonly version: number;
}

/** The front desk asks a partner. Whoever has the part still is let go in the same moment. */
export function rerouteFromDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { partId, version, offerId, note }: OnPart & { readonly offerId: string; readonly note: string },
): Promise<CommandResult> {
  return atDesk(onedoor, brandId, actor, (work) =>
    applyCommand(work, partId, async (state): Promise<Preparation> => {
      if (state.part.version !== version) return changed(work, state);
      const routed = await routeToChosen(work, state, offerId);
      if (!routed?.next) return { kind: "refused", reasons: ["They can no longer be asked. Choose another"] };
      const text = tidy(note).slice(0, NOTE_LENGTH);
      return {
        command: { type: "reroute", version, next: routed.next, note: text },
        decision: routed.decision,
      };
    }),
  );
}

/** The front desk closes a part, with a reason that the patient reads. */
export function closeAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { partId, version, reason }: OnPart & { readonly reason: string },
): Promise<CommandResult> {
  return atDesk(onedoor, brandId, actor, (work) =>
    applyCommand(work, partId, async () => {
      const text = tidy(reason);
      return text.length > NOTE_LENGTH
        ? { kind: "refused", reasons: [`The reason must be ${NOTE_LENGTH} characters or fewer`] }
        : { command: { type: "close", version, reason: text }, decision: null };
    }),
  );
}

/** Whom the front desk can ask for a part now. Null when this brand has no such part. */
export async function judgeAtDesk(
  onedoor: Onedoor,
  brandId: string,
  partId: string,
): Promise<RoutingDecision | null> {
  const brand = await brandSetting(onedoor, brandId);
  const state = await readPartState(onedoor.db.kysely, brandId, partId);
  if (!state) return null;
  const need = await needNow(onedoor.db.kysely, brandId, state);
  return route(brand.directory, brand.overlay, need, brand.setting.now);
}

async function atDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  command: (work: Work) => Promise<CommandResult>,
): Promise<CommandResult> {
  const brand = await brandSetting(onedoor, brandId);
  return onedoor.db.write((tx) => command({ onedoor, tx, brandId, brand, actor }));
}

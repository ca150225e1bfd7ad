import { readNote } from "~/domain/fulfilment/note";
import type { Actor } from "~/domain/fulfilment/types";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { readPartState } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Preparation, type Work } from "./apply-command";
import { needNow, routeToChosen } from "./ask-next";
import type { Onedoor } from "./context";
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
  { partId, version, offerId, note: typed }: OnPart & { readonly offerId: string; readonly note: string },
): Promise<CommandResult> {
  return atDesk(onedoor, brandId, actor, (work) =>
    applyCommand(work, partId, async (state): Promise<Preparation> => {
      if (state.part.version !== version) return changed(work, state);
      const note = readNote(typed);
      if (!note.ok) return { kind: "refused", reasons: [note.message] };
      const routed = await routeToChosen(work, state, offerId);
      if (!routed?.next) return { kind: "refused", reasons: ["They can no longer be asked. Choose another"] };
      return {
        command: { type: "reroute", version, next: routed.next, note: note.text },
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
      const note = readNote(reason);
      return note.ok
        ? { command: { type: "close", version, reason: note.text }, decision: null }
        : { kind: "refused", reasons: [note.message] };
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
  const need = await needNow(onedoor.db.kysely, { brandId, brand }, state);
  return route(brand.directory, brand.overlay, need, brand.setting.now);
}

/** The front desk's work in one transaction. */
export async function atDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  command: (work: Work) => Promise<CommandResult>,
): Promise<CommandResult> {
  const brand = await brandSetting(onedoor, brandId);
  return onedoor.db.write((tx) => command({ onedoor, tx, brandId, brand, actor }));
}

import { type Note, readNote } from "~/domain/fulfilment/note";
import type { PartState } from "~/domain/fulfilment/part-state";
import type { Actor } from "~/domain/fulfilment/types";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { readPartState } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Preparation } from "./apply-command";
import { needNow, routeToChosen } from "./ask-next";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";
import { prolongPartTake } from "./take-at-desk";

export type DeskActor = Extract<Actor, { kind: "desk" }>;

/** A command of the front desk on a part, as of the version that the person saw. */
export interface OnPart {
  readonly partId: string;
  readonly version: number;
  /** The form's: what is sent twice under it is done once. */
  readonly key?: string | null;
}

/** A reason that must be there: blank space is none. */
function reasonIn(typed: string, missing: string): Note {
  const note = readNote(typed);
  return note.ok && note.text === "" ? { ok: false, message: missing } : note;
}

/** The front desk asks a partner, and says why. Whoever has the part still is let go in the same moment. */
export function rerouteFromDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnPart & { readonly offerId: string; readonly note: string },
): Promise<CommandResult> {
  const { partId, version, offerId } = input;
  return command(onedoor, brandId, actor, once("reroute", input), (work) =>
    applyCommand(work, partId, async (state): Promise<Preparation> => {
      if (state.part.version !== version) return changed(work, state);
      const why = reasonIn(input.note, "Say why you ask them");
      if (!why.ok) return { kind: "refused", reasons: [why.message] };
      const routed = await routeToChosen(work, state, offerId);
      if (!routed?.next) return { kind: "refused", reasons: ["They can no longer be asked. Choose another"] };
      return {
        command: { type: "reroute", version, next: routed.next, note: why.text },
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
  input: OnPart & { readonly reason: string },
): Promise<CommandResult> {
  const { partId, version } = input;
  return command(onedoor, brandId, actor, once("close", input), (work) =>
    applyCommand(work, partId, async () => {
      const why = reasonIn(input.reason, "Say why it is closed, in words that the person will read");
      return why.ok
        ? { command: { type: "close", version, reason: why.text }, decision: null }
        : { kind: "refused", reasons: [why.message] };
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

/** A command of the front desk on a part that rests on nothing but the part as it is. */
export const commandAtDesk = (
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  name: string,
  input: OnPart,
  prepare: (state: PartState) => Preparation,
): Promise<CommandResult> =>
  command(onedoor, brandId, actor, once(name, input), async (work) => {
    const result = await applyCommand(work, input.partId, async (state) =>
      state.part.version === input.version ? prepare(state) : changed(work, state),
    );
    if (result.kind === "done") await prolongPartTake(work, actor, input.partId);
    return result;
  });

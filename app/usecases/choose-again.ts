import type { Actor } from "~/domain/fulfilment/types";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { readPartState } from "~db/queries/part-states";
import { readRequest } from "~db/queries/requests";
import { applyCommand, type CommandResult } from "./apply-command";
import { needNow, routeToChosen } from "./ask-next";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

export type PatientActor = Extract<Actor, { kind: "patient" }>;

/** Which part, as the person saw it, and the offer that they want; or "desk", for the front desk's help. */
interface ChosenAgain {
  readonly reference: string;
  readonly partId: string;
  readonly version: number;
  readonly offerId: string;
  readonly key?: string | null;
}

/**
 * After a refusal came back: the patient asks another partner, or the front desk. Who may speak for the request is
 * checked where its page is opened.
 */
export async function chooseAgain(
  onedoor: Onedoor,
  brandId: string,
  input: ChosenAgain,
  actor: PatientActor,
): Promise<CommandResult> {
  const { reference, partId, version, offerId } = input;
  return command(onedoor, brandId, actor, once("choose-again", input), async (work) => {
    const stored = await readRequest(work.tx, brandId, reference);
    if (!stored) return { kind: "not-found" };
    return applyCommand(work, partId, async (state) => {
      if (state.request.id !== stored.request.id) return { kind: "not-found" };
      if (state.part.owner.kind !== "patient" || offerId === "desk") {
        return { command: { type: "choose-again", version, next: null }, decision: null };
      }
      const routed = await routeToChosen(work, state, offerId);
      if (!routed?.next) return { kind: "refused", reasons: ["They can no longer be asked. Choose another"] };
      return { command: { type: "choose-again", version, next: routed.next }, decision: routed.decision };
    });
  });
}

/** What the patient can choose from now: those that were asked already are left out. Null when it is not their turn. */
export async function judgeAgain(
  onedoor: Onedoor,
  brandId: string,
  partId: string,
  options: { readonly judged?: number } = {},
): Promise<RoutingDecision | null> {
  const brand = await brandSetting(onedoor, brandId);
  const reader = onedoor.db.kysely;
  const state = await readPartState(reader, brandId, partId);
  if (state?.part.status !== "open" || state.part.owner.kind !== "patient") return null;
  const need = await needNow(reader, { brandId, brand }, state);
  return route(brand.directory, brand.overlay, need, brand.setting.now, options);
}

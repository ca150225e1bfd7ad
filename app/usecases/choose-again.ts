import type { Actor } from "~/domain/fulfilment/types";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { openPartIds, readPartState } from "~db/queries/part-states";
import { readRequest } from "~db/queries/requests";
import { applyCommand, type CommandResult, type Work } from "./apply-command";
import { needNow, routeToChosen } from "./ask-next";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

export type PatientActor = Extract<Actor, { kind: "patient" }>;

/**
 * After a refusal came back: the patient asks another partner, or the front desk. Who may speak for the request is
 * checked where its page is opened.
 */
export async function chooseAgain(
  onedoor: Onedoor,
  brandId: string,
  input: { readonly reference: string; readonly offerId: string; readonly key?: string | null },
  actor: PatientActor,
): Promise<CommandResult> {
  const { reference, offerId } = input;
  return command(onedoor, brandId, actor, once("choose-again", input), async (work) => {
    const partId = await partWithPatient(work, reference);
    if (partId === undefined) return { kind: "not-found" };
    return applyCommand(work, partId, async (state) => {
      const { version } = state.part;
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
  reference: string,
  options: { readonly judged?: number } = {},
): Promise<RoutingDecision | null> {
  const brand = await brandSetting(onedoor, brandId);
  const reader = onedoor.db.kysely;
  const stored = await readRequest(reader, brandId, reference);
  for (const partId of stored ? await openPartIds(reader, brandId, stored.request.id) : []) {
    const state = await readPartState(reader, brandId, partId);
    if (state?.part.owner.kind !== "patient") continue;
    const need = await needNow(reader, { brandId, brand }, state);
    return route(brand.directory, brand.overlay, need, brand.setting.now, options);
  }
  return null;
}

/** The part that waits for the patient; else any open one, so that a second tap is told how things stand. */
async function partWithPatient({ tx, brandId }: Work, reference: string): Promise<string | undefined> {
  const stored = await readRequest(tx, brandId, reference);
  if (!stored) return undefined;
  const partIds = await openPartIds(tx, brandId, stored.request.id);
  for (const partId of partIds) {
    const state = await readPartState(tx, brandId, partId);
    if (state?.part.owner.kind === "patient") return partId;
  }
  return partIds[0];
}

import { whyNot } from "~/domain/fulfilment/guards";
import { readNote } from "~/domain/fulfilment/note";
import { route } from "~/domain/routing/route";
import type { RoutingDecision } from "~/domain/routing/types";
import { partIdOfFulfilment, readPartState } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed } from "./apply-command";
import { needNow, routeToChosen } from "./ask-next";
import { once } from "./command";
import type { Onedoor } from "./context";
import { asPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";
import { brandSetting } from "./setting";

/** The partner hands the work to another that could be asked now; the patient agreed to that when asking. */
export async function transferFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly offerId: string; readonly note: string },
): Promise<CommandResult> {
  const { fulfilmentId, version, offerId } = input;
  const note = readNote(input.note);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  return asPartner(onedoor, brandId, actor, once("transfer", input), (work, partId) =>
    applyCommand(work, partId, async (state) => {
      const fulfilment = state.fulfilments.find(({ id }) => id === fulfilmentId);
      if (fulfilment?.version !== version) return changed(work, state);
      const why = whyNot("transfer", state, fulfilment, work.brand.setting.now);
      if (why !== null) return { kind: "refused", reasons: [why] };
      const routed = await routeToChosen(work, state, offerId, "transferred");
      if (!routed?.next) return { kind: "refused", reasons: ["They can no longer be asked. Choose another"] };
      return {
        command: { type: "transfer", fulfilmentId, version, next: routed.next, note: note.text },
        decision: routed.decision,
      };
    }),
  );
}

/** Whom a partner can hand its work to now: nobody of its own, and nobody that said no. Null when it has no such work. */
export async function judgeTransfer(
  onedoor: Onedoor,
  brandId: string,
  organisationId: string,
  fulfilmentId: string,
): Promise<RoutingDecision | null> {
  const brand = await brandSetting(onedoor, brandId);
  const reader = onedoor.db.kysely;
  const partId = await partIdOfFulfilment(reader, brandId, organisationId, fulfilmentId);
  const state = partId === undefined ? undefined : await readPartState(reader, brandId, partId);
  if (state === undefined) return null;
  const need = await needNow(reader, { brandId, brand }, state, "transferred");
  return route(brand.directory, brand.overlay, need, brand.setting.now);
}

import { whyNot } from "~/domain/fulfilment/guards";
import { readReason } from "~/domain/fulfilment/note";
import { goesToNext } from "~/domain/fulfilment/owners";
import { applyCommand, type CommandResult } from "./apply-command";
import { routeAgain } from "./ask-next";
import { once } from "./command";
import type { Onedoor } from "./context";
import { asPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";

/** The partner cancels what it had accepted, with a DoS reason. A new answer is promised, and the part goes on. */
export async function withdrawFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly reason: string; readonly note: string },
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  const said = readReason(input);
  if (!said.ok) return { kind: "refused", reasons: [said.message] };
  const { reason, note } = said;
  return asPartner(onedoor, brandId, actor, once("withdraw", input), (work, partId) =>
    applyCommand(work, partId, async (state) => {
      const { setting } = work.brand;
      const held = state.fulfilments.find(({ id }) => id === fulfilmentId);
      const goesOn =
        held?.version === version &&
        whyNot("withdraw", state, held, setting.now) === null &&
        goesToNext(state, reason, setting);
      const routed = goesOn ? await routeAgain(work, state, reason) : null;
      return {
        command: { type: "withdraw", fulfilmentId, version, reason, note, next: routed?.next ?? null },
        decision: routed?.decision ?? null,
      };
    }),
  );
}

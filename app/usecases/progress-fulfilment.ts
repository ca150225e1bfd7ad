import { tidy } from "~/domain/journeys/input";
import { applyCommand, type CommandResult } from "./apply-command";
import type { Onedoor } from "./context";
import { asPartner, NOTE_LENGTH, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";

/** The partner begins the care that it accepted. */
export function startFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { fulfilmentId, version }: OnFulfilment,
): Promise<CommandResult> {
  return asPartner(onedoor, brandId, actor, fulfilmentId, (work, partId) =>
    applyCommand(work, partId, async () => ({
      command: { type: "start", fulfilmentId, version },
      decision: null,
    })),
  );
}

/** The care is done. `outcome` is what the patient reads of it. */
export async function completeFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { fulfilmentId, version, outcome }: OnFulfilment & { readonly outcome: string },
): Promise<CommandResult> {
  const text = tidy(outcome);
  if (text.length > NOTE_LENGTH) return TOO_LONG;
  return asPartner(onedoor, brandId, actor, fulfilmentId, (work, partId) =>
    applyCommand(work, partId, async () => ({
      command: { type: "complete", fulfilmentId, version, outcome: text },
      decision: null,
    })),
  );
}

/** What was accepted cannot be done after all: the front desk takes it from here. */
export async function failFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { fulfilmentId, version, note }: OnFulfilment & { readonly note: string },
): Promise<CommandResult> {
  const text = tidy(note);
  if (text === "") return { kind: "refused", reasons: ["Say why it could not be done"] };
  if (text.length > NOTE_LENGTH) return TOO_LONG;
  return asPartner(onedoor, brandId, actor, fulfilmentId, (work, partId) =>
    applyCommand(work, partId, async () => ({
      command: { type: "fail", fulfilmentId, version, note: text },
      decision: null,
    })),
  );
}

const TOO_LONG: CommandResult = {
  kind: "refused",
  reasons: [`The note must be ${NOTE_LENGTH} characters or fewer`],
};

import { readNote } from "~/domain/fulfilment/note";
import type { Outcome } from "~/domain/fulfilment/types";
import { applyCommand, type CommandResult } from "./apply-command";
import { once } from "./command";
import type { Onedoor } from "./context";
import { asPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";

/** The partner begins the care that it accepted. */
export function startFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment,
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  return asPartner(onedoor, brandId, actor, once("start", input), (work, partId) =>
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
  input: OnFulfilment & { readonly code: Outcome; readonly outcome: string },
): Promise<CommandResult> {
  const { fulfilmentId, version, code } = input;
  const note = readNote(input.outcome);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  return asPartner(onedoor, brandId, actor, once("complete", input), (work, partId) =>
    applyCommand(work, partId, async () => ({
      command: { type: "complete", fulfilmentId, version, code, outcome: note.text },
      decision: null,
    })),
  );
}

/** What was accepted cannot be done after all: the front desk takes it from here. */
export async function failFulfilment(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly note: string },
): Promise<CommandResult> {
  const { fulfilmentId, version } = input;
  const note = readNote(input.note);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  if (note.text === "") return { kind: "refused", reasons: ["Say why it could not be done"] };
  return asPartner(onedoor, brandId, actor, once("fail", input), (work, partId) =>
    applyCommand(work, partId, async () => ({
      command: { type: "fail", fulfilmentId, version, note: note.text },
      decision: null,
    })),
  );
}

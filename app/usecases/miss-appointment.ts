import { readNote } from "~/domain/fulfilment/note";
import type { CommandResult } from "./apply-command";
import type { Onedoor } from "./context";
import { commandAsPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";

/** The person was not at their appointment: they choose again, the same partner too. */
export async function didNotAttend(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly note: string },
): Promise<CommandResult> {
  const note = readNote(input.note);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  const { fulfilmentId, version } = input;
  const given = { type: "did-not-attend" as const, fulfilmentId, version, note: note.text };
  return commandAsPartner(onedoor, brandId, actor, input, given);
}

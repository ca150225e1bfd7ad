import { readNote } from "~/domain/fulfilment/note";
import type { CommandResult } from "./apply-command";
import type { Onedoor } from "./context";
import { commandAsPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";
import { commandAtDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** What the partner wrote down was a mistake. It is marked as one, and the front desk looks at what the person needs. */
export async function enterInError(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly note: string },
): Promise<CommandResult> {
  const note = readNote(input.note);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  const { fulfilmentId, version } = input;
  const given = { type: "enter-in-error" as const, fulfilmentId, version, note: note.text };
  return commandAsPartner(onedoor, brandId, actor, input, given);
}

/** The same at the front desk, of the last that a partner had of a part. */
export async function enterInErrorAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnPart & { readonly note: string },
): Promise<CommandResult> {
  const note = readNote(input.note);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  return commandAtDesk(onedoor, brandId, actor, "enter-in-error", input, ({ fulfilments }) => {
    const last = fulfilments.at(-1);
    if (last === undefined) return { kind: "refused", reasons: ["No partner has had this"] };
    const { id: fulfilmentId, version } = last;
    return { command: { type: "enter-in-error", fulfilmentId, version, note: note.text }, decision: null };
  });
}

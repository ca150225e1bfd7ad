import { readNote } from "~/domain/fulfilment/note";
import { applyCommand, type CommandResult, changed } from "./apply-command";
import type { Onedoor } from "./context";
import { commandAsPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";
import { atDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** What the partner wrote down was a mistake. It is marked as one, and the front desk looks at what the person needs. */
export async function enterInError(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { fulfilmentId, version, note: typed }: OnFulfilment & { readonly note: string },
): Promise<CommandResult> {
  const note = readNote(typed);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  const command = { type: "enter-in-error" as const, fulfilmentId, version, note: note.text };
  return commandAsPartner(onedoor, brandId, actor, command);
}

/** The same at the front desk, of the last that a partner had of a part. */
export async function enterInErrorAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { partId, version, note: typed }: OnPart & { readonly note: string },
): Promise<CommandResult> {
  const note = readNote(typed);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  return atDesk(onedoor, brandId, actor, (work) =>
    applyCommand(work, partId, async (state) => {
      const last = state.fulfilments.at(-1);
      if (state.part.version !== version) return changed(work, state);
      if (last === undefined) return { kind: "refused", reasons: ["No partner has had this"] };
      return {
        command: {
          type: "enter-in-error",
          fulfilmentId: last.id,
          version: last.version,
          note: note.text,
        },
        decision: null,
      };
    }),
  );
}

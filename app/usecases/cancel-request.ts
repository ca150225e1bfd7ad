import { readNote } from "~/domain/fulfilment/note";
import { openPartIds } from "~db/queries/part-states";
import { readRequest } from "~db/queries/requests";
import { applyCommand, type CommandResult } from "./apply-command";
import type { PatientActor } from "./choose-again";
import { command, once } from "./command";
import type { Onedoor } from "./context";

/** The patient no longer wants it: every part that is open is closed, and whoever has one is let go. */
export async function cancelRequest(
  onedoor: Onedoor,
  brandId: string,
  input: { readonly reference: string; readonly note: string; readonly key?: string | null },
  actor: PatientActor,
): Promise<CommandResult> {
  const note = readNote(input.note);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  return command(onedoor, brandId, actor, once("cancel", input), async (work) => {
    const stored = await readRequest(work.tx, brandId, input.reference);
    if (!stored) return { kind: "not-found" };
    const partIds = await openPartIds(work.tx, brandId, stored.request.id);
    if (partIds.length === 0) return { kind: "refused", reasons: ["This request is over"] };
    for (const partId of partIds) {
      await applyCommand(work, partId, async ({ part }) => ({
        command: { type: "cancel", version: part.version, note: note.text },
        decision: null,
      }));
    }
    return { kind: "done" };
  });
}

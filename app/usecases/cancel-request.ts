import { readNote } from "~/domain/fulfilment/note";
import { lastFirst } from "~/domain/fulfilment/order";
import { partsOfRequest } from "~db/queries/part-states";
import { readRequest } from "~db/queries/requests";
import { applyCommand, type CommandResult } from "./apply-command";
import type { PatientActor } from "./choose-again";
import { command, once } from "./command";
import type { Onedoor } from "./context";

/**
 * The patient no longer wants all of it, or one part of it: what is open is closed, and whoever has it is let go. A part
 * that waits for one that is cancelled goes to people; when all of it is cancelled nothing is asked for any more.
 */
export async function cancelRequest(
  onedoor: Onedoor,
  brandId: string,
  input: {
    readonly reference: string;
    /** One of its parts; left out for all of it. */
    readonly partId?: string | null;
    readonly note: string;
    readonly key?: string | null;
  },
  actor: PatientActor,
): Promise<CommandResult> {
  const note = readNote(input.note);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  return command(onedoor, brandId, actor, once("cancel", input), async (work) => {
    const stored = await readRequest(work.tx, brandId, input.reference);
    if (!stored) return { kind: "not-found" };
    const parts = await partsOfRequest(work.tx, brandId, stored.request.id);
    const { partId = null } = input;
    if (partId !== null && !parts.some(({ id }) => id === partId)) return { kind: "not-found" };
    const open = lastFirst(parts).filter(({ id }) => partId === null || id === partId);
    if (open.length === 0)
      return {
        kind: "refused",
        reasons: [partId === null ? "This request is over" : "This part is over"],
      };
    for (const { id } of open) {
      await applyCommand(work, id, async ({ part }) => ({
        command: { type: "cancel", version: part.version, note: note.text },
        decision: null,
      }));
    }
    return { kind: "done" };
  });
}

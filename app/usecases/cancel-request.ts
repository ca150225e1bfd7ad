import { readNote } from "~/domain/fulfilment/note";
import { openPartIds } from "~db/queries/part-states";
import { readRequest } from "~db/queries/requests";
import { applyCommand, type CommandResult, type Work } from "./apply-command";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

/** The patient no longer wants it: every part that is open is closed, and whoever has one is let go. */
export async function cancelRequest(
  onedoor: Onedoor,
  brandId: string,
  { reference, note: typed }: { reference: string; note: string },
  actor: PatientActor,
): Promise<CommandResult> {
  const note = readNote(typed);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  const brand = await brandSetting(onedoor, brandId);
  return onedoor.db.write<CommandResult>(async (tx) => {
    const stored = await readRequest(tx, brandId, reference);
    if (!stored) return { kind: "not-found" };
    const work: Work = { onedoor, tx, brandId, brand, actor };
    const partIds = await openPartIds(tx, brandId, stored.request.id);
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

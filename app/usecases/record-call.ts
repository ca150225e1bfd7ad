import { readNote } from "~/domain/fulfilment/note";
import { CALL_OUTCOMES } from "~/domain/fulfilment/types";
import { applyCommand, type CommandResult } from "./apply-command";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import { prolongPartTake } from "./take-at-desk";
import type { DeskActor } from "./work-at-desk";

/**
 * The front desk writes down that it rang the person about a part, whatever has become of that while they spoke: what came
 * of it, and a note. Nothing of the request changes; who had taken the part has it for longer.
 */
export function recordCallAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: {
    readonly partId: string;
    readonly outcome: string;
    readonly note: string;
    readonly key?: string | null;
  },
): Promise<CommandResult> {
  return command(onedoor, brandId, actor, once("record-call", input), async (work) => {
    const outcome = CALL_OUTCOMES.find((each) => each === input.outcome);
    if (outcome === undefined) return { kind: "refused", reasons: ["Choose what came of the call"] };
    const note = readNote(input.note);
    if (!note.ok) return { kind: "refused", reasons: [note.message] };
    const result = await applyCommand(work, input.partId, async () => ({
      command: { type: "record-call", outcome, note: note.text },
      decision: null,
    }));
    if (result.kind === "done") await prolongPartTake(work, actor, input.partId);
    return result;
  });
}

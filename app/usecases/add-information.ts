import { readNote } from "~/domain/fulfilment/note";
import type { CommandResult } from "./apply-command";
import { type OwnPartNamed, onOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";

/** While they wait, the patient says more of their own accord, or asks whoever has it something. */
export async function addInformation(
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  input: OwnPartNamed & { readonly isQuestion: boolean; readonly text: string },
): Promise<CommandResult> {
  const note = readNote(input.text);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  const { isQuestion } = input;
  return onOwnPart(onedoor, brandId, actor, "add-information", input, () => ({
    command: { type: "add-information", isQuestion, text: note.text },
    decision: null,
  }));
}

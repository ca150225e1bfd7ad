import { readNote } from "~/domain/fulfilment/note";
import { heldFulfilment, type PartState } from "~/domain/fulfilment/part-state";
import type { Hold } from "~/domain/fulfilment/types";
import { applyCommand, type CommandResult, changed, type Preparation } from "./apply-command";
import { asPatient, type OnOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { commandAsPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";
import { atDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** The partner cannot go on before the patient, or the practice that sent them, says something. */
export async function askForInformation(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  {
    fulfilmentId,
    version,
    of,
    question: typed,
  }: OnFulfilment & { readonly of: Hold["of"]; readonly question: string },
): Promise<CommandResult> {
  const question = readNote(typed);
  if (!question.ok) return { kind: "refused", reasons: [question.message] };
  const command = { type: "ask" as const, fulfilmentId, version, of, question: question.text };
  return commandAsPartner(onedoor, brandId, actor, command);
}

/** The patient answers what the partner asked of them. */
export function answerQuestion(
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  { text, ...own }: OnOwnPart & { readonly text: string },
): Promise<CommandResult> {
  return asPatient(onedoor, brandId, actor, own, (state) => given(state, text, ["patient"]));
}

/** The front desk passes on what it learned, from the practice or from the patient on the phone. */
export function giveInformationAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { partId, version, text }: OnPart & { readonly text: string },
): Promise<CommandResult> {
  return atDesk(onedoor, brandId, actor, (work) =>
    applyCommand(work, partId, async (state) =>
      state.part.version === version ? given(state, text, ["referrer", "patient"]) : changed(work, state),
    ),
  );
}

function given(state: PartState, typed: string, of: readonly Hold["of"][]): Preparation {
  const note = readNote(typed);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  const held = heldFulfilment(state);
  if (held?.hold == null || !of.includes(held.hold.of))
    return { kind: "refused", reasons: ["Nothing is being asked at the moment"] };
  const { id: fulfilmentId, version } = held;
  return { command: { type: "give-information", fulfilmentId, version, text: note.text }, decision: null };
}

import { readNote } from "~/domain/fulfilment/note";
import { heldFulfilment, type PartState } from "~/domain/fulfilment/part-state";
import type { Hold } from "~/domain/fulfilment/types";
import type { CommandResult, Preparation } from "./apply-command";
import { asPatient, type OnOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { commandAsPartner, type OnFulfilment, type PartnerActor } from "./respond-to-fulfilment";
import { commandAtDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** The partner cannot go on before the patient, or the practice that sent them, says something. */
export async function askForInformation(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnFulfilment & { readonly of: Hold["of"]; readonly question: string },
): Promise<CommandResult> {
  const { fulfilmentId, version, of } = input;
  const question = readNote(input.question);
  if (!question.ok) return { kind: "refused", reasons: [question.message] };
  const given = { type: "ask" as const, fulfilmentId, version, of, question: question.text };
  return commandAsPartner(onedoor, brandId, actor, input, given);
}

/** The patient answers what the partner asked of them. */
export const answerQuestion = (
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  input: OnOwnPart & { readonly text: string },
): Promise<CommandResult> =>
  asPatient(onedoor, brandId, actor, "give-information", input, (state) =>
    given(state, input.text, ["patient"]),
  );

/** The front desk passes on what it learned, from the practice or from the patient on the phone. */
export const giveInformationAtDesk = (
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnPart & { readonly text: string },
): Promise<CommandResult> =>
  commandAtDesk(onedoor, brandId, actor, "give-information", input, (state) =>
    given(state, input.text, ["referrer", "patient"]),
  );

function given(state: PartState, typed: string, of: readonly Hold["of"][]): Preparation {
  const note = readNote(typed);
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  const held = heldFulfilment(state);
  if (held?.hold == null || !of.includes(held.hold.of))
    return { kind: "refused", reasons: ["Nothing is being asked at the moment"] };
  const { id: fulfilmentId, version } = held;
  return { command: { type: "give-information", fulfilmentId, version, text: note.text }, decision: null };
}

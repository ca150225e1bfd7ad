import { readNote } from "~/domain/fulfilment/note";
import type { Command } from "~/domain/fulfilment/part-state";
import type { CommandResult } from "./apply-command";
import { asPatient, type OnOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { type OnPartOf, onPartAsPartner, type PartnerActor } from "./respond-to-fulfilment";
import { commandAtDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** What was over is not: the patient opens it again, and the front desk finds out what they need now. */
export async function reopenOwnPart(
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  input: OnOwnPart & { readonly note: string },
): Promise<CommandResult> {
  const given = read(input.note, input.version);
  if ("kind" in given) return given;
  const prepared = { command: given, decision: null };
  return asPatient(onedoor, brandId, actor, given.type, input, () => prepared);
}

/** The partner that completed it opens it again. */
export async function reopenCompleted(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnPartOf & { readonly note: string },
): Promise<CommandResult> {
  const given = read(input.note, input.partVersion);
  return "kind" in given ? given : onPartAsPartner(onedoor, brandId, actor, input, given);
}

/** The front desk opens it again. */
export async function reopenAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnPart & { readonly note: string },
): Promise<CommandResult> {
  const given = read(input.note, input.version);
  if ("kind" in given) return given;
  const prepared = { command: given, decision: null };
  return commandAtDesk(onedoor, brandId, actor, given.type, input, () => prepared);
}

function read(
  typed: string,
  version: number,
): Extract<Command, { type: "reopen" }> | Extract<CommandResult, { kind: "refused" }> {
  const note = readNote(typed);
  return note.ok
    ? { type: "reopen", version, note: note.text }
    : { kind: "refused", reasons: [note.message] };
}

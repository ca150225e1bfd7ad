import { readNote } from "~/domain/fulfilment/note";
import type { Command } from "~/domain/fulfilment/part-state";
import { applyCommand, type CommandResult } from "./apply-command";
import { asPatient, type OnOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { type OnPartOf, onPartAsPartner, type PartnerActor } from "./respond-to-fulfilment";
import { atDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** What was over is not: the patient opens it again, and the front desk finds out what they need now. */
export async function reopenOwnPart(
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  { note, ...own }: OnOwnPart & { readonly note: string },
): Promise<CommandResult> {
  const command = read(note, own.version);
  if ("kind" in command) return command;
  return asPatient(onedoor, brandId, actor, own, () => ({ command, decision: null }));
}

/** The partner that completed it opens it again. */
export async function reopenCompleted(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  { fulfilmentId, partVersion, note }: OnPartOf & { readonly note: string },
): Promise<CommandResult> {
  const command = read(note, partVersion);
  if ("kind" in command) return command;
  return onPartAsPartner(onedoor, brandId, actor, fulfilmentId, command);
}

/** The front desk opens it again. */
export async function reopenAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { partId, version, note }: OnPart & { readonly note: string },
): Promise<CommandResult> {
  const command = read(note, version);
  if ("kind" in command) return command;
  return atDesk(onedoor, brandId, actor, (work) =>
    applyCommand(work, partId, async () => ({ command, decision: null })),
  );
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

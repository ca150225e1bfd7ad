import type { Priority } from "~/domain/directory/types";
import { readNote } from "~/domain/fulfilment/note";
import type { Command } from "~/domain/fulfilment/part-state";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import type { CommandResult } from "./apply-command";
import { asPatient, type OnOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { type OnPartOf, onPartAsPartner, type PartnerActor } from "./respond-to-fulfilment";
import { commandAtDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** How pressing it is now, as typed, and why. */
export interface Raised {
  readonly priority: string;
  readonly note: string;
}

/** The partner that has it says that it is more pressing: every deadline comes forward. */
export async function raisePriority(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnPartOf & Raised,
): Promise<CommandResult> {
  const given = read(input, input.partVersion);
  return "kind" in given ? given : onPartAsPartner(onedoor, brandId, actor, input, given);
}

/** The front desk says so. */
export async function raisePriorityAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnPart & Raised,
): Promise<CommandResult> {
  const given = read(input, input.version);
  if ("kind" in given) return given;
  const prepared = { command: given, decision: null };
  return commandAtDesk(onedoor, brandId, actor, given.type, input, () => prepared);
}

/** The patient has got worse, and says how. */
export async function raiseOwnPriority(
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  input: OnOwnPart & Raised,
): Promise<CommandResult> {
  const given = read(input, input.version);
  if ("kind" in given) return given;
  const prepared = { command: given, decision: null };
  return asPatient(onedoor, brandId, actor, given.type, input, () => prepared);
}

function read(
  raised: Raised,
  version: number,
): Extract<Command, { type: "raise-priority" }> | Extract<CommandResult, { kind: "refused" }> {
  const note = readNote(raised.note);
  const priority: Priority | undefined = PRIORITIES.find((each) => each === raised.priority);
  if (priority === undefined) return { kind: "refused", reasons: ["Choose how pressing it is"] };
  if (!note.ok) return { kind: "refused", reasons: [note.message] };
  if (note.text === "") return { kind: "refused", reasons: ["Say why it is more pressing now"] };
  return { type: "raise-priority", version, priority, note: note.text };
}

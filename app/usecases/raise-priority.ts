import type { Priority } from "~/domain/directory/types";
import { readNote } from "~/domain/fulfilment/note";
import type { Command } from "~/domain/fulfilment/part-state";
import { PRIORITIES } from "~/domain/fulfilment/priority";
import { applyCommand, type CommandResult } from "./apply-command";
import { asPatient, type OnOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { type OnPartOf, onPartAsPartner, type PartnerActor } from "./respond-to-fulfilment";
import { atDesk, type DeskActor, type OnPart } from "./work-at-desk";

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
  { fulfilmentId, partVersion, ...raised }: OnPartOf & Raised,
): Promise<CommandResult> {
  const command = read(raised, partVersion);
  if ("kind" in command) return command;
  return onPartAsPartner(onedoor, brandId, actor, fulfilmentId, command);
}

/** The front desk says so. */
export async function raisePriorityAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  { partId, version, ...raised }: OnPart & Raised,
): Promise<CommandResult> {
  const command = read(raised, version);
  if ("kind" in command) return command;
  return atDesk(onedoor, brandId, actor, (work) =>
    applyCommand(work, partId, async () => ({ command, decision: null })),
  );
}

/** The patient has got worse, and says how. */
export async function raiseOwnPriority(
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  { priority, note, ...own }: OnOwnPart & Raised,
): Promise<CommandResult> {
  const command = read({ priority, note }, own.version);
  if ("kind" in command) return command;
  return asPatient(onedoor, brandId, actor, own, () => ({ command, decision: null }));
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

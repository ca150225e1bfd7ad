import { readNote } from "~/domain/fulfilment/note";
import type { Command } from "~/domain/fulfilment/part-state";
import type { CommandResult } from "./apply-command";
import type { Onedoor } from "./context";
import { type OnPartOf, onPartAsPartner, type PartnerActor } from "./respond-to-fulfilment";
import { commandAtDesk, type DeskActor, type OnPart } from "./work-at-desk";

/** The partner that has it answers what the person asked, or tells them something. */
export async function replyAsPartner(
  onedoor: Onedoor,
  brandId: string,
  actor: PartnerActor,
  input: OnPartOf & { readonly text: string },
): Promise<CommandResult> {
  const given = read(input.text, input.partVersion, "partner");
  return "kind" in given ? given : onPartAsPartner(onedoor, brandId, actor, input, given);
}

/** The front desk does so for what it has. */
export async function replyAtDesk(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: OnPart & { readonly text: string },
): Promise<CommandResult> {
  const given = read(input.text, input.version, "desk");
  if ("kind" in given) return given;
  const prepared = { command: given, decision: null };
  return commandAtDesk(onedoor, brandId, actor, given.type, input, () => prepared);
}

function read(
  typed: string,
  version: number,
  by: "partner" | "desk",
): Extract<Command, { type: "reply" }> | Extract<CommandResult, { kind: "refused" }> {
  const note = readNote(typed);
  return note.ok
    ? { type: "reply", version, by, text: note.text }
    : { kind: "refused", reasons: [note.message] };
}

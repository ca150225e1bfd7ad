import type { PartState } from "~/domain/fulfilment/part-state";
import { readPartState } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Preparation } from "./apply-command";
import type { PatientActor } from "./choose-again";
import { command, once } from "./command";
import type { Onedoor } from "./context";

/** A part of a patient's own request, as of the version that they saw. */
export interface OnOwnPart {
  readonly reference: string;
  readonly partId: string;
  readonly version: number;
  readonly key?: string | null;
}

/**
 * A patient's command on one part. Who may speak for the request is checked where its page is opened; a part of any
 * other request, or brand, is not found.
 */
export const asPatient = (
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  name: string,
  input: OnOwnPart,
  prepare: (state: PartState) => Preparation,
): Promise<CommandResult> =>
  command(onedoor, brandId, actor, once(name, input), async (work) => {
    const before = await readPartState(work.tx, brandId, input.partId);
    if (before?.request.reference !== input.reference) return { kind: "not-found" };
    return applyCommand(work, input.partId, async (state) =>
      state.part.version === input.version ? prepare(state) : changed(work, state),
    );
  });

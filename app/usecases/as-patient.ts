import type { PartState } from "~/domain/fulfilment/part-state";
import { readPartState } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Preparation, type Work } from "./apply-command";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";
import { brandSetting } from "./setting";

/** A part of a patient's own request, as of the version that they saw. */
export interface OnOwnPart {
  readonly reference: string;
  readonly partId: string;
  readonly version: number;
}

/**
 * A patient's command on one part, in one transaction. Who may speak for the request is checked where its page is
 * opened; a part of any other request, or brand, is not found.
 */
export async function asPatient(
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  { reference, partId, version }: OnOwnPart,
  prepare: (state: PartState) => Preparation,
): Promise<CommandResult> {
  const brand = await brandSetting(onedoor, brandId);
  return onedoor.db.write<CommandResult>(async (tx) => {
    const work: Work = { onedoor, tx, brandId, brand, actor };
    const before = await readPartState(tx, brandId, partId);
    if (before?.request.reference !== reference) return { kind: "not-found" };
    return applyCommand(work, partId, async (state) =>
      state.part.version === version ? prepare(state) : changed(work, state),
    );
  });
}

import type { PartState } from "~/domain/fulfilment/part-state";
import { readPartState } from "~db/queries/part-states";
import { applyCommand, type CommandResult, changed, type Preparation, type Work } from "./apply-command";
import type { PatientActor } from "./choose-again";
import { command, once } from "./command";
import type { Onedoor } from "./context";

/** A part of a patient's own request. */
export interface OwnPartNamed {
  readonly reference: string;
  readonly partId: string;
  readonly key?: string | null;
}

/** The same, as of the version that they saw. */
export interface OnOwnPart extends OwnPartNamed {
  readonly version: number;
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
  onOwnPart(onedoor, brandId, actor, name, input, (state, work) =>
    state.part.version === input.version ? prepare(state) : changed(work, state),
  );

/** The same for what is right whatever was written since the patient's page was drawn. */
export const onOwnPart = (
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  name: string,
  input: OwnPartNamed,
  prepare: (state: PartState, work: Work) => Preparation | Promise<Preparation>,
): Promise<CommandResult> =>
  command(onedoor, brandId, actor, once(name, input), async (work) => {
    const before = await readPartState(work.tx, brandId, input.partId);
    if (before?.request.reference !== input.reference) return { kind: "not-found" };
    return applyCommand(work, input.partId, async (state) => prepare(state, work));
  });

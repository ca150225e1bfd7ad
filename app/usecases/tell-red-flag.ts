import type { Emergency } from "~/domain/journeys/types";
import type { CommandResult } from "./apply-command";
import { type OwnPartNamed, onOwnPart } from "./as-patient";
import type { PatientActor } from "./choose-again";
import type { Onedoor } from "./context";

/** What a person told of an emergency, as they ticked it or as it was met in what they wrote. */
export interface ToldRedFlag {
  readonly leadsTo: Emergency;
  readonly signs: readonly string[];
  readonly how: "ticked" | "written";
}

/**
 * The patient tells of signs of an emergency after they had asked. They are shown where help is whatever comes of this:
 * it only writes down, for whoever has the part and for the front desk, that it was told.
 */
export const tellRedFlag = (
  onedoor: Onedoor,
  brandId: string,
  actor: PatientActor,
  input: OwnPartNamed & ToldRedFlag,
): Promise<CommandResult> => {
  const { leadsTo, signs, how } = input;
  return onOwnPart(onedoor, brandId, actor, "tell-red-flag", input, () => ({
    command: { type: "tell-red-flag", leadsTo, signs, how },
    decision: null,
  }));
};

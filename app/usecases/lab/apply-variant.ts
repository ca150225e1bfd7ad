import type { Variant } from "~/domain/usability/study";
import { rowsOfVariant } from "~/domain/usability/variants";
import { changeDirectory } from "../change-directory";
import type { Onedoor } from "../context";

/**
 * Makes a participant's world as their variant has it, before anything happens there. Throws when the world cannot be so: the
 * variant is of another town, or leaves a catalogue that is not whole.
 */
export async function applyVariant(onedoor: Onedoor, worldId: string, variant: Variant): Promise<void> {
  if (variant.changes.length === 0) return;
  const applied = await changeDirectory(
    onedoor,
    worldId,
    { who: { kind: "operator", name: "the usability lab" } },
    (contents) => ({
      kind: "edit",
      put: rowsOfVariant(contents, variant),
      action: "variant-applied",
      subject: variant.id,
      detail: variant,
    }),
  );
  if (applied.kind !== "done")
    throw new Error(`${worldId} cannot have the variant ${variant.id}: ${JSON.stringify(applied)}`);
}

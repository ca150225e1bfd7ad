import { markTold, readOutgoing } from "~db/queries/deliveries";
import { appendEvents } from "~db/queries/events";
import type { CommandResult } from "./apply-command";
import { auditChanges } from "./audit";
import { command, once } from "./command";
import type { Onedoor } from "./context";
import type { DeskActor } from "./work-at-desk";

/** The front desk has told a person what a message that did not arrive said. Told twice, it was told once. */
export function tellThem(
  onedoor: Onedoor,
  brandId: string,
  actor: DeskActor,
  input: { readonly messageId: string; readonly key?: string | null },
): Promise<CommandResult> {
  return command(onedoor, brandId, actor, once("told", input), async ({ tx, brand, touched }) => {
    const message = await readOutgoing(tx, brandId, input.messageId);
    if (!message) return { kind: "not-found" };
    const { id: messageId, requestId, template } = message;
    touched.add(requestId);
    const at = brand.setting.now;
    if (!(await markTold(tx, brandId, messageId, at)))
      return { kind: "refused", reasons: ["The front desk has told them"] };
    const event = { type: "message-told", messageId, template } as const;
    const events = await appendEvents(tx, brandId, [{ event, requestId, partId: null }], { at, actor });
    await auditChanges(tx, brandId, [{ actor, requestId, at, events }]);
    return { kind: "done" };
  });
}

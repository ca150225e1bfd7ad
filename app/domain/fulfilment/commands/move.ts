import type { Setting } from "../deadlines";
import { askPartner } from "../owners";
import { type Command, type Decided, letGo, type PartState } from "../part-state";
import type { Fulfilment } from "../types";
import { accept } from "./answer";

type Move = Extract<Command, { type: "move" }>;

/**
 * The person takes a time of another partner that is kept for them already, in place of what they have: what they have
 * ends and the other is taken on in the same moment, so that they are never without one. The promise stays as it is.
 */
export function move(
  state: PartState,
  fulfilment: Fulfilment,
  { next, appointment }: Move,
  setting: Setting,
): Decided {
  const free = letGo(state, fulfilment, "cancelled", "moved", "", setting);
  const asked = askPartner(free, next, setting);
  const opened = asked.after.fulfilments.at(-1) as Fulfilment;
  const taken = accept(
    asked.after,
    opened,
    { type: "accept", fulfilmentId: opened.id, version: opened.version, appointment },
    setting,
  );
  if (taken.kind !== "decided") return taken;
  return {
    kind: "decided",
    after: taken.after,
    events: [
      { type: "fulfilment-moved", fulfilmentId: fulfilment.id, to: opened.id },
      ...asked.events,
      ...taken.events,
    ],
  };
}

import type { Setting } from "../deadlines";
import { handToDesk, handToManager, passOn } from "../owners";
import { type Command, type Decided, heldFulfilment, letGo, type PartState, refused } from "../part-state";

type PassDeadline = Extract<Command, { type: "pass-deadline" }>;

/** A deadline has passed: whose it was says who gets the part next. The manager is the last: late work stays there. */
export function passDeadline(state: PartState, { next }: PassDeadline, setting: Setting): Decided {
  const { part } = state;
  if (part.dueAt === null || part.dueAt > setting.now) return refused("Nothing is due yet");
  switch (part.owner.kind) {
    case "partner":
      return partnerLate(state, next, setting);
    case "patient":
      return { kind: "decided", ...handToDesk(state, "patient-silent", setting) };
    case "desk":
      return { kind: "decided", ...handToManager(state, setting) };
    case "manager":
      return refused("The manager has it, late or not");
    default:
      return part.owner satisfies never;
  }
}

/**
 * Silence ends a request that was never answered; work that was taken on stays with the partner while people ask. A
 * real organisation was told nothing, so it is never late: what it would have had is the desk's to explain.
 */
function partnerLate(state: PartState, next: PassDeadline["next"], setting: Setting): Decided {
  if (setting.brandKind === "real") return { kind: "decided", ...handToDesk(state, "nobody-told", setting) };
  const held = heldFulfilment(state);
  if (held?.status !== "requested") return { kind: "decided", ...handToDesk(state, "no-outcome", setting) };
  const passed = passOn(letGo(state, held, "cancelled", "silent", "", setting), next, setting);
  return {
    kind: "decided",
    after: passed.after,
    events: [
      { type: "fulfilment-unanswered", fulfilmentId: held.id, answerBy: held.answerBy },
      ...passed.events,
    ],
  };
}

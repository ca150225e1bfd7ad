import { promisedAgain, type Setting } from "../deadlines";
import { askPartner, finish, handToDesk } from "../owners";
import { type Command, type Decided, heldFulfilment, letGo, type PartState, refused } from "../part-state";
import type { FulfilmentEvent } from "../types";
import { promisedNow } from "./change";

type ChooseAgain = Extract<Command, { type: "choose-again" }>;
type Cancel = Extract<Command, { type: "cancel" }>;
type Reroute = Extract<Command, { type: "reroute" }>;
type Close = Extract<Command, { type: "close" | "close-twice" }>;

/** After a refusal came back: the patient chooses the next partner, or asks the front desk. */
export function chooseAgain(before: PartState, { next }: ChooseAgain, setting: Setting): Decided {
  const state = { ...before, part: { ...before.part, ...promisedAgain(before.part, setting) } };
  const handed = next ? askPartner(state, next, setting) : handToDesk(state, "asked-by-patient", setting);
  return { kind: "decided", ...handed };
}

/** Why a part is closed that its person called off, as its event says. */
export const CANCELLED_BY_PATIENT = "Cancelled by the patient";

/** The patient no longer wants it. Whoever has it is let go, and the part is closed. */
export function cancel(state: PartState, { note }: Cancel, setting: Setting): Decided {
  const free = releaseHeld(state, "patient", note, setting);
  return {
    kind: "decided",
    after: finish(free.after, "closed", setting),
    events: [...free.events, { type: "part-closed", reason: CANCELLED_BY_PATIENT }],
  };
}

/** The front desk, or the manager, asks another partner. The one that has it is let go in the same moment. */
export function reroute(state: PartState, { next, note }: Reroute, setting: Setting): Decided {
  const free = releaseHeld(state, "desk", note, setting);
  const ready = free.after.part.waiting
    ? promisedNow(free.after, setting)
    : { ...free.after, part: { ...free.after.part, ...promisedAgain(free.after.part, setting) } };
  const handed = askPartner(ready, next, setting);
  return { kind: "decided", after: handed.after, events: [...free.events, ...handed.events] };
}

/** The front desk, or the manager, closes it with a reason; the patient is told. */
export function close(state: PartState, { type, reason }: Close, setting: Setting): Decided {
  if (reason.trim() === "") return refused("Say why it is closed, in words that the patient will read");
  // What was asked for twice is another request's: it is said once, of the part that is closed.
  const free = releaseHeld(state, "desk", type === "close" ? reason : "", setting);
  return {
    kind: "decided",
    after: finish(free.after, "closed", setting),
    events: [...free.events, { type: "part-closed", reason }],
  };
}

function releaseHeld(
  state: PartState,
  by: "patient" | "desk",
  note: string,
  setting: Setting,
): { readonly after: PartState; readonly events: readonly FulfilmentEvent[] } {
  const held = heldFulfilment(state);
  if (!held) return { after: state, events: [] };
  return {
    after: letGo(state, held, "cancelled", by, note, setting),
    events: [{ type: "fulfilment-cancelled", fulfilmentId: held.id, by, note }],
  };
}

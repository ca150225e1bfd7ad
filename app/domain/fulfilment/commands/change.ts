import { answerBy, deskBy, promisedAgain, raisedPromise, type Setting } from "../deadlines";
import { askPartner, handToDesk } from "../owners";
import {
  type Command,
  type Decided,
  heldFulfilment,
  letGo,
  type PartState,
  refused,
  withFulfilment,
  withPart,
} from "../part-state";
import { PRIORITY_RANK } from "../priority";
import type { Fulfilment } from "../types";

type RaisePriority = Extract<Command, { type: "raise-priority" }>;
type EnterInError = Extract<Command, { type: "enter-in-error" }>;
type Reopen = Extract<Command, { type: "reopen" }>;
type Release = Extract<Command, { type: "release" }>;

/** It is more pressing than it was: every deadline comes forward, and none goes back. */
export function raisePriority(
  state: PartState,
  { priority, note }: RaisePriority,
  setting: Setting,
): Decided {
  const { part } = state;
  if (PRIORITY_RANK[priority] <= PRIORITY_RANK[part.priority])
    return refused("A priority can only be raised. Choose a higher one");
  const promises = raisedPromise(part, priority, setting);
  const held = heldFulfilment(state);
  const sooner = (by: string): string => (part.dueAt !== null && part.dueAt < by ? part.dueAt : by);
  const events = [{ type: "priority-raised" as const, from: part.priority, to: priority, note }];
  if (part.owner.kind === "partner" && held?.status === "requested") {
    const by = sooner(answerBy(priority, promises.promise, setting));
    const asked = withFulfilment(state, { ...held, answerBy: by });
    return { kind: "decided", after: withPart(asked, { ...promises, priority, dueAt: by }), events };
  }
  const deskHasIt = part.owner.kind === "desk" || part.owner.kind === "manager";
  const dueAt = deskHasIt && !part.waiting ? sooner(deskBy(priority, setting)) : part.dueAt;
  return { kind: "decided", after: withPart(state, { ...promises, priority, dueAt }), events };
}

/** The record was a mistake: it is marked as one, never deleted, and people look at what the person needs. */
export function enterInError(
  state: PartState,
  fulfilment: Fulfilment,
  { note }: EnterInError,
  setting: Setting,
): Decided {
  if (note.trim() === "") return refused("Say what the mistake is");
  const marked = letGo(state, fulfilment, "entered-in-error", "error", note, setting);
  const handed = handToDesk(openAgain(marked, setting), "error", setting);
  return {
    kind: "decided",
    after: handed.after,
    events: [{ type: "entered-in-error", fulfilmentId: fulfilment.id, note }, ...handed.events],
  };
}

/** What is over was not: the front desk finds out what is needed now. */
export function reopen(state: PartState, { note }: Reopen, setting: Setting): Decided {
  if (note.trim() === "") return refused("Say why it is opened again");
  const handed = handToDesk(openAgain(state, setting), "reopened", setting);
  return {
    kind: "decided",
    after: handed.after,
    events: [{ type: "part-reopened", note }, ...handed.events],
  };
}

const openAgain = (state: PartState, setting: Setting): PartState => ({
  ...state,
  part: { ...state.part, status: "open", ...promisedAgain(state.part, setting) },
});

/** What came before is complete, so this part is asked for now; or it came to nothing, and people look at this one. */
export function release(state: PartState, { complete, next }: Release, setting: Setting): Decided {
  if (!complete)
    return { kind: "decided", ...handToDesk(promisedNow(state, setting), "earlier-part-over", setting) };
  const ready = promisedNow(state, setting);
  return {
    kind: "decided",
    ...(next ? askPartner(ready, next, setting) : handToDesk(ready, "no-eligible-offer", setting)),
  };
}

/** The promise that a waiting part could not be given before. */
export function promisedNow(state: PartState, setting: Setting): PartState {
  const { promise } = state.part;
  const settled = { ...promise, settled: promise.settled ?? { at: setting.now, how: "replaced" as const } };
  return {
    ...state,
    part: { ...state.part, ...promisedAgain({ ...state.part, promise: settled }, setting) },
  };
}

import { reviewBy, type Setting } from "../deadlines";
import { finish, handToDesk } from "../owners";
import {
  type Command,
  type Decided,
  letGo,
  type PartState,
  refused,
  withFulfilment,
  withPart,
} from "../part-state";
import { mayMove } from "../transitions";
import type { Fulfilment } from "../types";

type Complete = Extract<Command, { type: "complete" }>;
type Fail = Extract<Command, { type: "fail" }>;

export function start(state: PartState, fulfilment: Fulfilment, setting: Setting): Decided {
  if (!mayMove(fulfilment.status, "in-progress"))
    return refused("Care can start once the request is accepted");
  const started = withFulfilment(state, { ...fulfilment, status: "in-progress" });
  return {
    kind: "decided",
    after: withPart(started, {
      owner: { kind: "partner", organisationId: fulfilment.organisationId },
      dueAt: reviewBy(setting),
    }),
    events: [{ type: "fulfilment-started", fulfilmentId: fulfilment.id }],
  };
}

export function complete(state: PartState, fulfilment: Fulfilment, { outcome }: Complete): Decided {
  if (!mayMove(fulfilment.status, "completed"))
    return refused("Only care that was accepted can be completed");
  return {
    kind: "decided",
    after: finish(withFulfilment(state, { ...fulfilment, status: "completed" }), "complete"),
    events: [{ type: "fulfilment-completed", fulfilmentId: fulfilment.id, outcome }],
  };
}

/** The partner took it on and could not do it after all: people look at it, for a rule cannot know why. */
export function fail(state: PartState, fulfilment: Fulfilment, { note }: Fail, setting: Setting): Decided {
  if (!mayMove(fulfilment.status, "failed"))
    return refused("Only care that was accepted can come to nothing");
  const handed = handToDesk(letGo(state, fulfilment, "failed", "99", note, setting), "not-done", setting);
  return {
    kind: "decided",
    after: handed.after,
    events: [{ type: "fulfilment-failed", fulfilmentId: fulfilment.id, note }, ...handed.events],
  };
}

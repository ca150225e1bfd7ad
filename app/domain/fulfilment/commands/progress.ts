import { promiseAnswered, reviewBy, type Setting } from "../deadlines";
import { finish, handToDesk } from "../owners";
import { type Command, type Decided, letGo, type PartState, withFulfilment, withPart } from "../part-state";
import type { Fulfilment } from "../types";

type Complete = Extract<Command, { type: "complete" }>;
type Fail = Extract<Command, { type: "fail" }>;

export function start(state: PartState, fulfilment: Fulfilment, setting: Setting): Decided {
  const started = withFulfilment(state, { ...fulfilment, status: "in-progress" });
  return {
    kind: "decided",
    after: withPart(started, {
      promise: promiseAnswered(state.part.promise, setting),
      owner: { kind: "partner", organisationId: fulfilment.organisationId },
      dueAt: reviewBy(setting),
    }),
    events: [{ type: "fulfilment-started", fulfilmentId: fulfilment.id }],
  };
}

export function complete(
  state: PartState,
  fulfilment: Fulfilment,
  { code, outcome }: Complete,
  setting: Setting,
): Decided {
  const done = withFulfilment(state, { ...fulfilment, status: "completed", hold: null, outcome: code });
  // Care that is given without a time beforehand answers what was promised.
  const answered = { ...done, part: { ...done.part, promise: promiseAnswered(done.part.promise, setting) } };
  return {
    kind: "decided",
    after: finish(answered, "complete", setting),
    events: [{ type: "fulfilment-completed", fulfilmentId: fulfilment.id, outcome, code }],
  };
}

/** The partner took it on and could not do it after all: people look at it, for a rule cannot know why. */
export function fail(state: PartState, fulfilment: Fulfilment, { note }: Fail, setting: Setting): Decided {
  const handed = handToDesk(letGo(state, fulfilment, "failed", "99", note, setting), "not-done", setting);
  return {
    kind: "decided",
    after: handed.after,
    events: [{ type: "fulfilment-failed", fulfilmentId: fulfilment.id, note }, ...handed.events],
  };
}

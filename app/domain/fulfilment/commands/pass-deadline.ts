import { promiseDueAt, type Setting } from "../deadlines";
import { handToDesk, handToManager, passOn } from "../owners";
import {
  type Command,
  type Decided,
  heldFulfilment,
  letGo,
  type PartState,
  refused,
  withPart,
} from "../part-state";
import { holdOver } from "./ask";
import { promisedNow } from "./change";

type PassDeadline = Extract<Command, { type: "pass-deadline" }>;

/** A deadline has passed: whose it was says who gets the part next. The manager is the last: late work stays there. */
export function passDeadline(state: PartState, { next }: PassDeadline, setting: Setting): Decided {
  const { part } = state;
  const held = heldFulfilment(state);
  switch (part.owner.kind) {
    case "partner":
      return partnerLate(state, next, setting);
    case "patient":
      return held?.status === "on-hold"
        ? { kind: "decided", ...holdOver(state, held, setting) }
        : { kind: "decided", ...handToDesk(state, "patient-silent", setting) };
    case "desk":
      return part.waiting
        ? { kind: "decided", ...handToDesk(promisedNow(state, setting), "waited-long", setting) }
        : { kind: "decided", ...handToManager(state, setting) };
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
  if (held?.status !== "requested") {
    const because = held?.status === "accepted" && held.appointment === null ? "no-time" : "no-outcome";
    return { kind: "decided", ...handToDesk(state, because, setting) };
  }
  const passed = passOn(letGo(state, held, "cancelled", "silent", "", setting), "silent", next, setting);
  return {
    kind: "decided",
    after: passed.after,
    events: [
      { type: "fulfilment-unanswered", fulfilmentId: held.id, answerBy: held.answerBy },
      ...passed.events,
    ],
  };
}

/**
 * The promise is at risk, or its moment has passed: the patient hears of it before they must ask. A real organisation
 * was promised nothing, so its promise is only laid aside.
 */
export function watchPromise(state: PartState, setting: Setting): Decided {
  const { promise } = state.part;
  const due = promiseDueAt(promise);
  if (due === null || due > setting.now) return refused("The promise is not at risk yet");
  const settled = (how: "broken" | "withdrawn") =>
    withPart(state, { promise: { ...promise, warned: true, settled: { at: setting.now, how } } });
  if (setting.brandKind === "real") {
    return { kind: "decided", after: settled("withdrawn"), events: [] };
  }
  if (promise.by <= setting.now) {
    // A waiting part promised nothing but that people look at it.
    const events = state.part.waiting ? [] : [{ type: "promise-broken" as const, by: promise.by }];
    return { kind: "decided", after: settled(state.part.waiting ? "withdrawn" : "broken"), events };
  }
  return {
    kind: "decided",
    after: withPart(state, { promise: { ...promise, warned: true } }),
    events: state.part.waiting ? [] : [{ type: "promise-at-risk", by: promise.by }],
  };
}

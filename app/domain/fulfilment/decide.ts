import { accept, decline } from "./commands/answer";
import { cancel, chooseAgain, close, reroute } from "./commands/choose";
import { passDeadline } from "./commands/pass-deadline";
import { complete, fail, start } from "./commands/progress";
import { promiseOf, type Setting } from "./deadlines";
import { askPartner, type Handed, handToDesk } from "./owners";
import {
  type Appointment,
  type Command,
  type Decided,
  type NextPartner,
  type PartState,
  refused,
} from "./part-state";
import type { CareRequest } from "./types";

/** A new part, with its promise, asked of the partner that routing chose; of the front desk when there is none. */
export function openPart(
  request: CareRequest,
  partId: string,
  position: number,
  next: NextPartner | null,
  appointment: Appointment | null,
  setting: Setting,
): Handed {
  const unowned: PartState = {
    request,
    part: {
      id: partId,
      requestId: request.id,
      serviceId: request.serviceId,
      position,
      status: "open",
      version: 0,
      owner: { kind: "desk" },
      dueAt: setting.now,
      promise: promiseOf(request.priority, setting),
    },
    fulfilments: [],
  };
  const handed = next
    ? askPartner(unowned, next, setting)
    : handToDesk(unowned, "no-eligible-offer", setting);
  const submitted: Handed = {
    after: handed.after,
    events: [{ type: "request-submitted" }, ...handed.events],
  };
  if (!next || !appointment) return submitted;
  const accepted = decide(
    submitted.after,
    { type: "accept", fulfilmentId: next.fulfilmentId, version: 1, appointment },
    setting,
  );
  if (accepted.kind !== "decided") throw new Error("A slot that the person took is accepted at once");
  return { after: accepted.after, events: [...submitted.events, ...accepted.events] };
}

/** What a command comes to, as things are: pure, so the same on every page, in every job, and in every replay. */
export function decide(state: PartState, command: Command, setting: Setting): Decided {
  if (state.part.status !== "open") {
    return "version" in command && isStale(state, command)
      ? { kind: "changed" }
      : refused("This request is over");
  }
  if ("version" in command && isStale(state, command)) return { kind: "changed" };
  if (!("fulfilmentId" in command)) return decideOnPart(state, command, setting);
  const fulfilment = state.fulfilments.find(({ id }) => id === command.fulfilmentId);
  if (!fulfilment) return refused("No such piece of work");
  switch (command.type) {
    case "accept":
      return accept(state, fulfilment, command, setting);
    case "decline":
      return decline(state, fulfilment, command, setting);
    case "start":
      return start(state, fulfilment, setting);
    case "complete":
      return complete(state, fulfilment, command);
    case "fail":
      return fail(state, fulfilment, command, setting);
    default:
      return command satisfies never;
  }
}

function decideOnPart(
  state: PartState,
  command: Exclude<Command, { fulfilmentId: string }>,
  setting: Setting,
): Decided {
  switch (command.type) {
    case "choose-again":
      return chooseAgain(state, command, setting);
    case "cancel":
      return cancel(state, command, setting);
    case "reroute":
      return reroute(state, command, setting);
    case "close":
      return close(state, command, setting);
    case "pass-deadline":
      return passDeadline(state, command, setting);
    default:
      return command satisfies never;
  }
}

function isStale(state: PartState, command: Exclude<Command, { type: "pass-deadline" }>): boolean {
  if (!("fulfilmentId" in command)) return command.version !== state.part.version;
  const seen = state.fulfilments.find(({ id }) => id === command.fulfilmentId);
  return seen !== undefined && seen.version !== command.version;
}

import { accept, book, decline } from "./commands/answer";
import { ask, giveInformation } from "./commands/ask";
import { enterInError, raisePriority, release, reopen } from "./commands/change";
import { cancel, chooseAgain, close, reroute } from "./commands/choose";
import { didNotAttend, partnerLeft, transfer, withdraw } from "./commands/hand-on";
import { move } from "./commands/move";
import { passDeadline, watchPromise } from "./commands/pass-deadline";
import { complete, fail, start } from "./commands/progress";
import { addInformation, recordCall, reply, tellRedFlag } from "./commands/say";
import type { Setting } from "./deadlines";
import { whyNot } from "./guards";
import { type Command, type Decided, heldFulfilment, type PartState, refused } from "./part-state";
import type { Fulfilment } from "./types";

/** What a command comes to, as things are: pure, so the same on every page, in every job, and in every replay. */
export function decide(state: PartState, command: Command, setting: Setting): Decided {
  if ("version" in command && isStale(state, command)) return { kind: "changed" };
  const named = "fulfilmentId" in command;
  const fulfilment = named
    ? state.fulfilments.find(({ id }) => id === command.fulfilmentId)
    : heldFulfilment(state);
  const why = whyNot(command.type, state, fulfilment, setting.now);
  if (why !== null) return refused(why);
  if (!named) return decideOnPart(state, command, setting);
  return fulfilment ? decideOn(state, fulfilment, command, setting) : refused("No such piece of work");
}

type OnFulfilment = Extract<Command, { fulfilmentId: string }>;

function decideOn(
  state: PartState,
  fulfilment: Fulfilment,
  command: OnFulfilment,
  setting: Setting,
): Decided {
  switch (command.type) {
    case "accept":
      return accept(state, fulfilment, command, setting);
    case "decline":
      return decline(state, fulfilment, command, setting);
    case "book":
      return book(state, fulfilment, command, setting);
    case "move":
      return move(state, fulfilment, command, setting);
    case "ask":
      return ask(state, fulfilment, command, setting);
    case "give-information":
      return giveInformation(state, fulfilment, command, setting);
    case "transfer":
      return transfer(state, fulfilment, command, setting);
    case "withdraw":
      return withdraw(state, fulfilment, command, setting);
    case "start":
      return start(state, fulfilment, setting);
    case "complete":
      return complete(state, fulfilment, command, setting);
    case "fail":
      return fail(state, fulfilment, command, setting);
    case "did-not-attend":
      return didNotAttend(state, fulfilment, command, setting);
    case "enter-in-error":
      return enterInError(state, fulfilment, command, setting);
    default:
      return command satisfies never;
  }
}

function decideOnPart(state: PartState, command: Exclude<Command, OnFulfilment>, setting: Setting): Decided {
  switch (command.type) {
    case "choose-again":
      return chooseAgain(state, command, setting);
    case "cancel":
      return cancel(state, command, setting);
    case "reroute":
      return reroute(state, command, setting);
    case "close":
    case "close-twice":
      return close(state, command, setting);
    case "raise-priority":
      return raisePriority(state, command, setting);
    case "reopen":
      return reopen(state, command, setting);
    case "reply":
      return reply(state, command);
    case "add-information":
      return addInformation(state, command);
    case "tell-red-flag":
      return tellRedFlag(state, command);
    case "record-call":
      return recordCall(state, command);
    case "pass-deadline":
      return passDeadline(state, command, setting);
    case "watch-promise":
      return watchPromise(state, setting);
    case "release":
      return release(state, command, setting);
    case "partner-left": {
      const held = heldFulfilment(state);
      return held ? partnerLeft(state, held, command, setting) : refused("No partner has it");
    }
    default:
      return command satisfies never;
  }
}

type Versioned = Extract<Command, { version: number }>;

function isStale(state: PartState, command: Versioned): boolean {
  if (!("fulfilmentId" in command)) return command.version !== state.part.version;
  const seen = state.fulfilments.find(({ id }) => id === command.fulfilmentId);
  return seen !== undefined && seen.version !== command.version;
}

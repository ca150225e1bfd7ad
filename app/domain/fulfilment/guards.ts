import type { CommandType, PartState } from "./part-state";
import { isHeld, mayMove } from "./transitions";
import type { Actor, Fulfilment } from "./types";
import { isWithDesk } from "./with-desk";

/** What a guard looks at: the part as it is, the fulfilment that the command is about, and now. */
interface Facts {
  readonly state: PartState;
  readonly fulfilment: Fulfilment | undefined;
  readonly now: string;
}

/** Null when the command is allowed as things are; else why not, in words for whoever gave it. */
type Guard = (facts: Facts) => string | null;

const moves =
  (to: Fulfilment["status"], why: string): Guard =>
  ({ fulfilment }) =>
    fulfilment && mayMove(fulfilment.status, to) ? null : why;

const ANSWERED = "This request has its answer now";
const OVER = "This request is over";
const open: Guard = ({ state }) => (state.part.status === "open" ? null : OVER);
const over: Guard = ({ state }) => (state.part.status === "open" ? "This request is open" : null);
const atDesk =
  (why: string): Guard =>
  ({ state }) =>
    isWithDesk(state.part) ? null : why;
const all =
  (...guards: readonly Guard[]): Guard =>
  (facts) => {
    for (const guard of guards) {
      const why = guard(facts);
      if (why !== null) return why;
    }
    return null;
  };

/** Everything that says whether a command is allowed, but for what the command itself carries. */
const GUARDS: Readonly<Record<CommandType, Guard>> = {
  accept: all(open, ({ fulfilment }) => (fulfilment?.status === "requested" ? null : ANSWERED)),
  decline: all(open, ({ fulfilment }) =>
    fulfilment?.status === "requested" ||
    (fulfilment?.status === "on-hold" && fulfilment.hold?.from === "requested")
      ? null
      : ANSWERED,
  ),
  book: all(open, ({ fulfilment }) =>
    fulfilment?.status === "accepted"
      ? null
      : "A time can be given once the request is accepted, before care starts",
  ),
  move: all(
    open,
    ({ fulfilment }) =>
      fulfilment?.status === "requested" || fulfilment?.status === "accepted"
        ? null
        : "Only what has not started can be moved",
    ({ fulfilment, now }) =>
      fulfilment?.appointment && fulfilment.appointment.startsAt <= now
        ? "Your appointment has begun. Call them to change it"
        : null,
  ),
  ask: all(open, ({ fulfilment }) =>
    fulfilment && isHeld(fulfilment.status) && fulfilment.status !== "on-hold"
      ? null
      : "You can ask while the request is with you, and you have not asked yet",
  ),
  "give-information": all(open, ({ fulfilment }) =>
    fulfilment?.status === "on-hold" ? null : "Nothing is being asked at the moment",
  ),
  transfer: all(
    open,
    ({ fulfilment }) =>
      fulfilment && isHeld(fulfilment.status)
        ? null
        : "Only what is with you can be handed to another partner",
    ({ state }) =>
      state.request.consentToPassOn
        ? null
        : "The person wants to be asked before it goes to anybody else. Decline it, and they choose",
  ),
  withdraw: all(open, ({ fulfilment }) =>
    fulfilment && ["accepted", "in-progress"].includes(fulfilment.status)
      ? null
      : "You can cancel only what you said yes to",
  ),
  start: all(open, ({ fulfilment }) =>
    fulfilment?.status === "accepted" ? null : "Care can start once the request is accepted",
  ),
  complete: all(open, moves("completed", "You can finish only what you said yes to"), ({ fulfilment }) =>
    fulfilment?.hold?.from === "requested" ? "You can finish only what you said yes to" : null,
  ),
  fail: all(open, moves("failed", "Only care that was accepted can come to nothing"), ({ fulfilment }) =>
    fulfilment?.hold?.from === "requested" ? "Only care that was accepted can come to nothing" : null,
  ),
  "did-not-attend": all(open, ({ fulfilment, now }) => {
    if (fulfilment?.status !== "accepted" || fulfilment.appointment === null)
      return "There was no appointment to miss";
    return fulfilment.appointment.startsAt <= now ? null : "The appointment has not begun yet";
  }),
  "enter-in-error": ({ state, fulfilment }) =>
    fulfilment &&
    mayMove(fulfilment.status, "entered-in-error") &&
    fulfilment.id === state.fulfilments.at(-1)?.id
      ? null
      : "Only what is with you, or what you completed last, can be marked as a mistake",
  "choose-again": all(open, ({ state }) =>
    state.part.owner.kind === "patient" && !state.fulfilments.some(({ status }) => status === "on-hold")
      ? null
      : "There is nothing to choose at the moment",
  ),
  cancel: open,
  reroute: all(open, atDesk("Only the front desk’s own work can be sent on from here")),
  close: all(open, atDesk("Only the front desk’s own work can be closed from here")),
  "close-twice": open,
  "raise-priority": all(open, ({ state }) =>
    state.part.priority === "asap" ? "It is as urgent as it can be" : null,
  ),
  reopen: over,
  reply: open,
  "add-information": open,
  "tell-red-flag": () => null,
  "record-call": () => null,
  "pass-deadline": all(open, ({ state, now }) =>
    state.part.dueAt === null || state.part.dueAt > now ? "Nothing is due yet" : null,
  ),
  "watch-promise": all(open, ({ state }) =>
    state.part.promise.settled === null ? null : "The promise is settled",
  ),
  release: all(open, ({ state }) => (state.part.waiting ? null : "This part does not wait for another")),
  "partner-left": all(open, ({ fulfilment }) =>
    fulfilment && isHeld(fulfilment.status) ? null : "No partner has it",
  ),
};

/** Why a command is not allowed as things are; null when it is. */
export const whyNot = (
  type: CommandType,
  state: PartState,
  fulfilment: Fulfilment | undefined,
  now: string,
): string | null => GUARDS[type]({ state, fulfilment, now });

/** What each kind of person, and the clock, can command at all. */
const COMMANDS_OF: Readonly<Record<Actor["kind"], readonly CommandType[]>> = {
  partner: [
    "accept",
    "decline",
    "ask",
    "reply",
    "book",
    "start",
    "complete",
    "did-not-attend",
    "transfer",
    "raise-priority",
    "withdraw",
    "fail",
    "enter-in-error",
    "reopen",
  ],
  desk: ["reroute", "give-information", "reply", "raise-priority", "close", "enter-in-error", "reopen"],
  patient: [
    "give-information",
    "choose-again",
    "book",
    "move",
    "raise-priority",
    "add-information",
    "tell-red-flag",
    "cancel",
    "reopen",
  ],
  clock: ["pass-deadline", "watch-promise", "release", "partner-left"],
};

/**
 * What somebody may do with a part now, in the order in which a screen offers it. A partner may act on its own
 * fulfilment alone: on the one that has the part, or the one that it completed last.
 */
export function allowedActions(
  state: PartState,
  who: Actor["kind"],
  fulfilmentId: string | null,
  now: string,
): readonly CommandType[] {
  const fulfilment = state.fulfilments.find(({ id }) => id === fulfilmentId);
  if (who === "partner" && !isTheirs(state, fulfilment)) return [];
  return COMMANDS_OF[who].filter((type) => whyNot(type, state, fulfilment, now) === null);
}

/** Whether a partner still has a say: what it let go, or was taken from it, is another's. */
const isTheirs = ({ fulfilments }: PartState, fulfilment: Fulfilment | undefined): boolean =>
  fulfilment !== undefined &&
  fulfilment.id === fulfilments.at(-1)?.id &&
  (isHeld(fulfilment.status) || fulfilment.status === "completed");

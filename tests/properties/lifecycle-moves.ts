import { allowedActions } from "~/domain/fulfilment/guards";
import { heldFulfilment, type PartState } from "~/domain/fulfilment/part-state";
import { OUTCOMES } from "~/domain/fulfilment/types";
import { REJECTED_REASONS } from "~/domain/routing/types";
import { instant, milliseconds } from "~/domain/shared/time";
import { addInformation } from "~/usecases/add-information";
import type { CommandResult } from "~/usecases/apply-command";
import { answerQuestion, askForInformation, giveInformationAtDesk } from "~/usecases/ask-for-information";
import { cancelRequest } from "~/usecases/cancel-request";
import { chooseAgain } from "~/usecases/choose-again";
import type { Onedoor } from "~/usecases/context";
import { enterInError } from "~/usecases/enter-in-error";
import { didNotAttend } from "~/usecases/miss-appointment";
import { completeFulfilment, failFulfilment, startFulfilment } from "~/usecases/progress-fulfilment";
import { raiseOwnPriority } from "~/usecases/raise-priority";
import { rebook } from "~/usecases/rebook";
import { reopenAtDesk, reopenOwnPart } from "~/usecases/reopen-part";
import { replyAsPartner, replyAtDesk } from "~/usecases/reply";
import { acceptFulfilment, bookFulfilment, declineFulfilment } from "~/usecases/respond-to-fulfilment";
import { tellRedFlag } from "~/usecases/tell-red-flag";
import { transferFulfilment } from "~/usecases/transfer-fulfilment";
import { withdrawFulfilment } from "~/usecases/withdraw-fulfilment";
import { closeAtDesk, rerouteFromDesk } from "~/usecases/work-at-desk";
import { freeSlots } from "~db/queries/slots";
import { worker } from "~tests/support/front-door";

/** What random people can do to one part of one request. */
export const MOVES = [
  "accept",
  "accept-later",
  "decline",
  "book",
  "rebook",
  "ask",
  "give-information",
  "transfer",
  "withdraw",
  "start",
  "complete",
  "fail",
  "did-not-attend",
  "enter-in-error",
  "choose-again",
  "cancel",
  "reroute",
  "close",
  "raise-priority",
  "reopen",
  "reply",
  "add-information",
  "tell-red-flag",
] as const;
export type Move = (typeof MOVES)[number];

/** Chance that was drawn beforehand: the same numbers are the same story. */
export interface Dice {
  readonly pick: number;
  readonly stale: boolean;
  readonly key: string | null;
}

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const dee = { kind: "desk" as const, accountId: "dee", name: "Dee at the front desk" };

/** Carries out a move on a part as it is, or, when stale, as it was a version ago. Null when it makes no sense at all. */
export async function carryOut(
  onedoor: Onedoor,
  state: PartState,
  move: Move,
  { pick, stale, key }: Dice,
  now: string,
): Promise<CommandResult | null> {
  const { part, request } = state;
  const { brandId } = request;
  const last = heldFulfilment(state) ?? state.fulfilments.at(-1);
  const old = stale ? 1 : 0;
  const on = last && { fulfilmentId: last.id, version: last.version - old, key };
  const onPart = { partId: part.id, version: part.version - old, key };
  const own = { reference: request.reference, ...onPart };
  const at = last && worker(last.organisationId);
  const codes = Object.keys(REJECTED_REASONS);
  const reason = codes[pick % codes.length] ?? "22";
  const offers = (await onedoor.directories.current(brandId)).offersOf(part.serviceId);
  const offerId = offers[pick % offers.length]?.id ?? "";
  const time = async () => {
    const until = instant(milliseconds(now) + 60 * 86_400_000);
    const slots = last ? await freeSlots(onedoor.db.kysely, brandId, last.offerId, now, until, { now }) : [];
    const slot = slots[pick % Math.max(1, slots.length)];
    return slot && pick % 3 > 0
      ? { slotId: slot.id }
      : { startsAt: instant(milliseconds(now) + (1 + (pick % 200)) * 3_600_000) };
  };
  const named = { reference: request.reference, partId: part.id, key };
  if (move === "cancel") return cancelRequest(onedoor, brandId, { ...own, note: "" }, rosa);
  switch (move) {
    case "choose-again":
      return chooseAgain(onedoor, brandId, { ...own, offerId: pick % 4 === 0 ? "desk" : offerId }, rosa);
    case "reroute":
      return rerouteFromDesk(onedoor, brandId, dee, { ...onPart, offerId, note: "Rang them" });
    case "close":
      return closeAtDesk(onedoor, brandId, dee, { ...onPart, reason: "Seen elsewhere" });
    case "raise-priority": {
      const priority = pick % 2 === 0 ? "urgent" : "asap";
      return raiseOwnPriority(onedoor, brandId, rosa, { ...own, priority, note: "It hurts more" });
    }
    case "reopen":
      return pick % 2 === 0
        ? reopenOwnPart(onedoor, brandId, rosa, { ...own, note: "It came back" })
        : reopenAtDesk(onedoor, brandId, dee, { ...onPart, note: "It came back" });
    case "add-information":
      return addInformation(onedoor, brandId, rosa, {
        ...named,
        isQuestion: pick % 2 === 0,
        text: "It hurts at night",
      });
    case "tell-red-flag":
      return tellRedFlag(onedoor, brandId, rosa, {
        ...named,
        leadsTo: "999",
        signs: ["Numb"],
        how: "ticked",
      });
    case "give-information":
      return pick % 2 === 0
        ? answerQuestion(onedoor, brandId, rosa, { ...own, text: "The left one" })
        : giveInformationAtDesk(onedoor, brandId, dee, { ...onPart, text: "The left one" });
  }
  if (!on || !at || !last) return null;
  switch (move) {
    case "accept":
      return acceptFulfilment(onedoor, brandId, at, { ...on, ...(await time()) });
    case "accept-later":
      return acceptFulfilment(onedoor, brandId, at, { ...on, later: true });
    case "decline":
      return declineFulfilment(onedoor, brandId, at, { ...on, reason, note: "So it is" });
    case "withdraw":
      return withdrawFulfilment(onedoor, brandId, at, { ...on, reason, note: "So it is" });
    case "book":
      return bookFulfilment(onedoor, brandId, at, { ...on, ...(await time()) });
    case "rebook": {
      const slot = await time();
      if (slot.slotId === undefined) return null;
      return rebook(onedoor, brandId, { ...on, reference: request.reference, slotId: slot.slotId }, rosa);
    }
    case "ask": {
      const of = pick % 2 === 0 ? "patient" : "referrer";
      return askForInformation(onedoor, brandId, at, { ...on, of, question: "Which knee?" });
    }
    case "transfer":
      return transferFulfilment(onedoor, brandId, at, { ...on, offerId, note: "Yours" });
    case "reply": {
      const said = { partVersion: part.version - old, text: "Yes, bring it" };
      return pick % 2 === 0
        ? replyAsPartner(onedoor, brandId, at, { fulfilmentId: last.id, key, ...said })
        : replyAtDesk(onedoor, brandId, dee, { ...onPart, text: said.text });
    }
    case "start":
      return startFulfilment(onedoor, brandId, at, on);
    case "complete": {
      const code = OUTCOMES[pick % OUTCOMES.length] ?? "treated";
      return completeFulfilment(onedoor, brandId, at, { ...on, code, outcome: "" });
    }
    case "fail":
      return failFulfilment(onedoor, brandId, at, { ...on, note: "Could not" });
    case "did-not-attend":
      return didNotAttend(onedoor, brandId, at, { ...on, note: "" });
    case "enter-in-error":
      return enterInError(onedoor, brandId, at, { ...on, note: "The wrong person" });
    default:
      return move satisfies never;
  }
}

/** A move that is likely to be allowed now, so that stories go far; any move at all every few times. */
export function likelyMove(state: PartState, now: string, pick: number): Move {
  const last = heldFulfilment(state) ?? state.fulfilments.at(-1);
  const allowed = (["partner", "desk", "patient"] as const).flatMap((who) =>
    allowedActions(state, who, last?.id ?? null, now),
  );
  const moves = MOVES.filter((move) => (allowed as readonly string[]).includes(move));
  const calm = moves.filter((move) => !["cancel", "close", "enter-in-error"].includes(move));
  const from = pick % 5 === 0 ? MOVES : pick % 3 === 0 || calm.length === 0 ? moves : calm;
  return from[(pick >> 4) % Math.max(1, from.length)] ?? MOVES[pick % MOVES.length] ?? "accept";
}

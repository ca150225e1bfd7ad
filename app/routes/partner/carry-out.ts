import type { AppLoadContext } from "@remix-run/node";
import { type AtWork, may } from "~/domain/access/may";
import type { CommandResult } from "~/usecases/apply-command";
import { askForInformation } from "~/usecases/ask-for-information";
import { enterInError } from "~/usecases/enter-in-error";
import { didNotAttend } from "~/usecases/miss-appointment";
import { completeFulfilment, failFulfilment, startFulfilment } from "~/usecases/progress-fulfilment";
import { raisePriority } from "~/usecases/raise-priority";
import { reopenCompleted } from "~/usecases/reopen-part";
import { replyAsPartner } from "~/usecases/reply";
import {
  acceptFulfilment,
  bookFulfilment,
  declineFulfilment,
  type PartnerActor,
} from "~/usecases/respond-to-fulfilment";
import { transferFulfilment } from "~/usecases/transfer-fulfilment";
import { withdrawFulfilment } from "~/usecases/withdraw-fulfilment";
import type { Answer } from "./answer";

/** Does what the partner decided, as of the versions that they saw; for nobody who may not answer for the organisation. */
export function carryOut(
  { onedoor, brand }: AppLoadContext,
  who: AtWork,
  actor: PartnerActor,
  {
    fulfilmentId,
    version,
    partVersion,
    key,
    answer,
  }: {
    fulfilmentId: string;
    version: number;
    partVersion: number;
    key: string | null;
    answer: Answer;
  },
): Promise<CommandResult> {
  if (!may(who, "answer", actor.organisationId)) throw new Response(null, { status: 403 });
  const about = { fulfilmentId, version, key };
  const onPart = { fulfilmentId, partVersion, key };
  const { intent } = answer;
  switch (intent) {
    case "accept":
      return acceptFulfilment(onedoor, brand.id, actor, { ...about, ...answer.time });
    case "accept-later":
      return acceptFulfilment(onedoor, brand.id, actor, { ...about, later: true });
    case "book":
      return bookFulfilment(onedoor, brand.id, actor, { ...about, ...answer.time });
    case "decline":
      return declineFulfilment(onedoor, brand.id, actor, {
        ...about,
        reason: answer.reason,
        note: answer.note,
      });
    case "withdraw":
      return withdrawFulfilment(onedoor, brand.id, actor, {
        ...about,
        reason: answer.reason,
        note: answer.note,
      });
    case "ask": {
      const { of, question } = answer;
      return askForInformation(onedoor, brand.id, actor, { ...about, of, question });
    }
    case "transfer": {
      const { offerId, note } = answer;
      return transferFulfilment(onedoor, brand.id, actor, { ...about, offerId, note });
    }
    case "start":
      return startFulfilment(onedoor, brand.id, actor, about);
    case "complete":
      return completeFulfilment(onedoor, brand.id, actor, {
        ...about,
        code: answer.code,
        outcome: answer.outcome,
      });
    case "fail":
      return failFulfilment(onedoor, brand.id, actor, { ...about, note: answer.note });
    case "did-not-attend":
      return didNotAttend(onedoor, brand.id, actor, { ...about, note: answer.note });
    case "enter-in-error":
      return enterInError(onedoor, brand.id, actor, { ...about, note: answer.note });
    case "raise-priority": {
      const { priority, note } = answer;
      return raisePriority(onedoor, brand.id, actor, { ...onPart, priority, note });
    }
    case "reply":
      return replyAsPartner(onedoor, brand.id, actor, { ...onPart, text: answer.text });
    case "reopen":
      return reopenCompleted(onedoor, brand.id, actor, { ...onPart, note: answer.note });
    default:
      return intent satisfies never;
  }
}

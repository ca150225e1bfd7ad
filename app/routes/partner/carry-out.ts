import type { AppLoadContext } from "@remix-run/node";
import type { CommandResult } from "~/usecases/apply-command";
import { completeFulfilment, failFulfilment, startFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment, declineFulfilment, type PartnerActor } from "~/usecases/respond-to-fulfilment";
import type { Answer } from "./answer";

/** Does what the partner decided, as of the version that they saw. */
export function carryOut(
  { onedoor, brand }: AppLoadContext,
  actor: PartnerActor,
  { fulfilmentId, version, answer }: { fulfilmentId: string; version: number; answer: Answer },
): Promise<CommandResult> {
  const about = { fulfilmentId, version };
  switch (answer.intent) {
    case "accept":
      return acceptFulfilment(onedoor, brand.id, actor, { ...about, ...answer.time });
    case "decline":
      return declineFulfilment(onedoor, brand.id, actor, {
        ...about,
        reason: answer.reason,
        note: answer.note,
      });
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
    default:
      return answer satisfies never;
  }
}

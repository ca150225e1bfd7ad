import type { RejectedReason } from "~/domain/routing/types";
import type { Instant } from "~/domain/shared/time";
import type { Happening } from "~/domain/stage/acts";
import { type Beginning, beginningsOf } from "~/domain/usability/beginnings";
import type { Study } from "~/domain/usability/study";
import type { Onedoor } from "../context";
import { brandNow } from "../setting";
import { answerQuestions, sendAnswers } from "../worlds/ask";
import { moveClock } from "../worlds/clock";
import { copyTown } from "../worlds/copies";
import { happen } from "../worlds/happen";
import { playerOf, referenceOf, workerOf } from "../worlds/people";
import { applyVariant } from "./apply-variant";

type Done = Extract<Beginning, { readonly kind: "act" }>;

/**
 * Makes a world as a variant has it, with what lies behind the person of every task, on a working morning. Returns that
 * moment, by the world's own clock. Throws when the study cannot begin in this town.
 */
export async function makeWorld(
  onedoor: Onedoor,
  where: { readonly townId: string; readonly worldId: string },
  study: Study,
  variantId: string,
): Promise<Instant> {
  const { worldId } = where;
  const { hours, steps } = beginningsOf(study.tasks);
  await copyTown(onedoor, where, "lab", hours);
  const variant = study.variants.find(({ id }) => id === variantId);
  if (variant === undefined) throw new Error(`The study has no variant ${variantId}`);
  await applyVariant(onedoor, worldId, variant);
  for (const step of steps) {
    if (step.kind === "pass") await moveClock(onedoor, worldId, { hours: step.hours });
    else await act(onedoor, worldId, step);
    await onedoor.directories.refresh(worldId);
  }
  return brandNow(onedoor, worldId);
}

async function act(onedoor: Onedoor, worldId: string, { person, act }: Done): Promise<void> {
  const player = await playerOf(onedoor, worldId, person);
  if (act.act === "asked") {
    const { service, answers, offer } = act;
    await answerQuestions(onedoor, worldId, player, { service, answers });
    await sendAnswers(onedoor, worldId, player, { service, answers }, offer ?? undefined);
    return;
  }
  const reference = await referenceOf(onedoor, worldId, player);
  if (reference === undefined) throw new Error(`${person} has asked for nothing that could be ${act.act}`);
  const staff = (organisationId: string) => workerOf(onedoor, worldId, organisationId);
  const done = await happen(onedoor, worldId, { reference }, happeningOf(act), staff);
  if (done.kind !== "done") throw new Error(`What ${person} asked for could not be ${act.act}: ${done.kind}`);
}

function happeningOf(act: Exclude<Done["act"], { readonly act: "asked" }>): Happening {
  switch (act.act) {
    case "accepted":
      return { did: "accept", inWorkingDays: act.inWorkingDays, time: act.time };
    case "declined":
      // A study is checked against the reasons when it is opened; what is none is refused by the command.
      return { did: "decline", reason: act.reason as RejectedReason, note: act.note };
    case "wanted-to-know":
      return { did: "ask", question: act.question };
    default:
      return act satisfies never;
  }
}

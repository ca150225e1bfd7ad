import type { Service } from "../directory/types";
import type { JourneyFacts, StepInput } from "./draft-answers";
import { readStep } from "./journey";
import type { Emergency, Question } from "./types";

/** A service as it is for whoever has asked for it already, also once nobody else can. */
export const forWhoHasAsked = (service: Service): Service => ({ ...service, status: "open" });

/**
 * Where signs or words of danger lead that were sent from a page of a service that nobody can ask for any more: help comes
 * before anything else. Which questions were asked is not known then, so any of them may have been. Null when there are
 * none, or the service can be asked for.
 */
export function helpWhenClosed(
  service: Service,
  step: string,
  input: StepInput,
  facts: JourneyFacts,
): Emergency | null {
  if (service.status === "open") return null;
  const questions = service.questions.map(always);
  const read = readStep(
    step,
    { service: forWhoHasAsked({ ...service, questions }), answers: {}, facts },
    input,
  );
  return read.kind === "danger" ? read.leadsTo : null;
}

function always(question: Question): Question {
  const { onlyIf: _, ...asked } = question;
  return asked;
}

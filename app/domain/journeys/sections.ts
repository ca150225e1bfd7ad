import type { Service } from "../directory/types";
import type { DraftAnswers, JourneyFacts, StepId } from "./draft-answers";
import { canShow, countedAnswers, stepsOf } from "./journey";

export const SECTIONS = ["safe", "who", "need", "choice", "contact", "check"] as const;
export type SectionId = (typeof SECTIONS)[number];

/** `later`: what comes before it is not answered yet. */
export type SectionStatus = "done" | "begun" | "to-do" | "later";

/** Some steps of a journey under one name, how far they are answered, and where they begin or go on. */
export interface Section {
  readonly id: SectionId;
  readonly status: SectionStatus;
  readonly step: StepId;
}

const OF: Readonly<Partial<Record<StepId, SectionId>>> = {
  "red-flags": "safe",
  who: "who",
  about: "who",
  relation: "who",
  agreement: "who",
  share: "who",
  choose: "choice",
  time: "choice",
  contact: "contact",
  check: "check",
};

/** The sections of a journey in order, derived from its answers: nothing is kept beside them. */
export function sectionsOf(service: Service, answers: DraftAnswers, facts: JourneyFacts): readonly Section[] {
  const counted = countedAnswers({ service, answers, facts });
  const steps = stepsOf(service, answers, facts).map(({ id }) => id);
  return SECTIONS.flatMap((id) => {
    const own = steps.filter((step) => (OF[step] ?? "need") === id);
    // What may be passed over is part of its section, and never what the section waits for.
    const needed = own.filter((step) => step !== "adjustments");
    const left = needed.find((step) => counted[step] === undefined);
    const first = left ?? own[0];
    if (first === undefined) return [];
    const status: SectionStatus =
      left === undefined
        ? "done"
        : !canShow(left, { service, answers, facts })
          ? "later"
          : left === needed[0]
            ? "to-do"
            : "begun";
    return [{ id, status, step: first }];
  });
}

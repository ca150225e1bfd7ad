import type { z } from "zod";
import type { Service } from "../directory/types";
import type { DraftAnswers, JourneyFacts, StepAnswer, StepId, Who } from "./draft-answers";
import type { Known } from "./known";

/** What the words and the schema of a step may depend on. */
export interface StepContext {
  readonly service: Service;
  readonly answers: DraftAnswers;
  readonly facts: JourneyFacts;
  /** Of the person who has signed in; left out where the words do not depend on it. */
  readonly known?: Known;
}

/** A line of check answers: what was asked, how it was answered, and the step that changes it. */
export interface SummaryLine {
  readonly step: StepId;
  readonly label: string;
  readonly value: string;
}

/** One question: its words, its schema, and how its answer is read back. `Answer` is what the draft keeps. */
export interface StepDefinition<Answer extends StepAnswer> {
  readonly id: StepId;
  title(context: StepContext): string;
  schema(context: StepContext): z.ZodType<Answer>;
  /** The fields of the form as they would be typed to give this answer. */
  typed(answer: Answer): Record<string, string | readonly string[]>;
  readBack(answer: Answer, context: StepContext): readonly SummaryLine[];
  /** Set for a step that may be passed over: its line of check answers while it is. */
  readonly passedOver?: SummaryLine;
}

/** "your", "your child's", "their": whose details a question asks for. */
export const whose = (answers: DraftAnswers): string => byWho(answers, "your", "your child’s", "their");
export const byWho = (answers: DraftAnswers, myself: string, child: string, someone: string): string =>
  ({ myself, child, someone })[answers.who?.who ?? ("myself" satisfies Who)];

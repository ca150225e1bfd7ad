import { z } from "zod";
import type { Condition } from "../../directory/conditions";
import type { DraftAnswers, QuestionAnswer, QuestionStepId } from "../draft-answers";
import { line, lines, ticked } from "../input";
import type { StepDefinition } from "../step";
import type { Emergency, Question } from "../types";

export const questionStepId = (question: Question): QuestionStepId => `q-${question.id}`;

/** The longest text that is kept whatever a service says. */
const LONGEST = 4000;

/** One of a service's own questions, drawn from its data. The field is called `answer`. */
export function serviceQuestion(question: Question): StepDefinition<QuestionAnswer> {
  const id = questionStepId(question);
  return {
    id,
    title: () => question.title,
    schema: () => z.object({ answer: answerOf(question) }),
    typed: ({ answer }) => ({ answer }),
    readBack: ({ answer }) => [{ step: id, label: question.label, value: inWords(question, answer) }],
  };
}

function answerOf(question: Question): z.ZodType<string | string[]> {
  const counts = (answer: string | string[]) => isAnswerOf(question, answer);
  switch (question.kind) {
    case "choice":
      return line.refine(counts, { error: "Choose one answer" });
    case "choices":
      return ticked.refine(counts, {
        error: question.required ? "Choose at least one answer" : "Choose from the answers on this page",
      });
    case "text":
      return lines.refine(counts, {
        error: ({ input }) =>
          input === ""
            ? "Write an answer, in your own words"
            : `Your answer must be ${mostOf(question.maxLength)} characters or fewer`,
      });
    default:
      return question satisfies never;
  }
}

const mostOf = (maxLength: number): number => Math.min(maxLength, LONGEST);

/** Is this an answer that the question takes, as it stands now? */
export function isAnswerOf(question: Question, answer: QuestionAnswer["answer"]): boolean {
  const given = (typeof answer === "string" ? [answer] : answer).filter((value) => value !== "");
  if (given.length === 0) return !question.required;
  switch (question.kind) {
    case "text":
      return given.join("").length <= mostOf(question.maxLength);
    case "choice":
      return given.length === 1 && question.options.some(({ value }) => value === given[0]);
    case "choices":
      return given.every((answered) => question.options.some(({ value }) => value === answered));
    default:
      return question satisfies never;
  }
}

/** What check answers says of a question that was left out. */
export const NOT_ANSWERED = "Not answered";

/** The answer as a person would say it: labels, not values. */
export function inWords(question: Question, answer: QuestionAnswer["answer"]): string {
  const values = typeof answer === "string" ? [answer] : answer;
  const said = values.filter((value) => value !== "");
  if (said.length === 0) return NOT_ANSWERED;
  if (question.kind === "text") return said.join("\n");
  return said.map((value) => question.options.find((o) => o.value === value)?.label ?? value).join(", ");
}

/** Where the chosen options lead, when one of them leads to help at once. */
export function helpForOptions(question: Question, answer: QuestionAnswer["answer"]): Emergency | null {
  if (question.kind === "text") return null;
  const leads = question.options
    .filter(({ value }) => (typeof answer === "string" ? answer === value : answer.includes(value)))
    .map(({ leadsTo }) => leadsTo);
  return (["999", "crisis", "111"] as const).find((emergency) => leads.includes(emergency)) ?? null;
}

/** The questions asked of this person: a conditional one only when the question it hangs on is asked, and answered so. */
export function questionsAsked(questions: readonly Question[], answers: DraftAnswers): readonly Question[] {
  const asked: Question[] = [];
  for (const question of questions) {
    const { onlyIf } = question;
    if (!onlyIf) {
      asked.push(question);
      continue;
    }
    const given = asked.some(({ id }) => id === onlyIf.question) && answers[`q-${onlyIf.question}`]?.answer;
    const values = typeof given === "string" ? [given] : given || [];
    if (values.some((value) => onlyIf.isOneOf.includes(value))) asked.push(question);
  }
  return asked;
}

/** What the answers say the person has, of the conditions that offers are limited to; null when none, or several, is said. */
export function conditionIn(questions: readonly Question[], answers: DraftAnswers): Condition | null {
  const said = questionsAsked(questions, answers).flatMap((question) => {
    if (question.kind === "text") return [];
    const answer = answers[questionStepId(question)]?.answer ?? "";
    return question.options.flatMap(({ value, condition }) =>
      condition && (typeof answer === "string" ? answer === value : answer.includes(value))
        ? [condition]
        : [],
    );
  });
  return said.length === 1 ? (said[0] ?? null) : null;
}

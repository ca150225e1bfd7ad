import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { ONE_QUESTION, QUESTION_ERRORS } from "~/content/manage/services";
import { type AskedQuestion, hasOptions, MOST_OPTIONS } from "~/domain/catalogue/question-set";
import { line, oneOf, required, ticked } from "~/domain/journeys/input";
import type { Question } from "~/domain/journeys/types";
import { numberedRows } from "./numbered-rows";

/** Where a new question is written: no question has it as its id, which has no dot in it. */
export const NEW_QUESTION = "new.question";

const KINDS = ["choice", "choices", "text"] as const satisfies readonly Question["kind"][];
/** The lines for answers: the value by which an answer is known already, its words, and its hint. */
export const OPTIONS = numberedRows(MOST_OPTIONS, {
  value: line,
  option: line.refine((text) => text.length <= 120, { error: QUESTION_ERRORS.option }),
  hint: line.refine((text) => text.length <= 200, { error: QUESTION_ERRORS.optionHint }),
});

/** A question as it is typed. What it waits for is "question:answer", of one question. */
export const QuestionForm = z
  .object({
    ask: required(ONE_QUESTION.ask, 160, QUESTION_ERRORS.ask),
    label: required(ONE_QUESTION.label, 60, QUESTION_ERRORS.label),
    hint: line.refine((text) => text.length <= 300, { error: QUESTION_ERRORS.hint }),
    kind: oneOf(KINDS, QUESTION_ERRORS.kind),
    required: oneOf(["yes", "no"], QUESTION_ERRORS.required),
    onlyIf: ticked,
    maxLength: line,
  })
  .and(OPTIONS.read)
  .transform((typed, checked): AskedQuestion => {
    const wrong = (path: string, message: string) =>
      checked.addIssue({ code: "custom", path: [path], message });
    const { ask, label, hint, kind } = typed;
    const maxLength = Number(typed.maxLength);
    if (kind === "text" && !(Number.isInteger(maxLength) && maxLength >= 20 && maxLength <= 2_000))
      wrong("maxLength", QUESTION_ERRORS.maxLength);
    const on = typed.onlyIf.map((each) => each.split(":"));
    const questions = new Set(on.map(([question]) => question));
    const [question] = questions;
    if (questions.size > 1 || on.some(({ length }) => length !== 2)) wrong("onlyIf", QUESTION_ERRORS.onlyIf);
    return {
      kind,
      title: ask,
      hint,
      label,
      required: typed.required === "yes",
      maxLength,
      options: typed.rows
        .filter(({ option }) => option !== "")
        .map((row) => ({ value: row.value || null, label: row.option, hint: row.hint })),
      onlyIf: question === undefined ? null : { question, isOneOf: on.map(([, answer = ""]) => answer) },
    };
  });

/** The form as it would be typed to ask a question as it is asked; a new one has nothing in it. */
export function typedQuestion(question: Question | null): SentBack["typed"] {
  if (question === null) return { maxLength: "500", required: "yes", kind: "choice" };
  const { title, label, hint = "", kind, required: needed, onlyIf } = question;
  const options = hasOptions(question) ? question.options : [];
  return {
    ask: title,
    label,
    hint,
    kind,
    required: needed ? "yes" : "no",
    onlyIf: (onlyIf?.isOneOf ?? []).map((value) => `${onlyIf?.question}:${value}`),
    maxLength: String(hasOptions(question) ? 500 : question.maxLength),
    ...OPTIONS.typed(
      options.map((option) => ({ value: option.value, option: option.label, hint: option.hint ?? "" })),
    ),
  };
}

import { z } from "zod";
import type { SentBack } from "~/components/manage/typed";
import { ONE_QUESTION, QUESTION_ERRORS } from "~/content/manage/services";
import { type AskedQuestion, hasOptions, MOST_OPTIONS } from "~/domain/catalogue/question-set";
import { line, oneOf, required, ticked } from "~/domain/journeys/input";
import type { Question } from "~/domain/journeys/types";

/** Where a new question is written: no question has it as its id, which has no dot in it. */
export const NEW_QUESTION = "new.question";

const KINDS = ["choice", "choices", "text"] as const satisfies readonly Question["kind"][];
/** How many empty lines for answers there are beside those that are written. */
const SPARE = 3;

/** The names of one answer's fields. */
export const optionFields = (place: number) => ({
  value: `value-${place}`,
  label: `option-${place}`,
  hint: `hint-${place}`,
});

/** How many lines for answers a form has. */
export const optionLines = (written: number): number => Math.min(MOST_OPTIONS, written + SPARE);

const OPTION_SHAPE = Object.fromEntries(
  Array.from({ length: MOST_OPTIONS }, (_, place) => optionFields(place)).flatMap(
    ({ value, label, hint }) => [
      [value, line],
      [label, line.refine((text) => text.length <= 120, { error: QUESTION_ERRORS.option })],
      [hint, line.refine((text) => text.length <= 200, { error: QUESTION_ERRORS.optionHint })],
    ],
  ),
);

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
  .and(z.object(OPTION_SHAPE))
  .transform((typed, checked): AskedQuestion => {
    const wrong = (path: string, message: string) =>
      checked.addIssue({ code: "custom", path: [path], message });
    const { ask, label, hint, kind } = typed;
    const text = typed as unknown as Readonly<Record<string, string>>;
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
      options: Array.from({ length: MOST_OPTIONS }, (_, place) => optionFields(place))
        .map((fields) => ({
          value: text[fields.value] || null,
          label: text[fields.label] ?? "",
          hint: text[fields.hint] ?? "",
        }))
        .filter((option) => option.label !== ""),
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
    ...Object.fromEntries(
      options.flatMap((option, place) => {
        const fields = optionFields(place);
        return [
          [fields.value, option.value],
          [fields.label, option.label],
          [fields.hint, option.hint ?? ""],
        ];
      }),
    ),
  };
}

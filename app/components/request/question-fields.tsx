import type { Question } from "~/domain/journeys/types";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { TextArea } from "../form/text-fields";
import { all, type FieldsProps, one } from "./fields";

export const NOT_FOR_DANGER = "If you are in danger, do not write it here: call 999.";

/** One of a service's own questions, drawn from its data. It heads its page, but for a preview of it on another. */
export function QuestionFields({
  question,
  typed,
  errors,
  preview = false,
}: FieldsProps & { readonly question: Question; readonly preview?: boolean }) {
  const heading = preview ? "section" : "page";
  const error = errorOf(errors, "answer");
  const hint = question.required
    ? question.hint
    : [question.hint, "You can leave this out."].filter(Boolean).join(" ");
  switch (question.kind) {
    case "choice":
      return (
        <Radios
          name="answer"
          legend={question.title}
          heading={heading}
          hint={hint}
          error={error}
          choices={question.options}
          chosen={one(typed, "answer")}
        />
      );
    case "choices":
      return (
        <Checkboxes
          name="answer"
          legend={question.title}
          heading={heading}
          hint={hint || "Tick all that apply."}
          error={error}
          choices={question.options}
          chosen={all(typed, "answer")}
        />
      );
    case "text":
      return (
        <TextArea
          name="answer"
          label={question.title}
          isHeading={!preview}
          hint={[hint, `Up to ${question.maxLength} characters.`, NOT_FOR_DANGER].filter(Boolean).join(" ")}
          error={error}
          value={one(typed, "answer")}
          rows={6}
        />
      );
    default:
      return question satisfies never;
  }
}

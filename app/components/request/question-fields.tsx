import type { Question } from "~/domain/journeys/types";
import { Checkboxes } from "../form/checkboxes";
import { describedBy, ErrorMessage, errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { all, type FieldsProps, one } from "./fields";
import { LegendHeading } from "./step-form";

/** One of a service's own questions, drawn from its data. */
export function QuestionFields({ question, typed, errors }: FieldsProps & { readonly question: Question }) {
  const error = errorOf(errors, "answer");
  const hint = question.required
    ? question.hint
    : [question.hint, "You can leave this out."].filter(Boolean).join(" ");
  const legend = <LegendHeading>{question.title}</LegendHeading>;
  switch (question.kind) {
    case "choice":
      return (
        <Radios
          name="answer"
          legend={legend}
          {...(hint ? { hint } : {})}
          error={error}
          choices={question.options}
          chosen={one(typed, "answer")}
        />
      );
    case "choices":
      return (
        <Checkboxes
          name="answer"
          legend={legend}
          hint={hint || "Tick all that apply."}
          error={error}
          choices={question.options}
          chosen={all(typed, "answer")}
        />
      );
    case "text":
      return (
        <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
          <h1 className="nhsuk-label-wrapper">
            <label className="nhsuk-label nhsuk-label--l" htmlFor="answer">
              {question.title}
            </label>
          </h1>
          <div className="nhsuk-hint" id="answer-hint">
            {hint} Up to {question.maxLength} characters. If you are in danger, do not write it here: call
            999.
          </div>
          <ErrorMessage id="answer-error" message={error} />
          <textarea
            className={`nhsuk-textarea${error ? " nhsuk-textarea--error" : ""}`}
            id="answer"
            name="answer"
            rows={6}
            defaultValue={one(typed, "answer")}
            aria-describedby={describedBy("answer-hint", error && "answer-error")}
          />
        </div>
      );
    default:
      return question satisfies never;
  }
}

import { errorOf, type FieldError } from "~/components/form/error-summary";
import { Radios } from "~/components/form/radios";
import { TextArea } from "~/components/form/text-fields";
import { ASKING } from "~/content/lab/questions";

/** A question as it stands on a participant's page. */
export type AskedQuestion =
  | {
      readonly kind: "scale";
      readonly id: string;
      readonly words: string;
      /** Help with words that are hard and stand as they are. */
      readonly inOtherWords?: string;
      readonly steps: number;
      readonly low: string;
      readonly high: string;
    }
  | {
      readonly kind: "choice";
      readonly id: string;
      readonly words: string;
      readonly options: readonly string[];
    }
  | { readonly kind: "text"; readonly id: string; readonly words: string };

/** Which questions a form has, as one of its fields says it. */
export const idsOf = (questions: readonly AskedQuestion[]): string => questions.map(({ id }) => id).join(" ");

/** Questions, one below the other. */
export function AskedFields({
  questions,
  typed,
  errors,
}: {
  readonly questions: readonly AskedQuestion[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}) {
  return questions.map((question) => {
    const { id, words } = question;
    const said = typed[id];
    const error = errorOf(errors, id);
    if (question.kind === "text")
      return <TextArea key={id} name={id} label={words} value={said} error={error} rows={4} />;
    return (
      <Radios
        key={id}
        name={id}
        legend={words}
        hint={question.kind === "scale" ? question.inOtherWords : undefined}
        chosen={said}
        error={error}
        small={question.kind === "scale"}
        className={question.kind === "scale" ? "scale" : undefined}
        choices={
          question.kind === "choice"
            ? question.options.map((option) => ({ value: option, label: option }))
            : stepsOf(question)
        }
      />
    );
  });
}

/** Each step by its number; those of the ends say what they mean. */
function stepsOf({ steps, low, high }: Extract<AskedQuestion, { kind: "scale" }>) {
  return Array.from({ length: steps }, (_, place) => {
    const step = place + 1;
    const label = step === 1 ? ASKING.end(step, low) : step === steps ? ASKING.end(step, high) : String(step);
    return { value: String(step), label };
  });
}

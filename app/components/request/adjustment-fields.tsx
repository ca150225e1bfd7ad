import { LONGEST_OTHER } from "~/domain/journeys/steps/adjustments";
import { ADJUSTMENT_WORDS, ADJUSTMENTS } from "~/domain/shared/adjustments";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { TextArea } from "../form/text-fields";
import { all, type FieldsProps, one } from "./fields";
import { NOT_FOR_DANGER } from "./question-fields";

/** What is to be done differently for this person: asked once, told first, and never asked for again on the way. */
export function AdjustmentFields({ title, typed, errors }: FieldsProps & { readonly title: string }) {
  return (
    <>
      <Checkboxes
        name="chosen"
        legend={title}
        heading="page"
        hint="Tick any that apply, or leave them all empty. Whoever gives the care reads this first."
        error={errorOf(errors, "chosen")}
        chosen={all(typed, "chosen")}
        choices={ADJUSTMENTS.map((value) => ({ value, label: ADJUSTMENT_WORDS[value].choice }))}
      />
      <TextArea
        name="other"
        label="Is there anything else that would help?"
        hint={`Up to ${LONGEST_OTHER} characters. You can leave this empty. ${NOT_FOR_DANGER}`}
        error={errorOf(errors, "other")}
        value={one(typed, "other")}
      />
    </>
  );
}

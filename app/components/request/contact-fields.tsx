import { AVOID, PREFERRED } from "~/domain/journeys/draft-answers";
import { ANY_WAY, AVOID_LABELS, LONGEST_NOTES, PREFERRED_LABELS } from "~/domain/journeys/steps/contact";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { TextArea, TextField } from "../form/text-fields";
import { all, type FieldsProps, one } from "./fields";
import { NOT_FOR_DANGER } from "./question-fields";

/** How to reach a person: one way is enough. `forAnother` asks who is speaking for the patient. */
export function ContactFields({ forAnother, typed, errors }: FieldsProps & { readonly forAnother: boolean }) {
  return (
    <>
      {forAnother ? (
        <TextField
          name="name"
          label="Your own name"
          hint="So that they know who to ask for."
          error={errorOf(errors, "name")}
          value={one(typed, "name")}
          autoComplete="name"
        />
      ) : null}
      <TextField
        name="phone"
        label="Phone number"
        hint="Give a phone number, an email address, or both."
        error={errorOf(errors, "phone")}
        value={one(typed, "phone")}
        width={20}
        inputMode="tel"
        autoComplete="tel"
      />
      <TextField
        name="email"
        label="Email address"
        error={errorOf(errors, "email")}
        value={one(typed, "email")}
        autoComplete="email"
      />
      <Radios
        name="preferred"
        legend="What is the best way to reach you?"
        error={errorOf(errors, "preferred")}
        chosen={one(typed, "preferred")}
        choices={[
          ...PREFERRED.map((value) => ({ value, label: PREFERRED_LABELS[value] })),
          { divider: "or" },
          { value: ANY_WAY, label: "I do not mind" },
        ]}
      />
      <TextArea
        name="address"
        label="Address for letters"
        hint="Only if you chose a letter."
        error={errorOf(errors, "address")}
        value={one(typed, "address")}
      />
      <Checkboxes
        name="avoid"
        legend="Is there a way they should not use?"
        hint="For example, if somebody else may see your phone. Leave them empty if there is none."
        error={errorOf(errors, "avoid")}
        chosen={all(typed, "avoid")}
        choices={AVOID.map((value) => ({ value, label: AVOID_LABELS[value] }))}
      />
      <TextArea
        name="notes"
        label="Should they know anything before they get in touch?"
        hint={`For example: ring after 4 pm. Up to ${LONGEST_NOTES} characters. You can leave this empty. ${NOT_FOR_DANGER}`}
        error={errorOf(errors, "notes")}
        value={one(typed, "notes")}
      />
    </>
  );
}

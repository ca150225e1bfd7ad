import { AVOID } from "~/domain/journeys/draft-answers";
import { AVOID_LABELS } from "~/domain/journeys/steps/contact";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { TextField } from "../form/text-fields";
import { all, type FieldsProps, one } from "./fields";

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
      <Checkboxes
        name="avoid"
        legend="Is there a way they should not use?"
        hint="For example, if somebody else may see your phone. Leave them empty if there is none."
        error={errorOf(errors, "avoid")}
        chosen={all(typed, "avoid")}
        choices={AVOID.map((value) => ({ value, label: AVOID_LABELS[value] }))}
      />
    </>
  );
}

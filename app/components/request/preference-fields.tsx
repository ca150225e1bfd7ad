import type { Mode } from "~/domain/directory/types";
import { FIRST } from "~/domain/journeys/draft-answers";
import { FIRST_LABELS } from "~/domain/journeys/steps/preferences";
import { MODE_WORDS } from "~/domain/shared/in-words";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { all, type FieldsProps, one } from "./fields";

const FIRST_HINTS = {
  recommended: "Near, soon, and right for you, weighed together",
  soonest: "Even if it is farther away",
  nearest: "Even if you wait longer",
} as const;

/** `modes` are the ways this service is given at all; one way is no question. */
export function PreferenceFields({
  modes,
  typed,
  errors,
}: FieldsProps & { readonly modes: readonly Mode[] }) {
  return (
    <>
      {modes.length > 1 ? (
        <Checkboxes
          name="modes"
          legend="Which ways suit you?"
          hint="Tick any that suit you. Leave them empty if you do not mind."
          error={errorOf(errors, "modes")}
          chosen={all(typed, "modes")}
          choices={modes.map((value) => ({ value, label: MODE_WORDS[value].choice }))}
        />
      ) : null}
      <Radios
        name="first"
        legend="What matters most?"
        error={errorOf(errors, "first")}
        chosen={one(typed, "first")}
        choices={FIRST.map((value) => ({ value, label: FIRST_LABELS[value], hint: FIRST_HINTS[value] }))}
      />
    </>
  );
}

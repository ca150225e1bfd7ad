import type { Mode } from "~/domain/directory/types";
import { FIRST } from "~/domain/journeys/draft-answers";
import { ENGLISH, FIRST_LABELS, languageLabel } from "~/domain/journeys/steps/preferences";
import { ACCESS_NEEDS, ACCESS_WORDS } from "~/domain/shared/access-needs";
import { MODE_WORDS } from "~/domain/shared/in-words";
import { LANGUAGES_NEEDED } from "~/domain/shared/languages";
import { Checkboxes } from "../form/checkboxes";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { all, type FieldsProps, one } from "./fields";

const FIRST_HINTS = {
  recommended: "Near, soon, and right for you, weighed together",
  soonest: "Even if it is farther away",
  nearest: "Even if you wait longer",
} as const;

/** `modes` are the ways this service is given at all; one way is no question. */
export function PreferenceFields({
  modes,
  forAnother,
  typed,
  errors,
}: FieldsProps & { readonly modes: readonly Mode[]; readonly forAnother: boolean }) {
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
      <Checkboxes
        name="access"
        legend={forAnother ? "Do they need any of these?" : "Do you need any of these?"}
        hint="Tick any that apply. We leave out places that we know do not have them. Where we do not know, we check."
        error={errorOf(errors, "access")}
        chosen={all(typed, "access")}
        choices={ACCESS_NEEDS.map((value) => ({ value, label: ACCESS_WORDS[value].choice }))}
      />
      <Select
        name="language"
        bold
        label={forAnother ? "Which language do they want to speak?" : "Which language do you want to speak?"}
        hint="If it is not English, we look for someone who speaks it, or an interpreter. That is free."
        error={errorOf(errors, "language")}
        value={one(typed, "language") ?? ENGLISH}
      >
        <option value={ENGLISH}>English</option>
        {LANGUAGES_NEEDED.map((value) => (
          <option key={value} value={value}>
            {languageLabel(value)}
          </option>
        ))}
      </Select>
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

import type { JourneyFacts } from "~/domain/journeys/draft-answers";
import { PRACTICE_NONE, PRACTICE_NOT_SURE } from "~/domain/journeys/steps/place";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextField } from "../form/text-fields";
import { type FieldsProps, one } from "./fields";
import { FromLogin, type FromLoginView } from "./from-login";

/** More practices than this are a drop-down list. */
const MOST_RADIOS = 10;
const HINT = "Some care is only for one practice’s own patients.";

export function PlaceFields({
  practices,
  typed,
  errors,
  login = null,
}: FieldsProps & { readonly practices: JourneyFacts["practices"]; readonly login?: FromLoginView | null }) {
  return (
    <>
      <TextField
        name="postcode"
        label="Home postcode"
        hint="So that we can show what is near, like BS3 1TF."
        error={errorOf(errors, "postcode")}
        value={one(typed, "postcode")}
        width={10}
        autoComplete="postal-code"
      />
      {login && !errors.some(({ field }) => field === "practice") ? (
        <FromLogin login={login} typed={typed} fields={["practice"]} />
      ) : practices.length > MOST_RADIOS ? (
        <Select
          name="practice"
          label="GP practice"
          hint={HINT}
          error={errorOf(errors, "practice")}
          value={one(typed, "practice")}
        >
          <option value="">Choose a practice</option>
          <option value={PRACTICE_NOT_SURE}>I am not sure</option>
          <option value={PRACTICE_NONE}>None of these</option>
          {practices.map(({ ods, name }) => (
            <option key={ods} value={ods}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <Radios
          name="practice"
          legend="GP practice"
          hint={HINT}
          error={errorOf(errors, "practice")}
          chosen={one(typed, "practice")}
          choices={[
            ...practices.map(({ ods, name }) => ({ value: ods, label: name })),
            { divider: "or" },
            { value: PRACTICE_NONE, label: "None of these" },
            { value: PRACTICE_NOT_SURE, label: "I am not sure" },
          ]}
        />
      )}
    </>
  );
}

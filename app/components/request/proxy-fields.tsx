import { InsetText } from "nhsuk-react-components";
import { type AgeBand, RELATIONS, SHARES } from "~/domain/journeys/draft-answers";
import {
  BASIS_HINTS,
  BASIS_LABELS,
  basesFor,
  RELATION_LABELS,
  SHARE_LABELS,
} from "~/domain/journeys/steps/proxy";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { type FieldsProps, one } from "./fields";

/** Who asks for whom, what makes it right, and what they may be told. */
export function ProxyFields({ band, typed, errors }: FieldsProps & { readonly band: AgeBand }) {
  return (
    <>
      {band === "young" ? (
        <InsetText>
          <p>
            From the age of 13 a young person may speak for themselves. They can ask for care here on their
            own, and see a doctor or nurse without you.
          </p>
        </InsetText>
      ) : null}
      <Radios
        name="relation"
        legend="Who are you to them?"
        error={errorOf(errors, "relation")}
        chosen={one(typed, "relation")}
        choices={RELATIONS.map((value) => ({ value, label: RELATION_LABELS[value] }))}
      />
      <Radios
        name="basis"
        legend={band === "child" ? "Why may you ask for them?" : "Do they know about this, and agree?"}
        hint="We keep your answer with the request."
        error={errorOf(errors, "basis")}
        chosen={one(typed, "basis")}
        choices={basesFor(band).map((value) => {
          const hint = BASIS_HINTS[value];
          return { value, label: BASIS_LABELS[value], ...(hint ? { hint } : {}) };
        })}
      />
      {band === "child" ? null : (
        <Radios
          name="share"
          legend="What may they tell you?"
          hint="They always tell the person who the care is for."
          error={errorOf(errors, "share")}
          chosen={one(typed, "share")}
          choices={SHARES.map((value) => ({ value, label: SHARE_LABELS[value] }))}
        />
      )}
    </>
  );
}

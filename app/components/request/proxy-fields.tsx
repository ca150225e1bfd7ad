import { InsetText } from "nhsuk-react-components";
import { FOR_ANOTHER } from "~/content/asking";
import { type AgeBand, SHARES } from "~/domain/journeys/draft-answers";
import {
  BASIS_HINTS,
  BASIS_LABELS,
  basesFor,
  RELATION_LABELS,
  relationsFor,
  SHARE_LABELS,
} from "~/domain/journeys/steps/proxy";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { type FieldsProps, one } from "./fields";

type TitledProps = FieldsProps & { readonly title: string };

/** Who asks for somebody else. */
export function RelationFields({ title, band, typed, errors }: TitledProps & { readonly band: AgeBand }) {
  return (
    <Radios
      name="relation"
      legend={title}
      heading="page"
      error={errorOf(errors, "relation")}
      chosen={one(typed, "relation")}
      choices={relationsFor(band).map((value) => ({ value, label: RELATION_LABELS[value] }))}
    />
  );
}

/** What makes it right that they ask. */
export function AgreementFields({ title, band, typed, errors }: TitledProps & { readonly band: AgeBand }) {
  return (
    <>
      <Radios
        name="basis"
        legend={title}
        heading="page"
        hint={FOR_ANOTHER.agreement}
        error={errorOf(errors, "basis")}
        chosen={one(typed, "basis")}
        choices={basesFor(band).map((value) => {
          const hint = BASIS_HINTS[value];
          return { value, label: BASIS_LABELS[value], ...(hint ? { hint } : {}) };
        })}
      />
      {band === "young" ? (
        <InsetText>
          <p>{FOR_ANOTHER.young}</p>
        </InsetText>
      ) : null}
    </>
  );
}

/** What whoever asks may be told. */
export function ShareFields({ title, typed, errors }: TitledProps) {
  return (
    <Radios
      name="share"
      legend={title}
      heading="page"
      hint={FOR_ANOTHER.share}
      error={errorOf(errors, "share")}
      chosen={one(typed, "share")}
      choices={SHARES.map((value) => ({ value, label: SHARE_LABELS[value] }))}
    />
  );
}

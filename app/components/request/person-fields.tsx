import { SEXES, WHO } from "~/domain/journeys/draft-answers";
import { SEX_LABELS } from "~/domain/journeys/steps/about";
import { WHO_LABELS } from "~/domain/journeys/steps/who";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { DateFields, TextField } from "../form/text-fields";
import { type FieldsProps, one } from "./fields";

export function WhoFields({ title, typed, errors }: FieldsProps & { readonly title: string }) {
  return (
    <Radios
      name="who"
      legend={title}
      heading="page"
      error={errorOf(errors, "who")}
      chosen={one(typed, "who")}
      choices={WHO.map((value) => ({ value, label: WHO_LABELS[value] }))}
    />
  );
}

export function AboutFields({ typed, errors }: FieldsProps) {
  const wrong = errors.find(({ field }) => field.startsWith("born-"));
  return (
    <>
      <TextField
        name="name"
        label="Full name"
        error={errorOf(errors, "name")}
        value={one(typed, "name")}
        autoComplete="name"
      />
      <DateFields
        name="born"
        legend="Date of birth"
        hint="For example, 27 3 1992"
        error={wrong?.message}
        wrong={wrong?.field}
        values={{
          "born-day": one(typed, "born-day"),
          "born-month": one(typed, "born-month"),
          "born-year": one(typed, "born-year"),
        }}
      />
      <Radios
        name="sex"
        legend="Sex"
        hint="Some care is only for one sex. You do not have to say."
        error={errorOf(errors, "sex")}
        chosen={one(typed, "sex")}
        choices={SEXES.map((value) => ({ value, label: SEX_LABELS[value] }))}
      />
    </>
  );
}

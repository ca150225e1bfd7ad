import { SEXES, WHO } from "~/domain/journeys/draft-answers";
import { SEX_LABELS } from "~/domain/journeys/steps/about";
import { WHO_LABELS } from "~/domain/journeys/steps/who";
import { errorOf } from "../form/error-summary";
import { Radios } from "../form/radios";
import { DateFields, TextField } from "../form/text-fields";
import { type FieldsProps, one } from "./fields";
import { FromLogin, type FromLoginView } from "./from-login";

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

/** The fields that identity verification can answer. */
const BY_LOGIN = ["name", "born-day", "born-month", "born-year"] as const;

/** `login` is what a proved identity says; it stands instead of the fields until something in it is to be changed. */
export function AboutFields({
  typed,
  errors,
  login = null,
  forAnother = false,
}: FieldsProps & { readonly login?: FromLoginView | null; readonly forAnother?: boolean }) {
  const wrong = errors.find(({ field }) => field.startsWith("born-"));
  const proved = login !== null && !errors.some(({ field }) => BY_LOGIN.some((each) => each === field));
  return (
    <>
      {proved ? (
        <FromLogin login={login} typed={typed} fields={BY_LOGIN} />
      ) : (
        <>
          <TextField
            name="name"
            label="Full name"
            error={errorOf(errors, "name")}
            value={one(typed, "name")}
            autoComplete={forAnother ? "off" : "name"}
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
        </>
      )}
      <Radios
        name="sex"
        legend="Sex"
        hint={
          forAnother
            ? "Some care is only for one sex. You can leave it unsaid."
            : "Some care is only for one sex. You do not have to say."
        }
        error={errorOf(errors, "sex")}
        chosen={one(typed, "sex")}
        choices={SEXES.map((value) => ({ value, label: SEX_LABELS[value] }))}
      />
      {proved ? null : (
        <TextField
          name="nhsNumber"
          label={forAnother ? "Their NHS number, if you know it" : "NHS number, if you know it"}
          hint="10 digits, like 999 000 0018. It is on letters from the NHS, on a prescription, and in the NHS App. You can leave this empty."
          error={errorOf(errors, "nhsNumber")}
          value={one(typed, "nhsNumber")}
          width={20}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
    </>
  );
}

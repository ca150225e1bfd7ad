import { describedBy, ErrorMessage } from "./error-summary";

interface TextFieldProps {
  /** The field's name, and its id, which an error leads to. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** In characters: as wide as what is to be typed. */
  readonly width?: 2 | 4 | 5 | 10 | 20;
  readonly inputMode?: "numeric" | "text" | "tel";
  readonly autoComplete?: string;
  readonly maxLength?: number;
}

export function TextField({ name, label, hint, error, value, width, ...input }: TextFieldProps) {
  return (
    <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      ) : null}
      <ErrorMessage id={`${name}-error`} message={error} />
      <input
        className={`nhsuk-input${width ? ` nhsuk-input--width-${width}` : ""}${error ? " nhsuk-input--error" : ""}`}
        id={name}
        name={name}
        type="text"
        defaultValue={value}
        aria-describedby={describedBy(hint && `${name}-hint`, error && `${name}-error`)}
        spellCheck={false}
        {...input}
      />
    </div>
  );
}

export function TextArea({
  name,
  label,
  hint,
  error,
  value,
  rows = 3,
  maxLength,
}: TextFieldProps & { readonly rows?: number }) {
  return (
    <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <div className="nhsuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      ) : null}
      <ErrorMessage id={`${name}-error`} message={error} />
      <textarea
        className={`nhsuk-textarea${error ? " nhsuk-textarea--error" : ""}`}
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-describedby={describedBy(hint && `${name}-hint`, error && `${name}-error`)}
      />
    </div>
  );
}

const DATE_PARTS = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/** A date in three fields, named `name-day`, `name-month` and `name-year`. `wrong` is the id of the field to put right. */
export function DateFields({
  name,
  legend,
  hint,
  error,
  wrong,
  values,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly wrong?: string | undefined;
  readonly values?: Readonly<Record<string, string | undefined>> | undefined;
}) {
  return (
    <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={describedBy(hint && `${name}-hint`, error && `${name}-error`)}
      >
        <legend className="nhsuk-fieldset__legend">{legend}</legend>
        {hint ? (
          <div className="nhsuk-hint" id={`${name}-hint`}>
            {hint}
          </div>
        ) : null}
        <ErrorMessage id={`${name}-error`} message={error} />
        <div className="nhsuk-date-input">
          {DATE_PARTS.map(({ part, label, width }) => {
            const id = `${name}-${part}`;
            const isWrong = error !== undefined && (wrong === undefined || wrong === id);
            return (
              <div className="nhsuk-date-input__item" key={part}>
                <div className="nhsuk-form-group">
                  <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
                    {label}
                  </label>
                  <input
                    className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${isWrong ? " nhsuk-input--error" : ""}`}
                    id={id}
                    name={id}
                    type="text"
                    inputMode="numeric"
                    defaultValue={values?.[id]}
                  />
                </div>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

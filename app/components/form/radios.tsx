import type { ReactNode } from "react";
import { describedBy, ErrorMessage } from "./error-summary";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of several choices. The first has the field's own id, so that an error leads to it. */
export function Radios({
  name,
  legend,
  hint,
  error,
  choices,
  chosen,
  small = false,
  isHeading = false,
  className = "",
  children,
}: {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly choices: readonly (Choice | { readonly divider: string })[];
  readonly chosen?: string | undefined;
  readonly small?: boolean;
  /** A legend that is the page's own heading. */
  readonly isHeading?: boolean;
  readonly className?: string;
  /** What belongs to the last choice, shown under it. */
  readonly children?: ReactNode;
}) {
  const firstValue = choices.find((choice) => "value" in choice)?.value;
  return (
    <div className={`nhsuk-form-group${error ? " nhsuk-form-group--error" : ""}`}>
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={describedBy(hint && `${name}-hint`, error && `${name}-error`)}
      >
        <legend className={`nhsuk-fieldset__legend${isHeading ? " nhsuk-fieldset__legend--l" : ""}`}>
          {legend}
        </legend>
        {hint ? (
          <div className="nhsuk-hint" id={`${name}-hint`}>
            {hint}
          </div>
        ) : null}
        <ErrorMessage id={`${name}-error`} message={error} />
        <div className={`nhsuk-radios${small ? " nhsuk-radios--small" : ""} ${className}`}>
          {choices.map((choice) => {
            if ("divider" in choice)
              return (
                <p className="nhsuk-radios__divider" key={choice.divider}>
                  {choice.divider}
                </p>
              );
            const id = choice.value === firstValue ? name : `${name}-${choice.value}`;
            return (
              <div className="nhsuk-radios__item" key={choice.value}>
                <input
                  className="nhsuk-radios__input"
                  id={id}
                  name={name}
                  type="radio"
                  value={choice.value}
                  defaultChecked={choice.value === chosen}
                  aria-describedby={choice.hint ? `${id}-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
                  {choice.label}
                </label>
                {choice.hint ? (
                  <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-hint`}>
                    {choice.hint}
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
        {children}
      </fieldset>
    </div>
  );
}

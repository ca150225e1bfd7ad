import type { ReactNode } from "react";
import { describedBy, ErrorMessage } from "./error-summary";
import type { Choice } from "./radios";

/** Any of several choices. The first has the field's own id, so that an error leads to it. */
export function Checkboxes({
  name,
  legend,
  hint,
  error,
  choices,
  chosen = [],
}: {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly (Choice | { readonly divider: string })[];
  readonly chosen?: readonly string[];
}) {
  const firstValue = choices.find((choice) => "value" in choice)?.value;
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
        <div className="nhsuk-checkboxes">
          {choices.map((choice) => {
            if ("divider" in choice)
              return (
                <p className="nhsuk-checkboxes__divider" key={choice.divider}>
                  {choice.divider}
                </p>
              );
            const id = choice.value === firstValue ? name : `${name}-${choice.value}`;
            return (
              <div className="nhsuk-checkboxes__item" key={choice.value}>
                <input
                  className="nhsuk-checkboxes__input"
                  id={id}
                  name={name}
                  type="checkbox"
                  value={choice.value}
                  defaultChecked={chosen.includes(choice.value)}
                  aria-describedby={choice.hint ? `${id}-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
                  {choice.label}
                </label>
                {choice.hint ? (
                  <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-hint`}>
                    {choice.hint}
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

import type { ReactNode } from "react";
import { describedBy, ErrorMessage } from "./error-summary";

/** One of many choices, where a list of radios would be too long to read. */
export function Select({
  name,
  label,
  hint,
  error,
  value,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** The options. */
  readonly children: ReactNode;
}) {
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
      <select
        className={`nhsuk-select${error ? " nhsuk-select--error" : ""}`}
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(hint && `${name}-hint`, error && `${name}-error`)}
      >
        {children}
      </select>
    </div>
  );
}

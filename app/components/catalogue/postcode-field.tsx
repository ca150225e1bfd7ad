import { describedBy, ErrorMessage } from "../form/error-summary";

/** Asks where a person is, to say how near and how soon. Part of a form that is sent with GET. */
export function PostcodeField({
  value,
  error,
  label = "Your postcode, if you like",
  hint = "To see how near and how soon. We do not keep it.",
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly label?: string;
  readonly hint?: string;
}) {
  return (
    <div className={`nhsuk-form-group postcode-field${error ? " nhsuk-form-group--error" : ""}`}>
      <label className="nhsuk-label" htmlFor="postcode">
        {label}
      </label>
      <div className="nhsuk-hint" id="postcode-hint">
        {hint}
      </div>
      <ErrorMessage id="postcode-error" message={error} />
      <div className="postcode-field__row">
        <input
          className={`nhsuk-input nhsuk-input--width-10${error ? " nhsuk-input--error" : ""}`}
          id="postcode"
          name="postcode"
          type="text"
          defaultValue={value}
          maxLength={20}
          autoComplete="postal-code"
          spellCheck={false}
          aria-describedby={describedBy("postcode-hint", error && "postcode-error")}
        />
        <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
          Show how near
        </button>
      </div>
    </div>
  );
}

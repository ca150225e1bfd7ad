/** One thing to put right: the field it is about, by its id, and what to do. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What to put right, above the form; each line leads to its field. Nothing when nothing is wrong. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 className="nhsuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The message of one field; undefined when the field is right. */
export const errorOf = (errors: readonly FieldError[], ...fields: readonly string[]): string | undefined =>
  errors.find(({ field }) => fields.includes(field))?.message;

/** The ids that describe a field, for aria-describedby. */
export const describedBy = (...ids: readonly (string | false | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(" ") || undefined;

export function ErrorMessage({ id, message }: { readonly id: string; readonly message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">Error:</span> {message}
    </span>
  );
}

import { ErrorSummary as NhsErrorSummary } from "nhsuk-react-components";

/** One thing to put right: the field it is about, by its id, and what to do. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What to put right, above the form; each line leads to its field. Nothing when nothing is wrong. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <NhsErrorSummary>
      <NhsErrorSummary.Title>There is a problem</NhsErrorSummary.Title>
      <NhsErrorSummary.List>
        {errors.map(({ field, message }) => (
          <NhsErrorSummary.ListItem key={`${field} ${message}`} href={`#${field}`}>
            {message}
          </NhsErrorSummary.ListItem>
        ))}
      </NhsErrorSummary.List>
    </NhsErrorSummary>
  );
}

/** The message of one field; undefined when the field is right. */
export const errorOf = (errors: readonly FieldError[], ...fields: readonly string[]): string | undefined =>
  errors.find(({ field }) => fields.includes(field))?.message;

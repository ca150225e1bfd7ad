import { DateInput, Textarea, TextInput } from "nhsuk-react-components";

interface TextFieldProps {
  /** The field's name, and its id, which an error leads to. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** In characters: as wide as what is to be typed. */
  readonly width?: 2 | 4 | 5 | 10 | 20;
  readonly inputMode?: "numeric" | "text" | "tel";
  /** A picker of colours; text, where a browser has none. */
  readonly type?: "color";
  readonly autoComplete?: string;
  readonly maxLength?: number;
}

export function TextField({ name, value, ...field }: TextFieldProps) {
  return <TextInput id={name} name={name} defaultValue={value} spellCheck={false} {...field} />;
}

interface TextAreaProps
  extends Pick<TextFieldProps, "name" | "label" | "hint" | "error" | "value" | "maxLength"> {
  readonly rows?: number;
  /** A label that is the page's own heading. */
  readonly isHeading?: boolean;
}

export function TextArea({ name, value, rows = 3, isHeading = false, ...field }: TextAreaProps) {
  return (
    <Textarea
      id={name}
      name={name}
      defaultValue={value}
      rows={rows}
      labelProps={isHeading ? { isPageHeading: true, size: "l" } : undefined}
      {...field}
    />
  );
}

const DATE_PARTS = [
  { part: "day", Part: DateInput.Day },
  { part: "month", Part: DateInput.Month },
  { part: "year", Part: DateInput.Year },
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
    <DateInput name={name} legend={legend} hint={hint} error={error}>
      {DATE_PARTS.map(({ part, Part }) => {
        const id = `${name}-${part}`;
        const isWrong = wrong === undefined || wrong === id;
        return <Part key={part} id={id} defaultValue={values?.[id]} error={isWrong ? error : false} />;
      })}
    </DateInput>
  );
}

import { Button, TextInput } from "nhsuk-react-components";

/** Asks where a person is, to say how near and how soon. Part of a form that is sent with GET. */
export function PostcodeField({
  value,
  error,
  label = error === undefined ? "Your postcode, if you like" : "Your postcode",
  hint = "To see how near and how soon. We do not keep it.",
  form,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly label?: string;
  readonly hint?: string;
  /** The form it belongs to, where it stands outside of that. */
  readonly form?: string | undefined;
}) {
  return (
    <TextInput
      id="postcode"
      name="postcode"
      label={label}
      hint={hint}
      error={error}
      width={10}
      defaultValue={value}
      maxLength={20}
      autoComplete="postal-code"
      spellCheck={false}
      form={form}
      inputWrapperProps={{ className: "postcode-field__row" }}
      formGroupProps={{
        className: "postcode-field",
        afterInput: (
          <Button type="submit" secondary small form={form}>
            Show how near
          </Button>
        ),
      }}
    />
  );
}

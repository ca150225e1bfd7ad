import { Select as NhsSelect } from "nhsuk-react-components";
import type { ReactNode } from "react";

/** One of many choices, where a list of radios would be too long to read. */
export function Select({
  name,
  label,
  bold = false,
  hint,
  error,
  value,
  children,
}: {
  readonly name: string;
  readonly label: string;
  /** Among groups of choices, whose legends are bold, its label is so too. */
  readonly bold?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** The options. */
  readonly children: ReactNode;
}) {
  return (
    <NhsSelect
      id={name}
      name={name}
      label={label}
      labelProps={bold ? { size: "s" } : undefined}
      hint={hint}
      error={error}
      defaultValue={value}
    >
      {children}
    </NhsSelect>
  );
}

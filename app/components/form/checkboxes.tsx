import { Checkboxes as NhsCheckboxes } from "nhsuk-react-components";
import type { ReactElement } from "react";
import { LEGEND_HEADINGS, type LegendHeading } from "./legend";
import type { Choice } from "./radios";

/** Any of several choices. The first has the field's own id, so that an error leads to it. */
export function Checkboxes({
  name,
  legend,
  heading,
  hint,
  error,
  choices,
  chosen = [],
}: {
  readonly name: string;
  readonly legend: string | ReactElement;
  readonly heading?: LegendHeading;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly (Choice | { readonly divider: string })[];
  readonly chosen?: readonly string[];
}) {
  const firstValue = choices.find((choice) => "value" in choice)?.value;
  return (
    <NhsCheckboxes
      name={name}
      legend={legend}
      legendProps={heading && LEGEND_HEADINGS[heading]}
      hint={hint}
      error={error}
    >
      {choices.map((choice) =>
        "divider" in choice ? (
          <NhsCheckboxes.Divider key={choice.divider} dividerText={choice.divider} />
        ) : (
          <NhsCheckboxes.Item
            key={choice.value}
            id={choice.value === firstValue ? name : `${name}-${choice.value}`}
            value={choice.value}
            hint={choice.hint}
            defaultChecked={chosen.includes(choice.value)}
          >
            {choice.label}
          </NhsCheckboxes.Item>
        ),
      )}
    </NhsCheckboxes>
  );
}

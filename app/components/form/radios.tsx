import { Radios as NhsRadios } from "nhsuk-react-components";
import type { ReactElement } from "react";
import { LEGEND_HEADINGS, type LegendHeading } from "./legend";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of several choices. The first has the field's own id, so that an error leads to it. */
export function Radios({
  name,
  legend,
  heading,
  hint,
  error,
  choices,
  chosen,
  small = false,
  className,
}: {
  readonly name: string;
  readonly legend: string | ReactElement;
  readonly heading?: LegendHeading;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly (Choice | { readonly divider: string })[];
  readonly chosen?: string | undefined;
  readonly small?: boolean;
  readonly className?: string;
}) {
  const firstValue = choices.find((choice) => "value" in choice)?.value;
  return (
    <NhsRadios
      name={name}
      legend={legend}
      legendProps={heading && LEGEND_HEADINGS[heading]}
      hint={hint}
      error={error}
      small={small}
      className={className}
    >
      {choices.map((choice) =>
        "divider" in choice ? (
          <NhsRadios.Divider key={choice.divider}>{choice.divider}</NhsRadios.Divider>
        ) : (
          <NhsRadios.Item
            key={choice.value}
            id={choice.value === firstValue ? name : `${name}-${choice.value}`}
            value={choice.value}
            hint={choice.hint}
            defaultChecked={choice.value === chosen}
          >
            {choice.label}
          </NhsRadios.Item>
        ),
      )}
    </NhsRadios>
  );
}

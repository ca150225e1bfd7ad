/** What is known of one piece of work, in lines. A line without a value is left out. */
export interface FactLine {
  readonly label: string;
  readonly value: string;
}

export function Facts({ lines }: { readonly lines: readonly FactLine[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {lines
        .filter(({ value }) => value !== "")
        .map(({ label, value }) => (
          <div key={label} className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">{label}</dt>
            <dd className="nhsuk-summary-list__value">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

import { SummaryList } from "nhsuk-react-components";
/** What is known of one piece of work, in lines. A line without a value is left out. */
export interface FactLine {
  readonly label: string;
  readonly value: string;
}

export function Facts({ lines }: { readonly lines: readonly FactLine[] }) {
  return (
    <SummaryList>
      {lines
        .filter(({ value }) => value !== "")
        .map(({ label, value }) => (
          <SummaryList.Row key={`${label}: ${value}`}>
            <SummaryList.Key>{label}</SummaryList.Key>
            <SummaryList.Value>{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
    </SummaryList>
  );
}

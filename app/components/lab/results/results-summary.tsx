import { SUMMARY } from "~/content/lab/results";

/** One of the few figures that a study comes to. */
export interface SummaryLine {
  readonly name: string;
  readonly value: string;
  readonly small: string;
}

/** What the study comes to, before anything else is read. */
export const ResultsSummary = ({ lines }: { readonly lines: readonly SummaryLine[] }) =>
  lines.length === 0 ? null : (
    <section className="lab-summary" aria-labelledby="in-short">
      <h2 className="nhsuk-heading-m" id="in-short">
        {SUMMARY.title}
      </h2>
      <dl>
        {lines.map(({ name, value, small }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="lab-summary__value">{value}</span> <span>{small}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );

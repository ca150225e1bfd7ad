import { ChartTable } from "~/components/board/charts/chart-table";
import { METHOD } from "~/content/lab/method";

/** What study it is, of when and of how many: the head of a report. */
export const AboutStudy = ({
  lines,
}: {
  readonly lines: readonly (readonly [string, readonly string[]])[];
}) => (
  <dl className="lab-about">
    {lines.map(([name, values]) => (
      <div key={name}>
        <dt>{name}</dt>
        {values.map((value) => (
          <dd key={value}>{value}</dd>
        ))}
      </div>
    ))}
  </dl>
);

/** How the figures are made, and whose rules those are: the end of a report. */
export const Method = () => (
  <section className="lab-section lab-whole" aria-labelledby="method">
    <h2 className="nhsuk-heading-m" id="method">
      {METHOD.title}
    </h2>
    <p>{METHOD.record}</p>
    <p>
      {METHOD.order} {METHOD.allowed}
    </p>
    <p>{METHOD.oneOrder}</p>
    <p>{METHOD.inTheMiddle}</p>
    <div className="board-list lab-wide">
      <ChartTable
        table={{
          caption: METHOD.title,
          columns: [{ name: METHOD.what }, { name: METHOD.how }, { name: METHOD.source }],
          rows: METHOD.rules.map(({ what, how, source }) => [
            { text: what },
            { text: how },
            { text: source },
          ]),
        }}
      />
    </div>
    <p>{METHOD.files}</p>
  </section>
);

import type { ReactNode } from "react";
import { FLOW } from "~/content/board/flow";
import { ChartTable } from "./chart-table";
import type { TableData } from "./table-data";

/** A picture with its heading, what it says, the same as a table, and a file of that table. */
export const Chart = ({
  id,
  title,
  how,
  file,
  table,
  folded = FLOW.asTable,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly how?: string;
  /** The address of the file. */
  readonly file: string;
  readonly table: TableData;
  /** What the table is, where it is not the picture once more. False: it is shown at once. */
  readonly folded?: string | false;
  readonly children?: ReactNode;
}) => (
  <section className="board-chart" aria-labelledby={id}>
    <h2 className="nhsuk-heading-m" id={id}>
      {title}
    </h2>
    {how === undefined ? null : <p className="board-chart__how">{how}</p>}
    {children}
    {folded === false ? (
      <ChartTable table={table} />
    ) : (
      <details className="nhsuk-details board-chart__table">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{folded}</span>
        </summary>
        <div className="nhsuk-details__text">
          <ChartTable table={table} />
        </div>
      </details>
    )}
    <p className="no-print">
      <a href={file} aria-describedby={id}>
        {FLOW.file}
      </a>
    </p>
  </section>
);

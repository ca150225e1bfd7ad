import { FLOW } from "~/content/board/flow";
import { HEADS } from "./charts/table-data";
import { Sparkline } from "./charts/trend-line";

export interface MeasureLine {
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly href: string;
  readonly figure: string;
  readonly beside: string | null;
  readonly of: string;
  readonly trend: readonly (number | null)[];
}

/** Every measure with its figure, what it is out of, and how it went. */
export const MeasureTable = ({ lines }: { readonly lines: readonly MeasureLine[] }) => (
  <table className="board-table board-measures">
    <caption className="nhsuk-u-visually-hidden">{FLOW.measuresTable}</caption>
    <thead>
      <tr>
        <th scope={HEADS.column}>{FLOW.measure}</th>
        <th scope={HEADS.column} className="board-table__number">
          {FLOW.figure}
        </th>
        <th scope={HEADS.column} className="board-table__number">
          {FLOW.of}
        </th>
        <th scope={HEADS.column} className="board-measures__trend">
          {FLOW.trend}
        </th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ id, name, means, href, figure, beside, of, trend }) => (
        <tr key={id}>
          <th scope={HEADS.row}>
            <a href={href}>{name}</a>
            <span className="board-table__small">{means}</span>
          </th>
          <td className="board-table__number" data-column={FLOW.figure}>
            <strong className="board-measures__figure">{figure}</strong>
            {beside === null ? null : <span className="board-table__small">{beside}</span>}
          </td>
          <td className="board-table__number" data-column={FLOW.of}>
            {of}
          </td>
          <td className="board-measures__trend">
            <Sparkline values={trend} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

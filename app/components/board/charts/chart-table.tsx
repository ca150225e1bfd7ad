import { BESIDE_A_FIGURE, type Cell, HEADS, type TableData } from "./table-data";

export const ChartTable = ({ table: { caption, columns, rows } }: { readonly table: TableData }) => (
  <table className="board-table">
    <caption className="nhsuk-u-visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ name, number }) => (
          <th key={name} scope={HEADS.column} className={number ? "board-table__number" : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((cells, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a table is drawn once, and two lines may read alike
        <tr key={line}>
          {cells.map((cell, at) => {
            const column = columns[at];
            const className = column?.number ? "board-table__number" : undefined;
            return at === 0 ? (
              <th key={column?.name} scope={HEADS.row}>
                <CellText cell={cell} />
              </th>
            ) : (
              <td key={column?.name} className={className} data-column={column?.name}>
                <CellText cell={cell} />
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);

const CellText = ({ cell: { text, href, bar, small } }: { readonly cell: Cell }) => (
  <>
    {href === undefined ? text : <a href={href}>{text}</a>}
    {small === undefined ? null : <span className="board-table__small">{small}</span>}
    {bar === undefined ? null : <Bar share={bar} />}
  </>
);

/** Says nothing that the figure beside it does not. */
const Bar = ({ share }: { readonly share: number }) => (
  <svg className="board-bar" viewBox="0 0 100 6" aria-hidden="true" {...BESIDE_A_FIGURE}>
    <rect className="board-bar__whole" width="100" height="6" />
    <rect
      className="board-bar__part"
      width={Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}
      height="6"
    />
  </svg>
);

export interface MemberTableRow {
  readonly id: string;
  /** The first names the line. */
  readonly cells: readonly string[];
  /** Where the first cell leads. */
  readonly href?: string;
  /** A second line under the first cell. */
  readonly small?: string;
  /** The sum of the others. */
  readonly all?: boolean;
}

/** What a heading of a table is the heading of. */
const HEADS = { column: "col", row: "row" } as const;

/** A small table of figures, the whole of them in its last line. */
export const MemberTable = ({
  caption,
  columns,
  rows,
}: {
  readonly caption: string;
  /** `number`: its cells are figures, which line up. */
  readonly columns: readonly { readonly name: string; readonly number?: boolean }[];
  readonly rows: readonly MemberTableRow[];
}) => {
  const classOf = (at: number) => (columns[at]?.number ? "member-table__number" : undefined);
  return (
    <table className="member-table">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name }, at) => (
            <th key={name} scope={HEADS.column} className={classOf(at)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells, href, small, all }) => (
          <tr key={id} className={all ? "member-table__all" : undefined}>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th key={columns[at]?.name} scope={HEADS.row}>
                  {href === undefined ? cell : <a href={href}>{cell}</a>}
                  {small === undefined ? null : <span className="member-table__small">{small}</span>}
                </th>
              ) : (
                <td key={columns[at]?.name} className={classOf(at)} data-column={columns[at]?.name}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

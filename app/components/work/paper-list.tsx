import { Table } from "nhsuk-react-components";

/** A list for paper: a table, with an empty box before each line to tick by hand. */
export const PaperList = ({
  columns,
  lines,
  label,
}: {
  readonly columns: readonly string[];
  readonly lines: readonly { readonly id: string; readonly cells: readonly string[] }[];
  readonly label: string;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow screen must be reached by keys
  <section className="paper-list" aria-label={label} tabIndex={0}>
    <Table>
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.Cell key={column}>{column}</Table.Cell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {lines.map(({ id, cells }) => (
          <Table.Row key={id}>
            {cells.map((cell, place) => (
              <Table.Cell key={columns[place]}>{cell}</Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </section>
);

/** A cell is words, or a link; or words with a bar, of a share of the longest one. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  /** From 0 to 1; left out where there is no bar to draw. */
  readonly bar?: number;
  /** A small second line. */
  readonly small?: string;
}

export interface TableData {
  readonly caption: string;
  /** The first column names the line. `number`: its cells are figures, which line up. */
  readonly columns: readonly { readonly name: string; readonly number?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table's rows as plain words: what its file holds. */
export const plainRows = ({ columns, rows }: TableData): readonly (readonly string[])[] => [
  columns.map(({ name }) => name),
  ...rows.map((cells) => cells.map(({ text, small }) => (small === undefined ? text : `${text} (${small})`))),
];

/** What a heading of a table is the heading of. */
export const HEADS = { column: "col", row: "row" } as const;

/** A drawing beside a figure that says the same, and takes the shape of its cell. */
export const BESIDE_A_FIGURE = {
  focusable: false,
  preserveAspectRatio: "none",
} as const;

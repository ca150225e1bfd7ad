import { z } from "zod";

/** How many empty rows a form has beside those that are written. */
const SPARE = 3;

/**
 * Rows of a form that are all alike, their fields named by their place: "sign-0", "leads-0", "sign-1" …; at most `most`.
 * `fields` says how each field of a row is read.
 */
export function numberedRows<const Name extends string>(
  most: number,
  fields: Readonly<Record<Name, z.ZodType<string>>>,
) {
  const names = Object.keys(fields) as Name[];
  type Row = Readonly<Record<Name, string>>;
  const named = (place: number): Row => rowOf((name) => `${name}-${place}`);
  const rowOf = (value: (name: Name) => string): Row =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Row;
  return {
    /** The names of the fields of one row. */
    named,
    /** The names of all rows that a form shows, when so many are written. */
    shown: (written: number): readonly Row[] =>
      Array.from({ length: Math.min(most, written + SPARE) }, (_, place) => named(place)),
    /** Every row as it was typed, the empty ones among them. */
    read: z.looseObject({}).transform((typed, checked) => ({
      rows: Array.from({ length: most }, (_, place) =>
        rowOf((name) => {
          const field = `${name}-${place}`;
          const read = fields[name].safeParse(typed[field]);
          if (read.success) return read.data;
          for (const { message } of read.error.issues)
            checked.addIssue({ code: "custom", path: [field], message });
          return "";
        }),
      ),
    })),
    /** The rows as they would be typed. */
    typed: (rows: readonly Row[]): Record<string, string> =>
      Object.fromEntries(
        rows.flatMap((row, place) => names.map((name) => [named(place)[name], row[name]] as const)),
      ),
  };
}

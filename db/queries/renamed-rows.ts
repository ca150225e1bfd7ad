import type { Tx } from "../connect";
import type { Tables } from "../schema";
import { insertMany, type Row } from "./bulk";

type AnyRow = Readonly<Record<string, string | number | null>>;

/** Puts rows into a brand, whatever they name under its new name. `json`: the columns in which names stand inside. */
export const putInto =
  (tx: Tx, brandId: string, given: ReadonlyMap<string, string>) =>
  async (table: keyof Tables, rows: readonly AnyRow[], json: readonly string[]): Promise<void> => {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const renamed = rows.map((row): Row => ({ ...renamedRow(row, json, given), brand_id: brandId }));
    await insertMany(tx, table, columns, renamed, "never-there");
  };

/** A row in which whatever was given a new name is named by it. */
export function renamedRow(row: AnyRow, json: readonly string[], given: ReadonlyMap<string, string>): AnyRow {
  const renamed: Record<string, string | number | null> = {};
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== "string") renamed[column] = value;
    else renamed[column] = json.includes(column) ? renamedInside(value, given) : (given.get(value) ?? value);
  }
  return renamed;
}

/** An escape of JSON, so that its letter begins no word; or a word as ids and references are. */
const ESCAPE_OR_WORD = /\\(?:u[0-9a-fA-F]{4}|.)|[A-Za-z0-9][A-Za-z0-9-]{3,}/g;

/** JSON text in which every id and reference that was given a new one is the new one. */
const renamedInside = (json: string, given: ReadonlyMap<string, string>): string =>
  json.replaceAll(ESCAPE_OR_WORD, (word) => given.get(word) ?? word);

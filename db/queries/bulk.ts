import { CompiledQuery, sql } from "kysely";
import type { Tx } from "../connect";
import type { Tables } from "../schema";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** How many rows go in one statement: both databases bound the values a statement can carry. */
const BATCH = 1_000;

/**
 * Inserts rows in large statements, each compiled once. A row whose key is there already is changed to the new
 * values, or left as it is.
 */
export async function insertMany(
  tx: Tx,
  table: keyof Tables,
  columns: readonly string[],
  rows: readonly Row[],
  conflict: { readonly key: readonly string[]; readonly otherwise: "update" | "ignore" },
): Promise<void> {
  let statement: { readonly size: number; readonly sql: string } | undefined;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const parameters = batch.flatMap((row) => columns.map((column) => row[column] ?? null));
    if (statement?.size !== batch.length)
      statement = { size: batch.length, sql: insertSql(tx, table, columns, parameters, conflict) };
    await tx.executeQuery(CompiledQuery.raw(statement.sql, parameters));
  }
}

function insertSql(
  tx: Tx,
  table: string,
  columns: readonly string[],
  parameters: readonly Value[],
  conflict: { readonly key: readonly string[]; readonly otherwise: "update" | "ignore" },
): string {
  const names = (list: readonly string[]) => sql.join(list.map((name) => sql.id(name)));
  const rows = Array.from(
    { length: parameters.length / columns.length },
    (_, row) => sql`(${sql.join(parameters.slice(row * columns.length, (row + 1) * columns.length))})`,
  );
  const changed = columns.filter((column) => !conflict.key.includes(column));
  const action =
    conflict.otherwise === "ignore"
      ? sql`nothing`
      : sql`update set ${sql.join(changed.map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`))}`;
  return sql`insert into ${sql.table(table)} (${names(columns)}) values ${sql.join(rows)}
    on conflict (${names(conflict.key)}) do ${action}`.compile(tx).sql;
}

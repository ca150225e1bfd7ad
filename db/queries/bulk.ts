import { CompiledQuery, sql } from "kysely";
import type { Tx } from "../connect";
import type { Tables } from "../schema";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** How many rows go in one statement: both databases bound the values a statement can carry. */
const BATCH = 1_000;

/** What becomes of a row whose key is there already; that one cannot be is said too, and one that is fails the statement. */
type Conflict =
  | "never-there"
  | { readonly key: readonly string[]; readonly otherwise: "update" | "update-if-different" | "ignore" };

/**
 * Inserts rows in large statements, each compiled once, and asks for no more rows than one statement takes. A row whose
 * key is there already is changed to the new values, left as it is, or refused. Returns how many rows were added or changed.
 */
export async function insertMany(
  tx: Tx,
  table: keyof Tables,
  columns: readonly string[],
  rows: Iterable<Row>,
  conflict: Conflict,
): Promise<number> {
  let touched = 0n;
  let whole: string | undefined;
  let parameters: Value[] = [];
  const insert = async (): Promise<void> => {
    const isWhole = parameters.length === BATCH * columns.length;
    const text = (isWhole ? whole : undefined) ?? insertSql(tx, table, columns, parameters, conflict);
    if (isWhole) whole = text;
    const { numAffectedRows } = await tx.executeQuery(CompiledQuery.raw(text, parameters));
    touched += numAffectedRows ?? 0n;
    parameters = [];
  };
  for (const row of rows) {
    for (const column of columns) parameters.push(row[column] ?? null);
    if (parameters.length === BATCH * columns.length) await insert();
  }
  if (parameters.length > 0) await insert();
  return Number(touched);
}

function insertSql(
  tx: Tx,
  table: string,
  columns: readonly string[],
  parameters: readonly Value[],
  conflict: Conflict,
): string {
  const names = (list: readonly string[]) => sql.join(list.map((name) => sql.id(name)));
  const rows = Array.from(
    { length: parameters.length / columns.length },
    (_, row) => sql`(${sql.join(parameters.slice(row * columns.length, (row + 1) * columns.length))})`,
  );
  const insert = sql`insert into ${sql.table(table)} (${names(columns)}) values ${sql.join(rows)}`;
  if (conflict === "never-there") return insert.compile(tx).sql;
  const changed = columns.filter((column) => !conflict.key.includes(column));
  const different = changed.map(
    (column) => sql`${sql.id(table, column)} is distinct from excluded.${sql.id(column)}`,
  );
  const update = sql`update set ${sql.join(changed.map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`))}`;
  const actions = {
    ignore: sql`nothing`,
    update,
    "update-if-different": sql`${update} where ${sql.join(different, sql` or `)}`,
  };
  return sql`${insert} on conflict (${names(conflict.key)}) do ${actions[conflict.otherwise]}`.compile(tx)
    .sql;
}

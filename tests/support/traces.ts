import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import type { Database } from "~db/connect";

/** Where any of some texts, or bytes, is still to be found: in every column of every table, and in SQLite's own files, byte by byte. */
export async function tracesOf(
  db: Database,
  texts: readonly (string | Buffer)[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, columns } of await db.kysely.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely);
    for (const column of columns.map((each) => each.name))
      for (const text of texts)
        if (rows.some((row) => holds(row[column], text))) found.push(`${named(text)} in ${name}.${column}`);
  }
  if (db.dialect === "postgres") return found;
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(db.kysely);
  for (const file of rows.flatMap((row) => [row.file, `${row.file}-wal`, `${row.file}-shm`])) {
    const bytes = await readFile(file);
    for (const text of texts) if (bytes.includes(text)) found.push(`${named(text)} in a file`);
  }
  return found;
}

const holds = (value: unknown, text: string | Buffer): boolean =>
  Buffer.isBuffer(value) ? value.includes(text) : typeof text === "string" && String(value).includes(text);

const named = (text: string | Buffer): string => (typeof text === "string" ? text : `${text.length} bytes`);

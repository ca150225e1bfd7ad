import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "~db/connect";

type Columns = ReadonlyMap<string, readonly string[]>;
/** Asked of a database once: it takes longer than to read the rows of a small brand. */
const known = new WeakMap<Database, Promise<Columns>>();

/** The tables whose rows are of one brand each, with their columns, as the database itself has them. */
export function tablesOfBrands(db: Database): Promise<Columns> {
  const tables = known.get(db) ?? readTables(db);
  known.set(db, tables);
  return tables;
}

async function readTables({ kysely }: Database): Promise<Columns> {
  const tables = await kysely.introspection.getTables();
  return new Map(
    tables
      .map(({ name, columns }) => [name, columns.map((column) => column.name)] as const)
      .filter(([, columns]) => columns.includes("brand_id"))
      .sort(),
  );
}

/** Every row of a brand, a line of JSON each, table by table. */
export async function rowsOfBrand(db: Database, brandId: string): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const table of (await tablesOfBrands(db)).keys()) {
    const { rows } = await sql`select * from ${sql.table(table)} where brand_id = ${brandId}`.execute(
      db.kysely,
    );
    found.set(table, rows.map((row) => JSON.stringify(row)).sort());
  }
  const own = await db.kysely.selectFrom("brands").selectAll().where("id", "=", brandId).execute();
  found.set(
    "brands",
    own.map((row) => JSON.stringify(row)),
  );
  return found;
}

/** A digest of every row of a brand: equal ones are rows that nothing was done to. */
export async function digestOfBrand(db: Database, brandId: string): Promise<string> {
  const hash = createHash("sha256");
  for (const [table, rows] of await rowsOfBrand(db, brandId)) hash.update(`${table}\n${rows.join("\n")}\n`);
  return hash.digest("hex");
}

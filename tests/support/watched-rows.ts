import { sql } from "kysely";
import type { Database } from "~db/connect";
import { tablesOfBrands } from "./brand-rows";

/** Where the database notes whose rows were touched; its column has another name than theirs, for it is no table of brands. */
const NOTED = "test_touched";

interface Watched {
  readonly table: string;
  /** The column that says whose a row is. */
  readonly owner: string;
}

/**
 * Has the database itself note each row that is put, changed or taken away, and whose it was: whatever statement did it,
 * and though the row is as it was afterwards. What happened since it was last asked for is told with the table, as "slots of town".
 */
export async function watchRows(db: Database): Promise<() => Promise<readonly string[]>> {
  const ofBrands = [...(await tablesOfBrands(db)).keys()].map((table) => ({ table, owner: "brand_id" }));
  const statements = db.dialect === "sqlite" ? onSqlite : onPostgres;
  await db.write(async (tx) => {
    const number = db.dialect === "sqlite" ? "integer primary key" : "bigserial primary key";
    await sql.raw(`create table ${NOTED} (seq ${number}, what text, whose text)`).execute(tx);
    for (const statement of statements([...ofBrands, { table: "brands", owner: "id" }]))
      await sql.raw(statement).execute(tx);
  });
  let told = 0;
  return async () => {
    const { rows } = await sql<{ seq: number | string; what: string; whose: string }>`
      select seq, what, whose from ${sql.table(NOTED)} where seq > ${told} order by seq`.execute(db.kysely);
    told = Number(rows.at(-1)?.seq ?? told);
    return [...new Set(rows.map(({ what, whose }) => `${what} of ${whose}`))].sort();
  };
}

/** An update may hand a row from one brand to another: both are noted. */
const ROWS = { insert: ["new"], update: ["old", "new"], delete: ["old"] } as const;
const HAPPENINGS = ["insert", "update", "delete"] as const;

const onSqlite = (all: readonly Watched[]): readonly string[] =>
  all.flatMap(({ table, owner }) =>
    HAPPENINGS.map((happening) => {
      const notes = ROWS[happening].map(
        (row) => `insert into ${NOTED} (what, whose) values ('${table}', ${row}.${owner});`,
      );
      return `create trigger test_${table}_${happening} after ${happening} on ${table} begin ${notes.join(" ")} end`;
    }),
  );

const onPostgres = (all: readonly Watched[]): readonly string[] => [
  `create function test_note() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then insert into ${NOTED} (what, whose) values (tg_table_name, to_jsonb(old) ->> tg_argv[0]); end if;
      if tg_op <> 'DELETE' then insert into ${NOTED} (what, whose) values (tg_table_name, to_jsonb(new) ->> tg_argv[0]); end if;
      return null;
    end $$`,
  all
    .map(
      ({ table, owner }) =>
        `create trigger test_note after insert or update or delete on ${table}
           for each row execute function test_note('${owner}')`,
    )
    .join(";"),
];

import { AsyncLocalStorage } from "node:async_hooks";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import {
  Kysely,
  PostgresAdapter,
  type RawBuilder,
  type SelectQueryBuilder,
  sql,
  type Transaction,
} from "kysely";
import { z } from "zod";
import { postgresDialect } from "./dialects/postgres";
import { sqliteDialect } from "./dialects/sqlite";
import { Turn } from "./dialects/turn";
import type { Tables } from "./schema";

/** What a query reads through: the database itself, or an open transaction. */
export type Reader = Kysely<Tables>;
/** An open transaction: what a query that writes asks for. */
export type Tx = Transaction<Tables>;
export type DialectName = "sqlite" | "postgres";

export interface Database {
  /** For reads, and for a single statement that stands alone. */
  readonly kysely: Kysely<Tables>;
  readonly dialect: DialectName;
  /**
   * One transaction that sees one state of the database and is kept whole or not at all. Its work may be run again
   * after a conflict with another writer, so it must do nothing but read and write through `tx`. Using `kysely`
   * inside it throws, for it would wait for itself.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when the database answers at all; rejects with its error when it does not. */
  answers(): Promise<void>;
  /**
   * Leaves nothing of what was deleted in SQLite's files. It overwrites what it deletes (`secure_delete`), but not where a row
   * stood before its page was full, so the file is written anew, and its log emptied, in a thread of its own: other writers
   * wait meanwhile, about a second for each 100 MB. False when it is to be asked again, as somebody read from the log for long.
   * PostgreSQL clears its pages by itself, and keeps its log as its operator has set it.
   */
  settle(): Promise<boolean>;
  close(): Promise<void>;
}

const DatabaseUrl = z.string().transform((url, context) => {
  if (url.startsWith("sqlite:")) {
    const path = url.slice("sqlite:".length).replace(/^\/\//, "");
    if (path !== "" && path !== ":memory:") return { dialect: "sqlite" as const, path: resolve(path) };
    context.addIssue("DATABASE_URL must name a file after sqlite:, as in sqlite:./data/onedoor.db");
    return z.NEVER;
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (URL.canParse(url)) return { dialect: "postgres" as const, url };
    context.addIssue("DATABASE_URL is not a postgres:// address that can be read");
    return z.NEVER;
  }
  context.addIssue("DATABASE_URL must start with sqlite: or postgres://");
  return z.NEVER;
});

/**
 * Opens what DATABASE_URL names. Throws an error with a plain message when the address is no use; with `create` false,
 * for a file that is not there too.
 */
export async function openDatabase(url: string, { create = true } = {}): Promise<Database> {
  const parsed = DatabaseUrl.safeParse(url);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join("; "));
  const where = parsed.data;
  if (!create && where.dialect === "sqlite" && !existsSync(where.path))
    throw new Error(`There is no database at ${where.path}: set DATABASE_URL, or load one first`);
  const inside = new AsyncLocalStorage<true>();
  const refuseInsideWrite = () => {
    if (inside.getStore()) throw new Error("Inside write, use the transaction that was handed in");
  };
  const { dialect, rewrite } =
    where.dialect === "sqlite"
      ? sqliteDialect(where.path, refuseInsideWrite)
      : { dialect: postgresDialect(where.url, refuseInsideWrite), rewrite: async () => true };
  const kysely = new Kysely<Tables>({ dialect });
  try {
    if (where.dialect === "sqlite") mkdirSync(dirname(where.path), { recursive: true });
    await answers(kysely);
  } catch (error) {
    await kysely.destroy();
    throw new Error(`The database that DATABASE_URL names cannot be opened: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  const transaction = <T>(on: Kysely<Tables>, work: (tx: Tx) => Promise<T>) =>
    on
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((tx) => inside.run(true, () => work(tx)));
  const line = new Turn();
  const settle = oneForAll(rewrite);
  return {
    kysely,
    dialect: where.dialect,
    write: (work) => {
      refuseInsideWrite();
      return retried(
        () => transaction(kysely, work),
        () =>
          line.while(() =>
            where.dialect === "sqlite"
              ? transaction(kysely, work)
              : kysely
                  .connection()
                  .execute((connection) => inLine(connection, () => transaction(connection, work))),
          ),
      );
    },
    answers: () => answers(kysely),
    settle,
    close: async () => {
      await settle.underWay();
      await kysely.destroy();
    },
  };
}

async function answers(kysely: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(kysely);
}

/** How often a transaction is begun anew. */
const ATTEMPTS = 20;

/**
 * Runs a transaction again when another writer was in its way. Who has lost once waits in line with the others that
 * have, so that many who want the same row do not go on getting in each other's way. A unique violation on PostgreSQL
 * may come from a row that the transaction could not see when it began, so it is given one more look.
 */
async function retried<T>(first: () => Promise<T>, again: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (attempt === 1 ? first() : again());
    } catch (error) {
      const code = errorCode(error);
      const conflict = code === "40001" || code === "40P01" || code.startsWith("SQLITE_BUSY");
      const oneMoreLook = code === "23505" && attempt === 1;
      if (!oneMoreLook && !(conflict && attempt < ATTEMPTS)) throw error;
    }
  }
}

/** Any number, so long as every process of ours locks the same one. */
const LINE = 0x0d00;

/** Runs work while no other process on PostgreSQL does so in line. The lock is had before the transaction begins. */
async function inLine<T>(connection: Kysely<Tables>, work: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_lock(${LINE})`.execute(connection);
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${LINE})`.execute(connection);
  }
}

/** Work of which one is done at a time. Whoever asks meanwhile is given the next, which sees what they did, together. */
function oneForAll<T>(work: () => Promise<T>): (() => Promise<T>) & { underWay(): Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  const ask = () => {
    next ??= last
      .catch(() => {})
      .then(() => {
        next = null;
        return work();
      });
    last = next;
    return next;
  };
  return Object.assign(ask, { underWay: () => last.catch(() => {}) });
}

/** Some errors of the network have a code and no message. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error && error.message) || errorCode(error) || String(error);

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/**
 * Lets rows of a brand's table be added and, once the given column is set, neither changed nor removed: only the end of
 * the brand itself takes them along.
 */
export async function appendOnly(kysely: Kysely<unknown>, table: string, sealedBy: string): Promise<void> {
  const refusal = `Rows of ${table} are kept as they were written`;
  if (kysely.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`create function ${sql.id(`${table}_refuse`)}() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and not exists (select 1 from brands where id = old.brand_id) then return old; end if;
        raise exception ${sql.lit(refusal)};
      end $$`.execute(kysely);
    await sql`create trigger ${sql.id(`${table}_kept`)} before update or delete on ${sql.table(table)} for each row
      when (old.${sql.id(sealedBy)} is not null) execute function ${sql.id(`${table}_refuse`)}()`.execute(
      kysely,
    );
    return;
  }
  await sql`create trigger ${sql.id(`${table}_kept`)} before update on ${sql.table(table)}
    when old.${sql.id(sealedBy)} is not null begin select raise(abort, ${sql.lit(refusal)}); end`.execute(
    kysely,
  );
  await sql`create trigger ${sql.id(`${table}_not_removed`)} before delete on ${sql.table(table)}
    when old.${sql.id(sealedBy)} is not null and exists (select 1 from brands where id = old.brand_id)
    begin select raise(abort, ${sql.lit(refusal)}); end`.execute(kysely);
}

/** The column type of a number that the database itself counts up; it is the table's primary key. */
export function countedKey(kysely: Kysely<unknown>): RawBuilder<unknown> {
  return kysely.getExecutor().adapter instanceof PostgresAdapter
    ? sql`bigint generated by default as identity primary key`
    : sql`integer primary key autoincrement`;
}

/** The column type of bytes that are no text. */
export const bytesColumn = (kysely: Kysely<unknown>): RawBuilder<unknown> =>
  kysely.getExecutor().adapter instanceof PostgresAdapter ? sql`bytea` : sql`blob`;

/** What a column of JSON says at a path, as text; null when there is nothing. */
export function textInJson(
  kysely: Kysely<unknown>,
  column: string,
  path: readonly string[],
): RawBuilder<unknown> {
  return kysely.getExecutor().adapter instanceof PostgresAdapter
    ? sql`${sql.ref(column)}::json #>> ${sql.lit(`{${path.join(",")}}`)}`
    : sql`json_extract(${sql.ref(column)}, ${sql.lit(`$.${path.join(".")}`)})`;
}

/**
 * Claims the rows that a job reads: several processes never work on the same one, and none waits for another. SQLite
 * has one writer at a time, so what a transaction reads there is its own already.
 */
export function skipLocked<DB, TB extends keyof DB, Row>(
  tx: Transaction<DB>,
  query: SelectQueryBuilder<DB, TB, Row>,
): SelectQueryBuilder<DB, TB, Row> {
  return tx.getExecutor().adapter instanceof PostgresAdapter ? query.forUpdate().skipLocked() : query;
}

import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import SqliteFile from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { CommitsTogether } from "./commits-together";
import { rewriteSqlite } from "./rewrite-sqlite";

/** How long a write waits for another process to finish its own, an import for example. */
const WAIT_FOR_WRITER_MS = 60_000;
/** How long SQLite may wait by itself, which stops the whole process meanwhile. */
const WAIT_IN_SQLITE_MS = 25;
/** Prepared statements kept for one connection. */
const STATEMENTS = 500;

/**
 * SQLite with two connections to one file: every transaction and every write goes through the one, in turn, and plain
 * reads go through the other, which write-ahead logging never makes wait. `onAcquire` may throw. `rewrite` writes the file anew.
 */
export function sqliteDialect(
  path: string,
  onAcquire: () => void,
): { readonly dialect: Dialect; readonly rewrite: () => Promise<boolean> } {
  const driver = new SqliteTwoConnections(path, onAcquire);
  const dialect: Dialect = {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => driver,
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return { dialect, rewrite: () => driver.rewrite() };
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class SqliteTwoConnections implements Driver {
  private open:
    | {
        readonly writer: Statements;
        readonly reader: Statements;
        readonly commits: CommitsTogether;
        readonly log: FileHandle;
      }
    | undefined;

  constructor(
    private readonly path: string,
    private readonly onAcquire: () => void,
  ) {}

  async init() {
    const file = openFile(this.path, false);
    try {
      const reader = new Statements(openFile(this.path, true));
      const writer = new Statements(file);
      const log = await openLog(this.path);
      const commits = new CommitsTogether({
        begin: () => whenFree(() => writer.run("begin immediate", [])),
        run: (sql) => writer.run(sql, []),
        isOpen: () => file.inTransaction,
        flush: () => log.datasync(),
      });
      this.open = { writer, reader, commits, log };
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Who writes in this process waits in its line meanwhile: it would ask in vain, and then empty the long log itself. */
  async rewrite(): Promise<boolean> {
    if (!this.open) throw new Error("The database is closed");
    return this.open.commits.alone(() => rewriteSqlite(this.path));
  }

  async acquireConnection() {
    this.onAcquire();
    if (!this.open) throw new Error("The database is closed");
    const { writer, reader, commits } = this.open;
    return new SqliteConnection(writer, reader, commits);
  }

  beginTransaction(connection: DatabaseConnection) {
    return own(connection).begin();
  }

  commitTransaction(connection: DatabaseConnection) {
    return own(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    own(connection).rollback();
  }

  async releaseConnection() {}

  async destroy() {
    const { open } = this;
    this.open = undefined;
    await open?.commits.alone(async () => {
      open.reader.file.close();
      open.writer.file.close();
      await open.log.close();
    });
  }
}

/** What may go along in a transaction with others; a `vacuum` for one may not. */
const CHANGES_ROWS = /^\s*(insert|update|delete)\b/i;

class SqliteConnection implements DatabaseConnection {
  private inTransaction = false;

  constructor(
    private readonly writer: Statements,
    private readonly reader: Statements,
    private readonly commits: CommitsTogether,
  ) {}

  /** Takes the write lock at once: a transaction that reads first and writes later could not be kept otherwise. */
  async begin() {
    await this.commits.begin();
    this.inTransaction = true;
  }

  /** Kysely follows a commit that fails with a rollback. */
  async commit() {
    const kept = this.commits.end();
    this.inTransaction = false;
    await kept;
  }

  rollback() {
    if (!this.inTransaction) return;
    this.inTransaction = false;
    this.commits.undo();
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.inTransaction) return this.writer.run<R>(sql, parameters);
    if (this.reader.get(sql).readonly) return this.reader.run<R>(sql, parameters);
    const write = () => this.writer.run<R>(sql, parameters);
    return CHANGES_ROWS.test(sql) ? this.commits.one(write) : this.commits.apart(() => whenFree(write));
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Reading a stream would keep the connection from everybody else: read in pages");
  }
}

function own(connection: DatabaseConnection): SqliteConnection {
  if (connection instanceof SqliteConnection) return connection;
  throw new Error("Not a connection of this driver");
}

/** An open file with the statements that were prepared on it. */
class Statements {
  private readonly prepared = new Map<string, SqliteFile.Statement>();

  constructor(readonly file: SqliteFile.Database) {}

  get(sql: string): SqliteFile.Statement {
    let statement = this.prepared.get(sql);
    if (!statement) {
      statement = this.file.prepare(sql);
      const [oldest] = this.prepared.keys();
      if (this.prepared.size >= STATEMENTS && oldest !== undefined) this.prepared.delete(oldest);
      this.prepared.set(sql, statement);
    }
    return statement;
  }

  run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const statement = this.get(sql);
    if (statement.reader) return { rows: statement.all(parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }
}

/** Tries again until no other process writes, while this one goes on with its other work. */
async function whenFree<T>(work: () => T): Promise<T> {
  const until = performance.now() + WAIT_FOR_WRITER_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      const busy = error instanceof SqliteFile.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!busy || performance.now() > until) throw error;
    }
    await new Promise((again) => setTimeout(again, 1 + Math.random() * 10));
  }
}

/**
 * The log that SQLite writes ahead, to wait for the disk with. SQLite only does so itself at `synchronous=FULL`, on the thread
 * that serves. Its name must be on the disk too before anything in it counts.
 */
async function openLog(path: string): Promise<FileHandle> {
  const log = await open(`${path}-wal`, "r+");
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return log;
}

function openFile(path: string, readonly: boolean): SqliteFile.Database {
  const file = new SqliteFile(path, { readonly, timeout: 10_000 });
  try {
    if (!readonly) file.pragma("journal_mode = WAL");
    // SQLite waits for the disk before it overwrites anything, and for a commit it is waited for elsewhere: see openLog.
    file.pragma("synchronous = NORMAL");
    file.pragma("foreign_keys = ON");
    file.pragma("secure_delete = ON");
    file.pragma("cache_size = -32000");
    file.pragma(`busy_timeout = ${readonly ? 5_000 : WAIT_IN_SQLITE_MS}`);
    if (file.pragma("synchronous", { simple: true }) !== 1)
      throw new Error("SQLite did not take synchronous=NORMAL");
    if (file.pragma("journal_mode", { simple: true }) !== "wal")
      throw new Error("SQLite cannot use write-ahead logging here");
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

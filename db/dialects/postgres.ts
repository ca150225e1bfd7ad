import { type Dialect, PostgresDialect, PostgresDriver } from "kysely";
import pg from "pg";

const CONNECTIONS = 10;
const INT8 = 20;
const NUMERIC = 1700;

/** Counts and averages come back as numbers, as they do from SQLite; no key of ours is beyond 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === INT8 || oid === NUMERIC
      ? Number
      : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

/** PostgreSQL through a bounded pool. `onAcquire` is called before a connection is lent, and may throw. */
export function postgresDialect(url: string, onAcquire: () => void): Dialect {
  const config = {
    pool: async () => {
      const pool = new pg.Pool({
        connectionString: url,
        max: CONNECTIONS,
        types,
        application_name: "onedoor",
        connectionTimeoutMillis: 30_000,
      });
      // A connection that breaks is replaced by the pool, and whoever was using it hears so from their query. Without
      // a listener on both, one that breaks at rest, or lent but between two queries, would end the process.
      pool.on("error", () => {});
      pool.on("connect", (client) => client.on("error", () => {}));
      return pool;
    },
  };
  class GuardedDriver extends PostgresDriver {
    override async acquireConnection() {
      onAcquire();
      return super.acquireConnection();
    }
  }
  class GuardedDialect extends PostgresDialect {
    override createDriver() {
      return new GuardedDriver(config);
    }
  }
  return new GuardedDialect(config);
}

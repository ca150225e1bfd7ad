import { sql } from "kysely";

/** "open" as SQL's own text: SQLite uses an index of the open rows for a query that says so, not for a bound value. */
export const OPEN = sql.lit("open" as const);

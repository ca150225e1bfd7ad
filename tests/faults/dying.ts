import type { KyselyPlugin } from "kysely";
import type { Database } from "~db/connect";

/**
 * A database whose process kills itself (kill -9) before the given step of a transaction. The steps are its queries,
 * then the commit, then telling the result; they are counted anew when the transaction is run again.
 */
export function dyingBefore(last: number, alive: Database): Database {
  let steps = 0;
  const next = () => {
    steps += 1;
    if (steps === last) process.kill(process.pid, "SIGKILL");
  };
  const everyQuery: KyselyPlugin = {
    transformQuery: ({ node }) => {
      next();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    ...alive,
    write: async (work) => {
      const done = await alive.write(async (tx) => {
        steps = 0;
        const worked = await work(tx.withPlugin(everyQuery));
        next();
        return worked;
      });
      next();
      return done;
    },
  };
}

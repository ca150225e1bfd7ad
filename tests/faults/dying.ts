import type { KyselyPlugin } from "kysely";
import type { Database } from "~db/connect";

/**
 * A database whose process kills itself (kill -9) before the given step. The steps are the queries of its transactions
 * and their commits, then telling the result. They are counted on through all of its transactions, and anew when one of
 * them is run again.
 */
export function dyingBefore(last: number, alive: Database): Database {
  let done = 0;
  let steps = 0;
  const next = () => {
    steps += 1;
    if (done + steps === last) process.kill(process.pid, "SIGKILL");
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
      const worked = await alive.write(async (tx) => {
        steps = 0;
        const result = await work(tx.withPlugin(everyQuery));
        next();
        return result;
      });
      next();
      done += steps;
      steps = 0;
      return worked;
    },
  };
}

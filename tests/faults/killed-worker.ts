import type { KyselyPlugin } from "kysely";
import { type Database, openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";
import { type Operation, operate } from "./operations";

/**
 * One operation in a process that kills itself (kill -9) before the given step: `DATABASE_URL BRAND NOW OPERATION STEP`.
 * The steps are the queries of its transactions and their commits, then telling the result. They are counted on through
 * all of its transactions, and anew when one of them is run again.
 */
const [url = "", brandId = "", now = "", operation = "", step = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const result = await operate(
  onedoorAt(now, dyingBefore(Number(step), db)),
  brandId,
  JSON.parse(operation) as Operation,
);
await db.close();
process.send?.(result);
process.disconnect();

function dyingBefore(last: number, alive: Database): Database {
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

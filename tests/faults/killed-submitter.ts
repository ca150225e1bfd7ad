import type { KyselyPlugin } from "kysely";
import { submitRequest } from "~/usecases/submit-request";
import { type Database, openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";

/**
 * One person who submits, in a process that kills itself (kill -9) before the given step of the transaction:
 * `DATABASE_URL BRAND NOW VISITOR DRAFT STEP`. Its steps are its queries, then the commit, then telling the result;
 * they are counted anew when the transaction is run again.
 */
const [url = "", brandId = "", now = "", visitor = "", draftId = "", step = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const result = await submitRequest(onedoorAt(now, dyingBefore(Number(step), db)), brandId, {
  visitor,
  draftId,
  accountId: null,
});
await db.close();
process.send?.(result);
process.disconnect();

function dyingBefore(last: number, alive: Database): Database {
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

import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";
import { dyingBefore } from "./dying";
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

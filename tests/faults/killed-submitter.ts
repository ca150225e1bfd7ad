import { submitRequest } from "~/usecases/submit-request";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";
import { dyingBefore } from "./dying";

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

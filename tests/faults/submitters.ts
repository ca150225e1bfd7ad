import { submitRequest } from "~/usecases/submit-request";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";

/**
 * Many people who submit at once, in one process: `DATABASE_URL BRAND NOW VISITOR`. Says "ready" when it has read the
 * directory, waits for the drafts, then says what became of each.
 */
const [url = "", brandId = "", now = "", visitor = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const onedoor = onedoorAt(now, db);
await onedoor.directories.current(brandId);

process.once("message", async (draftIds: string[]) => {
  const results = await Promise.all(
    draftIds.map((draftId) => submitRequest(onedoor, brandId, { visitor, draftId, accountId: null })),
  );
  process.send?.(results);
  await db.close();
  process.disconnect();
});
process.send?.("ready");

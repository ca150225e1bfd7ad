import { acceptFulfilment, type OnFulfilment } from "~/usecases/respond-to-fulfilment";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";

/**
 * One member of a partner's staff, in a process of their own: `DATABASE_URL BRAND NOW ORGANISATION NAME STARTS-AT`. Says
 * "ready", then accepts each fulfilment that it is told of with that time, and says what became of it. Ends when it is
 * told "enough".
 */
const [url = "", brandId = "", now = "", organisationId = "", name = "", startsAt = ""] =
  process.argv.slice(2);
const db = await openDatabase(url);
const onedoor = onedoorAt(now, db);
await onedoor.directories.current(brandId);
const actor = { kind: "partner" as const, organisationId, accountId: name, name };

process.on("message", async (heard: OnFulfilment | "enough") => {
  if (heard === "enough") {
    await db.close();
    process.disconnect();
    return;
  }
  process.send?.(await acceptFulfilment(onedoor, brandId, actor, { ...heard, startsAt }));
});
process.send?.("ready");

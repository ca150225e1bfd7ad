import { closeAskedTwice } from "~/usecases/asked-twice";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";

/** Two requests as they were seen, and which of them this process closes for the other. */
export interface Closing {
  readonly close: string;
  readonly keep: string;
  readonly seen: string;
}

/**
 * One of the front desk, in a process of their own: `DATABASE_URL BRAND NOW NAME`. Says "ready", then closes what it is
 * told of, and says what became of it. Ends when it is told "enough".
 */
const [url = "", brandId = "", now = "", name = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const onedoor = onedoorAt(now, db);
await onedoor.directories.current(brandId);
const actor = { kind: "desk" as const, accountId: name, name };

process.on("message", async (heard: Closing | "enough") => {
  if (heard === "enough") {
    await db.close();
    process.disconnect();
    return;
  }
  process.send?.(await closeAskedTwice(onedoor, brandId, actor, heard));
});
process.send?.("ready");

import { passProposals } from "~/usecases/pass-proposals";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";

/**
 * A server's clock, in a process of its own: `DATABASE_URL BRAND NOW`. Says "ready", then does what is due for proposals
 * each time that it is told "now", and says how many steps it took. Ends when it is told "enough".
 */
const [url = "", brandId = "", now = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const onedoor = onedoorAt(now, db);
await onedoor.directories.current(brandId);

process.on("message", async (heard: "now" | "enough") => {
  if (heard === "enough") {
    await db.close();
    process.disconnect();
    return;
  }
  process.send?.(await passProposals(onedoor, brandId));
});
process.send?.("ready");

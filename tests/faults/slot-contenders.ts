import { type Database, openDatabase } from "~db/connect";
import { blockSlot } from "~db/queries/diary";
import { takeSlot } from "~db/queries/slots";

/** One slot and those of this process who want it, or to block it: the latter are called "block" and something. */
export interface Contest {
  readonly slotId: string;
  readonly contenders: readonly string[];
}

/**
 * Many people after one slot, in one process, for one slot after another: `DATABASE_URL BRAND NOW CONNECTIONS`. Says
 * "ready" when it is connected; hears a contest, and says who got the slot. Ends when it is told "enough".
 */
const [url = "", brandId = "", now = "", connections = ""] = process.argv.slice(2);
const databases: Database[] = [];
while (databases.length < Number(connections)) databases.push(await openDatabase(url));

process.on("message", async (heard: Contest | "enough") => {
  if (heard === "enough") {
    for (const database of databases) await database.close();
    process.disconnect();
    return;
  }
  const outcomes = await Promise.all(
    heard.contenders.map(async (contender, number) => {
      const got = await databases[number % databases.length]?.write((tx) =>
        contender.startsWith("block")
          ? blockSlot(tx, brandId, { slotId: heard.slotId, why: contender }, now)
          : takeSlot(tx, brandId, heard.slotId, contender, null, now),
      );
      return got ? [contender] : [];
    }),
  );
  process.send?.(outcomes.flat());
});
process.send?.("ready");

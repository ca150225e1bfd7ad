import { openDatabase } from "~db/connect";
import { takeSlot } from "~db/queries/slots";

/**
 * Many people after one slot, in one process: `DATABASE_URL BRAND SLOT NOW NAME HOW-MANY`. Says "ready" when it is
 * connected, waits to be told to go, then says who got the slot.
 */
const [url = "", brandId = "", slotId = "", now = "", name = "", howMany = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const contenders = Array.from({ length: Number(howMany) }, (_, number) => `${name}-${number}`);

process.once("message", async () => {
  const outcomes = await Promise.all(
    contenders.map((contender) =>
      db
        .write((tx) => takeSlot(tx, brandId, slotId, contender, null, now))
        .then((got) => (got ? [contender] : [])),
    ),
  );
  process.send?.(outcomes.flat());
  await db.close();
  process.disconnect();
});
process.send?.("ready");

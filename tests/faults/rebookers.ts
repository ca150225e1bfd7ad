import { takeEarlier } from "~/usecases/earlier-list";
import { type Rebooking, rebook } from "~/usecases/rebook";
import { openDatabase } from "~db/connect";
import { onedoorAt } from "~tests/support/onedoor-process";
import { dyingBefore } from "./dying";

/** A time that somebody takes: one that was offered to them as an earlier one, or one that they found themselves. */
export interface Move extends Rebooking {
  readonly offered: boolean;
}

/**
 * People who take another time, in one process: `DATABASE_URL BRAND NOW STEP`. Says "ready" when it has read the
 * directory; hears what is to be rebooked at once, and says what became of each. Kills itself (kill -9) before the given
 * step of the transaction; at step 0 never. Ends when it is told "enough".
 */
const [url = "", brandId = "", now = "", step = ""] = process.argv.slice(2);
const db = await openDatabase(url);
const onedoor = onedoorAt(now, step === "0" ? db : dyingBefore(Number(step), db));
await onedoor.directories.current(brandId);
const patient = { kind: "patient" as const, name: "Rosa Marchetti" };

process.on("message", async (heard: Move[] | "enough") => {
  if (heard === "enough") {
    await db.close();
    process.disconnect();
    return;
  }
  process.send?.(
    await Promise.all(
      heard.map(({ offered, ...one }) => (offered ? takeEarlier : rebook)(onedoor, brandId, one, patient)),
    ),
  );
});
process.send?.("ready");

import { takeAtDesk } from "~/usecases/take-at-desk";
import { type Database, openDatabase } from "~db/connect";
import type { DeskWorkId } from "~db/queries/desk-takes";
import { onedoorAt } from "~tests/support/onedoor-process";

/** A piece of work, and those of this process who take it. */
export interface Taking {
  readonly work: DeskWorkId;
  readonly takers: readonly string[];
  /** Since when it was had by whom they take it from. */
  readonly over: string | null;
}

/**
 * Many of the front desk after one piece of work, in one process: `DATABASE_URL BRAND NOW CONNECTIONS`. Says "ready",
 * then hears who takes what, and says what became of each. Ends when it is told "enough".
 */
const [url = "", brandId = "", now = "", connections = ""] = process.argv.slice(2);
const databases: Database[] = [];
while (databases.length < Number(connections)) databases.push(await openDatabase(url));
const desks = databases.map((database) => onedoorAt(now, database));
for (const { directories } of desks) await directories.current(brandId);

process.on("message", async (heard: Taking | "enough") => {
  if (heard === "enough") {
    for (const database of databases) await database.close();
    process.disconnect();
    return;
  }
  const { work, takers, over } = heard;
  process.send?.(
    await Promise.all(
      takers.map(async (name, number) => {
        const actor = { kind: "desk" as const, accountId: name, name };
        const desk = desks[number % desks.length];
        return { name, result: desk && (await takeAtDesk(desk, brandId, actor, { ...work, over })) };
      }),
    ),
  );
});
process.send?.("ready");

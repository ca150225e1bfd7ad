import { once } from "node:events";
import { expect, test } from "vitest";
import { instant } from "~/domain/shared/time";
import type { Database } from "~db/connect";
import { moveBrandClock } from "~db/queries/brands";
import { runs } from "~tests/support/counts";
import { openFrontDoor, threePartners } from "~tests/support/front-door";
import { askedAlike } from "~tests/support/leaving";
import { startServer } from "~tests/support/server";
import { TOWN } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";

const REQUESTS = runs(60, 1_000);
/** By then everything that came due while no server ran has been seen to. */
const CAUGHT_UP_MS = 60_000;
/** Later than every partner's deadline. */
const DAYS_LATER = 30 * 86_400_000;

async function longAsleep(db: Database): Promise<void> {
  const door = await openFrontDoor(db, threePartners());
  await askedAlike(door, REQUESTS, { serviceId: "physiotherapy" });
  await db.write((tx) => moveBrandClock(tx, TOWN, DAYS_LATER));
}

const passedOn = async ({ kysely }: Database): Promise<number> => {
  const rows = await kysely
    .selectFrom("events")
    .select("seq")
    .where("type", "=", "fulfilment-unanswered")
    .execute();
  return rows.length;
};

test(
  `a server that is killed (-9) among ${REQUESTS} late requests has seen to all of them within 60 seconds of its restart`,
  async () => {
    const first = await startServer({ prepare: longAsleep });
    try {
      await expect.poll(() => passedOn(first.db), { interval: 5, timeout: CAUGHT_UP_MS }).toBeGreaterThan(0);
      const ended = once(first.process, "exit");
      first.process.kill("SIGKILL");
      expect(await ended).toEqual([null, "SIGKILL"]);
      const before = await passedOn(first.db);
      expect(before).toBeLessThan(REQUESTS);

      const second = await startServer({ after: first });
      try {
        await expect.poll(() => passedOn(second.db), { interval: 50, timeout: CAUGHT_UP_MS }).toBe(REQUESTS);
        await expect
          .poll(() => unsound(second.db, TOWN, instant(Date.now() + DAYS_LATER)), { timeout: CAUGHT_UP_MS })
          .toEqual([]);
      } finally {
        expect(await second.stop()).toBe(0);
      }
    } finally {
      await first.stop();
    }
  },
  4 * CAUGHT_UP_MS,
);

import { describe, expect, it } from "vitest";
import type { Instant } from "~/domain/shared/time";
import { completeFulfilment, failFulfilment, startFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment } from "~/usecases/respond-to-fulfilment";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  MONDAY_9AM,
  openFrontDoor,
  submitted,
  TOWN,
  worker,
} from "~tests/support/front-door";
import { readOverlay } from "./overlay";

const THURSDAY = "2026-11-26T14:00:00.000Z";
const days = (count: number): Instant => new Date(Date.parse(MONDAY_9AM) + count * 86_400_000).toISOString();

/** One piece of work done, and one that came to nothing, both at harbour. */
async function oneKeptOneBroken(door: FrontDoor): Promise<void> {
  const by = worker("harbour");
  for (const isDone of [true, false]) {
    await submitted(door);
    await acceptFulfilment(door.onedoor, TOWN, by, {
      ...(await firstWork(door, "harbour")),
      startsAt: THURSDAY,
    });
    await startFulfilment(door.onedoor, TOWN, by, await firstWork(door, "harbour"));
    const work = await firstWork(door, "harbour");
    if (isDone) await completeFulfilment(door.onedoor, TOWN, by, { ...work, code: "treated", outcome: "" });
    else await failFulfilment(door.onedoor, TOWN, by, { ...work, note: "Our roof fell in" });
  }
}

onEachDatabase((open) => {
  describe("the overlay of a partner's work", () => {
    it("counts what it was given and kept for the service, and for no other", async () => {
      const door = await openFrontDoor(await open());
      await oneKeptOneBroken(door);
      const overlay = await readOverlay(door.onedoor.db.kysely, TOWN, days(1));
      expect(overlay.get("physiotherapy-harbour")).toMatchObject({ given: 2, kept: { kept: 1, broken: 1 } });
      expect(overlay.get("physiotherapy-hill")).toBeUndefined();
      expect(overlay.get("eye-test-harbour")).toMatchObject({ given: 0, kept: null });
    });

    it("forgets requests after 28 days, promises after 91, and knows nothing of what is to come", async () => {
      const door = await openFrontDoor(await open());
      await oneKeptOneBroken(door);
      const at = async (now: Instant) =>
        (await readOverlay(door.onedoor.db.kysely, TOWN, now)).get("physiotherapy-harbour");
      expect(await at(days(28))).toMatchObject({ given: 2, kept: { kept: 1, broken: 1 } });
      expect(await at(days(29))).toMatchObject({ given: 0, kept: { kept: 1, broken: 1 } });
      expect(await at(days(92))).toBeUndefined();
      expect(await at(days(-1))).toBeUndefined();
    });

    it("counts a request that is still open as given, with no promise settled", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      const overlay = await readOverlay(door.onedoor.db.kysely, TOWN, days(1));
      expect(overlay.get("physiotherapy-harbour")).toMatchObject({ given: 1, kept: null });
      expect(await readOverlay(door.onedoor.db.kysely, "next-town", days(1))).toEqual(new Map());
    });
  });
});

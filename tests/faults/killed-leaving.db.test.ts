import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openDatabase } from "~db/connect";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, threePartners } from "~tests/support/front-door";
import { askedAlike, fulfilmentsIn, toldOfLeaving } from "~tests/support/leaving";
import { onedoorAt } from "~tests/support/onedoor-process";
import { type Program, programOf } from "~tests/support/processes";
import { TOWN } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { type Operation, operate } from "./operations";

const FULFILMENTS = runs(30, 1_000);
/** Every step in the long run; in the usual one, every few. */
const STRIDE = runs(4, 1);
const LEAVE: Operation = { verb: "leave", organisationId: "harbour" };

let worker: Program;
beforeAll(async () => {
  worker = await programOf("tests/faults/killed-worker.ts");
});
afterAll(() => worker.remove());

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(120_000, 1_800_000) });

  it("a partner that leaves keeps all of its work or none, whichever step is the last", async () => {
    const address = await newAddress();
    const db = await openDatabase(address);
    try {
      const door = await openFrontDoor(db, threePartners());
      await askedAlike(door, FULFILMENTS, { serviceId: "physiotherapy" });
      let kills = 0;
      for (let step = 1; ; step += STRIDE) {
        const run = worker.start(address, TOWN, MONDAY_9AM, JSON.stringify(LEAVE), String(step));
        const end = await run.ended;
        if (end === "SIGKILL") kills += 1;
        expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
        const told = await toldOfLeaving(door.onedoor);
        // Nobody's part has moved, or everybody's has, and each was told of it once.
        expect([0, FULFILMENTS]).toContain(told.length);
        expect(await fulfilmentsIn(db)).toBe(FULFILMENTS * (told.length === 0 ? 1 : 2));
        if (told.length > 0) break;
        expect(end).toBe("SIGKILL");
      }
      expect(kills).toBeGreaterThan(2);
      expect(await operate(onedoorAt(MONDAY_9AM, db), TOWN, LEAVE)).toBe("refused");
      expect(await toldOfLeaving(door.onedoor)).toHaveLength(FULFILMENTS);
    } finally {
      await db.close();
    }
  });
});

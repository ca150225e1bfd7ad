import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openDatabase } from "~db/connect";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { type Program, programOf } from "~tests/support/processes";

const TIMES = runs(3, 200);

let accepters: Program;
beforeAll(async () => {
  accepters = await programOf("tests/faults/accepters.ts");
});
afterAll(() => accepters.remove());

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(60_000, 300_000) });

  it("is taken on by one of two who accept it at once, in two processes; the other is told who has it", async () => {
    const address = await newAddress();
    const db = await openDatabase(address);
    try {
      const door = await openFrontDoor(db);
      const staff = [
        { name: "Priya Shah", startsAt: "2026-11-24T10:00:00.000Z" },
        { name: "Omar Haddad", startsAt: "2026-11-25T14:00:00.000Z" },
      ];
      const processes = staff.map(({ name, startsAt }) =>
        accepters.start(address, TOWN, MONDAY_9AM, "harbour", name, startsAt),
      );
      for (const run of processes) expect(await run.said()).toBe("ready");
      for (let time = 1; time <= TIMES; time += 1) {
        const reference = await submitted(door, { visitor: String(time).padStart(64, "0") });
        const fulfilmentId = (await standing(door, reference)).fulfilments[0]?.id;
        for (const run of processes) run.tell({ fulfilmentId, version: 1 });
        const said = await Promise.all(processes.map((run) => run.said()));

        const { fulfilments, events, asked } = await standing(door, reference);
        const accepted = events.filter(({ event }) => event.type === "fulfilment-accepted");
        expect([asked, accepted.length]).toEqual([["harbour accepted"], 1]);
        const by = accepted[0]?.actor;
        const winner = staff.find(({ name }) => by?.kind === "partner" && name === by.name);
        expect(fulfilments[0]?.appointment?.startsAt).toBe(winner?.startsAt);
        expect(said).toEqual(
          staff.map((one) => (one === winner ? { kind: "done" } : { kind: "changed", by: winner?.name })),
        );
      }
      for (const run of processes) run.tell("enough");
      expect(await Promise.all(processes.map((run) => run.ended))).toEqual([0, 0]);
    } finally {
      await db.close();
    }
  });
});

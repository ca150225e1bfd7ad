import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "~db/connect";
import { writeDirectory } from "~db/queries/directory";
import { makeSlots } from "~db/queries/slots";
import { onEachDatabase } from "~tests/support/databases";
import { type Program, programOf } from "~tests/support/processes";
import { offer, smallTown, TOWN } from "~tests/support/small-town";

const NOW = "2026-11-22T09:00:00.000Z";
const NINE = "physiotherapy-harbour.20261123T0900Z";
const PROCESSES = 4;
const CONTENDERS = 50;

let contenders: Program;
beforeAll(async () => {
  contenders = await programOf("tests/faults/slot-contenders.ts");
});
afterAll(() => contenders.remove());

onEachDatabase((_, { newAddress }) => {
  it("goes to one of 200 people, who ask at once from four processes", async () => {
    const address = await newAddress();
    const db = await openDatabase(address);
    try {
      await db.write(async (tx) => {
        await writeDirectory(tx, smallTown(), NOW);
        await makeSlots(tx, TOWN, offer("physiotherapy", "harbour"), NOW, 1, new Set());
      });
      const runs = Array.from({ length: PROCESSES }, (_, number) =>
        contenders.start(address, TOWN, NINE, NOW, `process-${number}`, String(CONTENDERS)),
      );
      for (const run of runs) expect(await run.said()).toBe("ready");
      for (const run of runs) run.tell("go");
      const winners = (await Promise.all(runs.map((run) => run.said()))).flat();
      expect(winners).toHaveLength(1);
      expect(await Promise.all(runs.map((run) => run.ended))).toEqual([0, 0, 0, 0]);

      const booked = await db.kysely
        .selectFrom("slots")
        .select(["id", "fulfilment_id"])
        .where("status", "=", "busy")
        .execute();
      expect(booked).toEqual([{ id: NINE, fulfilment_id: winners[0] }]);
    } finally {
      await db.close();
    }
  });
});

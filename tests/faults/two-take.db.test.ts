import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Take } from "~/domain/fulfilment/take";
import { openDatabase } from "~db/connect";
import { auditOf } from "~db/queries/audit";
import { readTake, writeTake } from "~db/queries/desk-takes";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { type Program, programOf } from "~tests/support/processes";
import type { Taking } from "./desk-takers";

const PROCESSES = ["one", "two", "three", "four"];
const EACH = 10;
const TIMES = runs(2, 50);
/** Of the processes' own clock; and a take that stands then. */
const NOW = "2026-11-23T10:00:00.000Z";
const BEFORE: Take = {
  accountId: "before",
  name: "Ruth Abara",
  since: "2026-11-23T09:50:00.000Z",
  until: "2026-11-23T10:20:00.000Z",
};

let takers: Program;
beforeAll(async () => {
  takers = await programOf("tests/faults/desk-takers.ts");
});
afterAll(() => takers.remove());

onEachDatabase((_, { newAddress, dialect }) => {
  vi.setConfig({ testTimeout: runs(60_000, 600_000) });

  it.each([
    { how: "that nobody has", before: null },
    { how: "that somebody else has", before: BEFORE },
  ])(
    "a piece of the desk's work $how, and forty take at once, is one's; the others are told whose",
    async ({ before }) => {
      const address = await newAddress();
      const db = await openDatabase(address);
      try {
        const door = await openFrontDoor(db);
        const connections = dialect === "postgres" ? EACH : 1;
        const processes = PROCESSES.map((name) => ({
          names: Array.from({ length: EACH }, (_each, number) => `${name} ${number}`),
          run: takers.start(address, TOWN, NOW, String(connections)),
        }));
        for (const { run } of processes) expect(await run.said()).toBe("ready");
        for (let time = 1; time <= TIMES; time += 1) {
          const reference = await submitted(door, { visitor: String(time).padStart(64, "0") });
          const { part, request } = await standing(door, reference);
          const work = { kind: "part" as const, itemId: part.id };
          if (before) await db.write((tx) => writeTake(tx, TOWN, work, before));
          const over = before?.since ?? null;
          for (const { run, names } of processes) run.tell({ work, takers: names, over } satisfies Taking);
          const said = (await Promise.all(processes.map(({ run }) => run.said()))).flat();
          const take = await readTake(db.kysely, TOWN, work);
          expect(take).toMatchObject({ since: NOW });
          const names = processes.flatMap((each) => each.names);
          expect(said).toEqual(
            names.map((name) => ({
              name,
              result: name === take?.name ? { kind: "done" } : { kind: "changed", by: take?.name },
            })),
          );
          const audited = (await auditOf(db.kysely, TOWN, request.id)).filter(
            ({ action }) => action === "taken",
          );
          expect(audited.map(({ actor, body }) => [JSON.parse(actor).name, JSON.parse(body).from])).toEqual([
            [take?.name, before?.name ?? null],
          ]);
        }
        for (const { run } of processes) run.tell("enough");
        expect(await Promise.all(processes.map(({ run }) => run.ended))).toEqual(PROCESSES.map(() => 0));
      } finally {
        await db.close();
      }
    },
  );
});

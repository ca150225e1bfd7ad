import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { seenOf } from "~/usecases/asked-twice";
import { cancelRequest } from "~/usecases/cancel-request";
import { openDatabase } from "~db/connect";
import { readPair } from "~db/queries/asked-twice";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { type Program, programOf } from "~tests/support/processes";
import { unsound } from "~tests/support/sound";
import type { Closing } from "./twice-closers";

const TIMES = runs(5, 100);
const DESK = ["Nadia Rashid", "Omar Haddad", "Ruth Abara", "Dot Lane"];

let closers: Program;
beforeAll(async () => {
  closers = await programOf("tests/faults/twice-closers.ts");
});
afterAll(() => closers.remove());

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(60_000, 600_000) });

  it("of two requests each closed for the other at once, in processes of their own, one is left open", async () => {
    const address = await newAddress();
    const db = await openDatabase(address);
    try {
      const door = await openFrontDoor(db);
      const processes = DESK.map((name) => closers.start(address, TOWN, MONDAY_9AM, name));
      for (const run of processes) expect(await run.said()).toBe("ready");
      for (let time = 1; time <= TIMES; time += 1) {
        const ask = (of: number) => submitted(door, { visitor: `${of}${time}`.padStart(64, "0") });
        const [one, other] = [await ask(1), await ask(2)];
        const pair = await readPair(db.kysely, TOWN, [one, other]);
        const seen = pair ? seenOf(pair) : "";
        for (const [number, run] of processes.entries()) {
          const [close, keep] = number % 2 === 0 ? [one, other] : [other, one];
          run.tell({ close, keep, seen } satisfies Closing);
        }
        const said = (await Promise.all(processes.map((run) => run.said()))) as { kind: string }[];
        expect(said.filter(({ kind }) => kind === "done")).toHaveLength(1);
        const both = [await standing(door, one), await standing(door, other)];
        expect(both.map(({ part }) => part.status).sort()).toEqual(["closed", "open"]);
        const left = both.find(({ part }) => part.status === "open")?.request.reference ?? "";
        const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
        await cancelRequest(door.onedoor, TOWN, { reference: left, note: "" }, rosa);
      }
      for (const run of processes) run.tell("enough");
      expect(await Promise.all(processes.map((run) => run.ended))).toEqual(DESK.map(() => 0));
      expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
    } finally {
      await db.close();
    }
  });
});

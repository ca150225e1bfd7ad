import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SubmitResult } from "~/usecases/submit-request";
import { openDatabase } from "~db/connect";
import { writeDirectory } from "~db/queries/directory";
import { makeSlots } from "~db/queries/slots";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, VISITOR } from "~tests/support/front-door";
import { type Program, programOf, type Run } from "~tests/support/processes";
import { offer, smallTown, TOWN } from "~tests/support/small-town";
import { alikeDrafts, eyeTests } from "./drafts";
import { notWhole } from "./whole";

/** Twice 200 whole requests on two busy cores. */
const PATIENCE_MS = 60_000;
const PROCESSES = ["one", "two", "three", "four"];
/** Each seed sends the same people in another order, through other processes. */
const SEEDS = Array.from({ length: runs(1, 10) }, (_seed, number) => number + 1);
const inOrderOf = (seed: number, drafts: readonly string[]): string[] =>
  fc.sample(fc.shuffledSubarray([...drafts], { minLength: drafts.length }), { seed, numRuns: 1 }).flat();

let contenders: Program;
let submitters: Program;
beforeAll(async () => {
  contenders = await programOf("tests/faults/slot-contenders.ts");
  submitters = await programOf("tests/faults/submitters.ts");
});
afterAll(async () => {
  await contenders.remove();
  await submitters.remove();
});

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: PATIENCE_MS });

  async function opened() {
    const address = await newAddress();
    return { address, db: await openDatabase(address) };
  }

  it("goes to one of 200 who take it at once, in four processes", async () => {
    const now = "2026-11-22T09:00:00.000Z";
    const nine = "physiotherapy-harbour.20261123T0900Z";
    const { address, db } = await opened();
    try {
      await db.write(async (tx) => {
        await writeDirectory(tx, smallTown(), now);
        await makeSlots(tx, TOWN, offer("physiotherapy", "harbour"), now, 1, new Set());
      });
      const runs = PROCESSES.map((name) => contenders.start(address, TOWN, nine, now, name, "50"));
      const winners = (await allAtOnce(runs, () => "go")).flat();
      expect(winners).toHaveLength(1);
      const booked = await db.kysely
        .selectFrom("slots")
        .select(["id", "fulfilment_id"])
        .where("status", "=", "busy")
        .execute();
      expect(booked).toEqual([{ id: nine, fulfilment_id: winners[0] }]);
    } finally {
      await db.close();
    }
  });

  describe.each(SEEDS)("200 people who submit at once, in four processes, in order %i", (seed) => {
    async function submitAll(address: string, drafts: readonly string[]): Promise<SubmitResult[]> {
      const runs = PROCESSES.map(() => submitters.start(address, TOWN, MONDAY_9AM, VISITOR));
      const said = await allAtOnce(runs, (number) =>
        drafts.filter((_draft, index) => index % PROCESSES.length === number),
      );
      return said.flat() as SubmitResult[];
    }

    it("have one booking of the last slot; who picked it is told so, who left it to us is routed on", async () => {
      const { address, db } = await opened();
      try {
        const door = await openFrontDoor(db, eyeTests(60, "10:00", "11:00"));
        const slot = "eye-test-harbour.20261123T1000Z";
        const picked = await alikeDrafts(door, 100, { choice: "eye-test-harbour", slot });
        const leftToUs = await alikeDrafts(door, 100, { choice: "best", slot: "soonest" });
        const results = await submitAll(address, inOrderOf(seed, [...picked, ...leftToUs]));

        const kinds = results.map((result) => result.kind);
        const organisations = await fulfilmentsBy(db);
        const submitted = kinds.filter((kind) => kind === "submitted").length;
        expect(organisations).toEqual({ harbour: 1, hill: submitted - 1 });
        expect([100, 101]).toContain(submitted);
        expect(kinds.filter((kind) => kind === "slot-taken")).toHaveLength(200 - submitted);
        expect(await notWhole(db, TOWN)).toEqual([]);
      } finally {
        await db.close();
      }
    });

    it("fill a diary of 36 times, once each, and the rest are routed on", async () => {
      const { address, db } = await opened();
      try {
        const door = await openFrontDoor(db, eyeTests(10, "10:00", "16:00"));
        const drafts = await alikeDrafts(door, 200, { choice: "best", slot: "soonest" });
        const results = await submitAll(address, inOrderOf(seed, drafts));
        expect(new Set(results.map((result) => result.kind))).toEqual(new Set(["submitted"]));
        expect(await fulfilmentsBy(db)).toEqual({ harbour: 36, hill: 164 });
        expect(await notWhole(db, TOWN)).toEqual([]);
      } finally {
        await db.close();
      }
    });
  });
});

/** Starts them together once each is ready, and hears what each has to say at the end. */
async function allAtOnce(
  runs: readonly Run[],
  goFor: (number: number) => string | readonly string[],
): Promise<unknown[]> {
  for (const run of runs) expect(await run.said()).toBe("ready");
  runs.forEach((run, number) => {
    run.tell(goFor(number));
  });
  const said = await Promise.all(runs.map((run) => run.said()));
  expect(await Promise.all(runs.map((run) => run.ended))).toEqual(runs.map(() => 0));
  return said;
}

async function fulfilmentsBy({ kysely }: Awaited<ReturnType<typeof openDatabase>>) {
  const rows = await kysely
    .selectFrom("fulfilments")
    .select(["organisation_id", ({ fn }) => fn.countAll<number>().as("fulfilments")])
    .groupBy("organisation_id")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.organisation_id, row.fulfilments]));
}

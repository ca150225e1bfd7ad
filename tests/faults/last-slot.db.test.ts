import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SubmitResult } from "~/usecases/submit-request";
import { type Database, openDatabase } from "~db/connect";
import { makeSlots } from "~db/queries/diary";
import { writeDirectory } from "~db/queries/directory";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, VISITOR } from "~tests/support/front-door";
import { type Program, programOf, type Run } from "~tests/support/processes";
import { offer, smallTown, TOWN } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { alikeDrafts, eyeTests } from "./drafts";
import type { Contest } from "./slot-contenders";

/** Twice 200 whole requests on two busy cores. */
const PATIENCE_MS = 60_000;
const PROCESSES = ["one", "two", "three", "four"];
const CLIENTS = 200;
const SUNDAY = "2026-11-22T09:00:00.000Z";
/** How many slots are fought for one after another, each by the same people in another order. */
const ORDERS = runs(3, 1_000);
/** Each seed sends the same people in another order, through other processes. */
const SEEDS = Array.from({ length: runs(1, 10) }, (_seed, number) => number + 1);
/** What is dealt out to one process. */
const shareOf = <T>(all: readonly T[], number: number): T[] =>
  all.filter((_one, index) => index % PROCESSES.length === number);
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

onEachDatabase((_, { newAddress, dialect }) => {
  vi.setConfig({ testTimeout: PATIENCE_MS });

  async function opened() {
    const address = await newAddress();
    return { address, db: await openDatabase(address) };
  }

  /** Has each slot fought for by everybody, in four processes, in another order; and says who got which. */
  async function fought(
    { address, db }: Awaited<ReturnType<typeof opened>>,
    called: (slotId: string, number: number) => string,
  ): Promise<ReadonlyMap<string, unknown>> {
    const slots = await diaryOf(db, SUNDAY);
    // A process of ours has one connection that writes to SQLite, and one for each transaction to PostgreSQL.
    const connections = dialect === "postgres" ? CLIENTS / PROCESSES.length : 1;
    const processes = PROCESSES.map(() => contenders.start(address, TOWN, SUNDAY, String(connections)));
    for (const run of processes) expect(await run.said()).toBe("ready");
    const winners = new Map<string, unknown>();
    for (const [seed, slotId] of slots.slice(0, ORDERS).entries()) {
      const names = Array.from({ length: CLIENTS }, (_client, number) => called(slotId, number));
      const order = inOrderOf(seed, names);
      for (const [number, run] of processes.entries())
        run.tell({ slotId, contenders: shareOf(order, number) } satisfies Contest);
      const got = (await Promise.all(processes.map((run) => run.said()))).flat();
      expect(got, `order ${seed}`).toHaveLength(1);
      winners.set(slotId, got[0]);
    }
    for (const run of processes) run.tell("enough");
    expect(await Promise.all(processes.map((run) => run.ended))).toEqual(PROCESSES.map(() => 0));
    return winners;
  }

  it(
    `goes to one of ${CLIENTS} who take it at once, in four processes, in each of ${ORDERS} orders`,
    async () => {
      const at = await opened();
      try {
        const winners = await fought(at, (slotId, number) => `${slotId} for client ${number}`);
        const booked = await at.db.kysely
          .selectFrom("slots")
          .select(["id", "fulfilment_id"])
          .where("status", "=", "busy")
          .execute();
        expect(booked).toHaveLength(ORDERS);
        expect(new Map(booked.map((slot) => [slot.id, slot.fulfilment_id]))).toEqual(winners);
      } finally {
        await at.db.close();
      }
    },
    runs(PATIENCE_MS, 45 * PATIENCE_MS),
  );

  it(
    `goes to one of ${CLIENTS}, half of whom take it and half block it, in each of ${ORDERS} orders`,
    async () => {
      const at = await opened();
      try {
        const winners = await fought(at, (slotId, number) =>
          number % 2 === 0 ? `${slotId} for client ${number}` : `block ${number}`,
        );
        const gone = await at.db.kysely
          .selectFrom("slots")
          .select(["id", "fulfilment_id", "blocked_why"])
          .where((eb) => eb.or([eb("status", "=", "busy"), eb("blocked_why", "is not", null)]))
          .execute();
        expect(new Map(gone.map((slot) => [slot.id, slot.fulfilment_id ?? slot.blocked_why]))).toEqual(
          winners,
        );
        expect(gone.filter((slot) => slot.fulfilment_id !== null && slot.blocked_why !== null)).toEqual([]);
      } finally {
        await at.db.close();
      }
    },
    runs(PATIENCE_MS, 45 * PATIENCE_MS),
  );

  /** Six weeks of ten minutes each, all of them free. */
  async function diaryOf(db: Database, now: string): Promise<string[]> {
    const sessions = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday: weekday as 1 | 2 | 3 | 4 | 5,
      opens: "09:00",
      closes: "17:00",
    }));
    const diary = offer("physiotherapy", "harbour", { slots: { minutes: 10, sessions } });
    await db.write(async (tx) => {
      await writeDirectory(tx, smallTown(), now);
      await makeSlots(tx, TOWN, diary, now, 6, new Set());
    });
    const slots = await db.kysely.selectFrom("slots").select("id").orderBy("id").execute();
    return slots.map(({ id }) => id);
  }

  describe.each(SEEDS)("200 people who submit at once, in four processes, in order %i", (seed) => {
    async function submitAll(address: string, drafts: readonly string[]): Promise<SubmitResult[]> {
      const runs = PROCESSES.map(() => submitters.start(address, TOWN, MONDAY_9AM, VISITOR));
      const said = await allAtOnce(runs, (number) => shareOf(drafts, number));
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
        expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
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
        expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
      } finally {
        await db.close();
      }
    });
  });
});

/** Starts them together once each is ready, and hears what each has to say at the end. */
async function allAtOnce(
  runs: readonly Run[],
  goFor: (number: number) => readonly string[],
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

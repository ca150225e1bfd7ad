import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { CommandResult } from "~/usecases/apply-command";
import { cancelRequest } from "~/usecases/cancel-request";
import { joinEarlierList } from "~/usecases/earlier-list";
import { openDatabase } from "~db/connect";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
} from "~tests/support/front-door";
import { type Program, programOf, type Run } from "~tests/support/processes";
import { offer } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import type { Move } from "./rebookers";

const PROCESSES = 4;
const ROUNDS = runs(2, 40);
/** How many rebookings die at the same time, each in a process and at a step of its own. */
const AT_ONCE = 4;
/** Every step in the long run; in the usual one, every few. */
const STRIDE = runs(3, 1);
/** More steps than a rebooking has. */
const STEPS = 40;

let rebookers: Program;
beforeAll(async () => {
  rebookers = await programOf("tests/faults/rebookers.ts");
});
afterAll(() => rebookers.remove());

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const diary = { minutes: 10, sessions: [{ weekday: 1 as const, opens: "10:00", closes: "23:50" }] };
const eyeTests = threePartners({
  offers: [offer("eye-test", "harbour", { slots: diary }), offer("eye-test", "hill", { slots: diary })],
});
const timeOf = (number: number): string => `${String(10 + Math.floor(number / 6))}${number % 6}0`;
const slotOf = (partner: string, number: number): string => `eye-test-${partner}.20261123T${timeOf(number)}Z`;

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(300_000, 600_000) });

  async function opened(howMany: number) {
    const address = await newAddress();
    const db = await openDatabase(address);
    const door = await openFrontDoor(db, eyeTests);
    const references: string[] = [];
    for (let number = 0; number < howMany; number += 1) {
      const visitor = String(number).padStart(64, "0");
      const slot = slotOf("harbour", number);
      references.push(
        await submitted(door, { serviceId: "eye-test", choice: "eye-test-harbour", slot, visitor }),
      );
    }
    return { address, db, door, references };
  }

  async function onto(door: FrontDoor, reference: string, slotId: string, offered = false): Promise<Move> {
    const held = (await standing(door, reference)).fulfilments.at(-1);
    return { reference, fulfilmentId: held?.id ?? "", version: held?.version ?? 0, slotId, offered };
  }

  /** All of these moves at once, dealt out to the processes; what became of each. */
  async function atOnce(processes: readonly Run[], moves: readonly Move[]): Promise<CommandResult[]> {
    for (const [number, run] of processes.entries())
      run.tell(moves.filter((_move, index) => index % PROCESSES === number));
    const said = (await Promise.all(processes.map((run) => run.said()))) as CommandResult[][];
    return moves.map((_move, index) => said[index % PROCESSES]?.[Math.floor(index / PROCESSES)] ?? fail());
  }

  const placeOf = async (door: FrontDoor, reference: string) => {
    const { fulfilments, asked } = await standing(door, reference);
    expect(asked.at(-1)).toMatch(/accepted$/);
    return fulfilments.at(-1)?.appointment?.slotId;
  };

  it("of many onto one place, in four processes, is one's; each of the others keeps the place they had", async () => {
    const { address, db, door, references } = await opened(8);
    try {
      const processes = Array.from({ length: PROCESSES }, () =>
        rebookers.start(address, TOWN, MONDAY_9AM, "0"),
      );
      for (const run of processes) expect(await run.said()).toBe("ready");
      for (let round = 0; round < ROUNDS; round += 1) {
        // Now a time of the partner that they are with, now one of another's.
        const wanted = slotOf(round % 2 === 0 ? "harbour" : "hill", 10 + round);
        const before = await Promise.all(references.map((reference) => placeOf(door, reference)));
        const moves = await Promise.all(references.map((reference) => onto(door, reference, wanted)));
        const results = await atOnce(processes, moves);
        const winner = results.findIndex((result) => result?.kind === "done");
        expect(results.map((result) => result?.kind)).toEqual(
          results.map((_result, index) => (index === winner ? "done" : "refused")),
        );
        const after = await Promise.all(references.map((reference) => placeOf(door, reference)));
        expect(after).toEqual(before.map((place, index) => (index === winner ? wanted : place)));
        expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
      }
      for (const run of processes) run.tell("enough");
      expect(await Promise.all(processes.map((run) => run.ended))).toEqual(processes.map(() => 0));
    } finally {
      await db.close();
    }
  });

  it("of five onto one time that was offered to all of them is one's; the others are told that it went", async () => {
    const { address, db, door, references } = await opened(6);
    try {
      const [first = "", ...waiting] = references;
      for (const reference of waiting) {
        const fulfilmentId = (await standing(door, reference)).fulfilments.at(-1)?.id ?? "";
        const wish = { reference, fulfilmentId, partsOfDay: [] };
        expect(await joinEarlierList(door.onedoor, TOWN, wish, rosa)).toEqual({ kind: "done" });
      }
      const processes = Array.from({ length: PROCESSES }, () =>
        rebookers.start(address, TOWN, MONDAY_9AM, "0"),
      );
      for (const run of processes) expect(await run.said()).toBe("ready");
      const wanted = slotOf("harbour", 0);
      expect(await cancelRequest(door.onedoor, TOWN, { reference: first, note: "" }, rosa)).toEqual({
        kind: "done",
      });
      const before = await Promise.all(waiting.map((reference) => placeOf(door, reference)));
      const moves = await Promise.all(waiting.map((reference) => onto(door, reference, wanted, true)));
      const results = await atOnce(processes, moves);
      const winner = results.findIndex(({ kind }) => kind === "done");
      expect(results).toEqual(
        results.map((_result, index) =>
          index === winner
            ? { kind: "done" }
            : { kind: "refused", reasons: [expect.stringMatching("has gone")] },
        ),
      );
      const after = await Promise.all(waiting.map((reference) => placeOf(door, reference)));
      expect(after).toEqual(before.map((place, index) => (index === winner ? wanted : place)));
      expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
      for (const run of processes) run.tell("enough");
      expect(await Promise.all(processes.map((run) => run.ended))).toEqual(processes.map(() => 0));
    } finally {
      await db.close();
    }
  });

  it.each(["harbour", "hill"])(
    "that is killed at any step onto a time at the %s leaves the old place or the new one, never none and never both",
    async (partner) => {
      const { address, db, door, references } = await opened(STEPS);
      await db.close();
      const moved: boolean[] = [];
      let survived = false;
      for (let first = 1; !survived; first += AT_ONCE * STRIDE) {
        const steps = Array.from({ length: AT_ONCE }, (_step, number) => first + number * STRIDE);
        const reopened = await openDatabase(address);
        const again: FrontDoor = { ...door, onedoor: { ...door.onedoor, db: reopened } };
        try {
          const moves = await Promise.all(
            steps.map((step) => onto(again, referenceOf(step), slotOf(partner, STEPS + step - 1))),
          );
          const ends = await Promise.all(steps.map((step, number) => dieAt(address, step, moves[number])));
          survived = ends.some((end) => end === 0);
          expect(await unsound(reopened, TOWN, MONDAY_9AM)).toEqual([]);
          for (const [number, step] of steps.entries()) {
            const place = await placeOf(again, referenceOf(step));
            expect([slotOf("harbour", step - 1), slotOf(partner, STEPS + step - 1)]).toContain(place);
            if (ends[number] === "SIGKILL") moved.push(place === slotOf(partner, STEPS + step - 1));
          }
        } finally {
          await reopened.close();
        }
      }
      // The old place before the commit, each of them; the new one after it, when only the telling was left.
      expect(moved.length).toBeGreaterThan(runs(3, 9));
      expect(moved[0]).toBe(false);
      expect([...moved].sort()).toEqual(moved);

      function referenceOf(step: number): string {
        const reference = references[step - 1];
        if (!reference) throw new Error(`A rebooking has more than ${STEPS} steps`);
        return reference;
      }
    },
  );

  async function dieAt(address: string, step: number, move: Move | undefined) {
    const run = rebookers.start(address, TOWN, MONDAY_9AM, String(step));
    expect(await run.said()).toBe("ready");
    run.tell([move ?? {}]);
    const said = await run.said().catch(() => null);
    if (said !== null) {
      expect(said).toEqual([{ kind: "done" }]);
      run.tell("enough");
    }
    return run.ended;
  }
});

function fail(): never {
  throw new Error("A process answered for fewer than it was told");
}

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runDueWork } from "~/jobs/due-work";
import { sealAudit, verifyAudit } from "~/usecases/audit";
import { openDatabase } from "~db/connect";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, MONDAY_9AM, openFrontDoor, standing } from "~tests/support/front-door";
import { onedoorAt } from "~tests/support/onedoor-process";
import { type Program, programOf } from "~tests/support/processes";
import {
  location,
  offer,
  organisation,
  partnership,
  service,
  smallTown,
  TOWN,
} from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { alikeDrafts } from "./drafts";
import { type Operation, operate } from "./operations";

/** How many processes die at the same time, each at a step of its own. */
const AT_ONCE = 4;
/** Every step of an operation in the long run; in the usual one, every few. */
const STRIDE = runs(9, 1);
/** More steps than any operation has. */
const MOST_STEPS = 120;
/** How often the whole is done, on each database: in the long run more than 500 processes die on each. */
const ROUNDS = runs(1, 6);
const KILLS = runs(12, 500);
/** Later than every deadline of the first day. */
const LATE = "2026-11-26T17:00:01.000Z";

/** Three partners who each give a time themselves. */
const PARTNERS = ["harbour", "hill", "mead"];
const town = smallTown({
  organisations: PARTNERS.map((id) => organisation(id)),
  partnerships: PARTNERS.map((id) => partnership(id)),
  locations: PARTNERS.map((id) => location(id)),
  services: [service("eye-test", { name: "Eye test" })],
  offers: PARTNERS.map((id) => offer("eye-test", id, { booking: "partner", slots: null })),
});

let worker: Program;
beforeAll(async () => {
  worker = await programOf("tests/faults/killed-worker.ts");
});
afterAll(() => worker.remove());

/** An operation that nobody did yet, made ready: a request of its own for each, so that many can die at once. */
type Ready = (door: FrontDoor, draftId: string, number: number) => Promise<Operation>;

async function asked(door: FrontDoor, draftId: string): Promise<string> {
  await operate(door.onedoor, TOWN, { verb: "submit", draftId });
  const row = await door.onedoor.db.kysely
    .selectFrom("requests")
    .select("reference")
    .where("draft_id", "=", draftId)
    .executeTakeFirstOrThrow();
  return row.reference;
}

const onWork =
  (verb: "accept" | "decline"): Ready =>
  async (door, draftId, number) => {
    const { fulfilments } = await standing(door, await asked(door, draftId));
    const { id, version, organisationId } = fulfilments[0] ?? fail();
    const on = { fulfilmentId: id, version, organisationId, key: `${verb}-key-${number}` };
    return verb === "accept"
      ? { verb, startsAt: "2026-11-30T10:00:00.000Z", ...on }
      : { verb, reason: "22", ...on };
  };

const OPERATIONS: Readonly<Record<string, { readonly now: string; readonly ready: Ready }>> = {
  submit: { now: MONDAY_9AM, ready: async (_, draftId) => ({ verb: "submit", draftId }) },
  accept: { now: MONDAY_9AM, ready: onWork("accept") },
  decline: { now: MONDAY_9AM, ready: onWork("decline") },
  reroute: {
    now: MONDAY_9AM,
    async ready(door, draftId, number) {
      const reference = await asked(door, draftId);
      const { fulfilments } = await standing(door, reference);
      const { id, version, organisationId } = fulfilments[0] ?? fail();
      const key = `other-care-${number}`;
      const on = { fulfilmentId: id, version, organisationId, key };
      await operate(door.onedoor, TOWN, { verb: "decline", reason: "23", ...on });
      const { part } = await standing(door, reference);
      return {
        verb: "reroute",
        partId: part.id,
        version: part.version,
        offerId: "eye-test-mead",
        key: `reroute-key-${number}`,
      };
    },
  },
  cancel: {
    now: MONDAY_9AM,
    ready: async (door, draftId, number) => ({
      verb: "cancel",
      reference: await asked(door, draftId),
      key: `cancel-key-${number}`,
    }),
  },
  "the clock's work": {
    now: LATE,
    async ready(door, draftId) {
      await asked(door, draftId);
      return { verb: "due" };
    },
  },
};

function fail(): never {
  throw new Error("Nobody was asked");
}

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(120_000, 1_800_000) });

  let killed = 0;
  const rounds = Array.from({ length: ROUNDS }, (_round, number) => number + 1);
  const each = Object.entries(OPERATIONS).flatMap(([name, operation]) =>
    rounds.map((round) => ({ name, round, ...operation })),
  );

  describe.each(each)("$name, killed at any step, round $round", ({ name, now, ready }) => {
    it("is whole or absent; done again it is done once, and the clock catches up", async () => {
      const address = await newAddress();
      const before = await openDatabase(address);
      const door = await openFrontDoor(before, town);
      const drafts = await alikeDrafts(door, MOST_STEPS, { choice: "eye-test-hill" });
      // The clock forgets what nobody finished within a day: these are for later than that.
      await before.kysely.updateTable("drafts").set({ expires_at: "2027-01-01T00:00:00.000Z" }).execute();

      let kills = 0;
      let survived = false;
      for (let first = 1; !survived; first += AT_ONCE * STRIDE) {
        const steps = Array.from({ length: AT_ONCE }, (_step, number) => first + number * STRIDE);
        const operations: Operation[] = [];
        for (const step of steps) operations.push(await ready(door, drafts[step - 1] ?? fail(), step));
        const ends = await Promise.all(
          operations.map(async (operation, index) => {
            const run = worker.start(address, TOWN, now, JSON.stringify(operation), String(steps[index]));
            return run.ended;
          }),
        );
        kills += ends.filter((end) => end === "SIGKILL").length;
        survived = ends.some((end) => end === 0);
        expect(ends.filter((end) => end !== "SIGKILL" && end !== 0)).toEqual([]);

        // What a killed process left is sound as it stands; then everything is done again.
        if (now === MONDAY_9AM) expect(await unsound(before, TOWN, MONDAY_9AM)).toEqual([]);
        for (const operation of operations) {
          const outcome = await operate(onedoorAt(now, before), TOWN, operation);
          expect(["done", "submitted"], `${name}: ${outcome}`).toContain(outcome);
        }
        expect(await unsound(before, TOWN, now)).toEqual([]);
      }
      expect(kills).toBeGreaterThanOrEqual(runs(2, 12));
      killed += kills;

      await runDueWork(onedoorAt(LATE, before));
      expect(await unsound(before, TOWN, LATE)).toEqual([]);
      await sealAudit(door.onedoor);
      expect((await verifyAudit(door.onedoor, TOWN)).faults).toEqual([]);
      await before.close();
    });
  });

  it(`at least ${KILLS} processes were killed`, () => expect(killed).toBeGreaterThanOrEqual(KILLS));
});

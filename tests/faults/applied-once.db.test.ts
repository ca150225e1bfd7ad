import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Matter } from "~/domain/governance/matter";
import { openDatabase } from "~db/connect";
import { auditOf } from "~db/queries/audit";
import { readProposal } from "~db/queries/proposals";
import { proposed, seatBoard, vote } from "~tests/support/board";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { type Program, programOf } from "~tests/support/processes";
import { unsound } from "~tests/support/sound";

const TIMES = runs(5, 100);
const SERVERS = [1, 2, 3, 4];
/** Voting closes on Thursday at 5: every server looks just then. */
const CLOSES = "2026-11-26T17:00:00.000Z";

let clocks: Program;
beforeAll(async () => {
  clocks = await programOf("tests/faults/clocks.ts");
});
afterAll(() => clocks.remove());

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(60_000, 600_000) });

  it("what four servers find to be passed at once is counted, and carried out, once", async () => {
    const address = await newAddress();
    const db = await openDatabase(address);
    try {
      const door = await openFrontDoor(db);
      await seatBoard(db, ["harbour", "hill", "mead"], MONDAY_9AM);
      const servers = SERVERS.map(() => clocks.start(address, TOWN, CLOSES));
      for (const run of servers) expect(await run.said()).toBe("ready");
      for (let time = 1; time <= TIMES; time += 1) {
        const reference = await submitted(door, { visitor: String(time).padStart(64, "0") });
        // By turns it is suspended and comes back: each can be carried out once only.
        const matter: Matter =
          time % 2 === 1
            ? { kind: "suspend", organisationId: "mead", openWork: "reroute" }
            : { kind: "resume", organisationId: "mead" };
        const ids = [
          await proposed(door.onedoor, matter),
          await proposed(door.onedoor, {
            kind: "policy",
            points: { wait: time },
            answerWithin: {},
            promiseWithin: {},
          }),
        ];
        for (const id of ids)
          for (const member of ["harbour", "hill"])
            expect((await vote(door.onedoor, id, member, "for")).kind).toBe("done");
        for (const run of servers) run.tell("now");
        const steps = (await Promise.all(servers.map((run) => run.said()))) as number[];
        expect(Math.max(...steps)).toBeGreaterThan(0);
        for (const id of ids) {
          expect((await readProposal(db.kysely, TOWN, id))?.state).toBe("applied");
          const trail = (await auditOf(db.kysely, TOWN, id)).map(({ action }) => action);
          expect(trail.filter((action) => action === "voting-closed")).toHaveLength(1);
          expect(trail.filter((action) => action === "decision-applied")).toHaveLength(1);
        }
        expect((await standing(door, reference)).part.status).toBe("open");
      }
      const changes = (await auditOf(db.kysely, TOWN, "mead")).filter(({ action }) =>
        ["suspend", "resume"].includes(action),
      );
      expect(changes).toHaveLength(TIMES);
      const policies = (await auditOf(db.kysely, TOWN, TOWN)).filter(({ action }) => action === "policy-set");
      expect(policies).toHaveLength(TIMES);
      for (const run of servers) run.tell("enough");
      expect(await Promise.all(servers.map((run) => run.ended))).toEqual(SERVERS.map(() => 0));
      expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
    } finally {
      await db.close();
    }
  });
});

import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openDatabase } from "~db/connect";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, submitted, TOWN } from "~tests/support/front-door";
import { type Program, programOf, type Run } from "~tests/support/processes";
import { unsound } from "~tests/support/sound";

const TIMES = runs(1, 20);
const MESSAGES = 45;
/** Later than any claim that was made at nine. */
const AFTER_CLAIMS = "2026-11-23T09:03:00.000Z";

let senders: Program;
beforeAll(async () => {
  senders = await programOf("tests/faults/senders.ts");
});
afterAll(() => senders.remove());

interface Handed {
  readonly reference: string;
  readonly words: string;
}

/** All that a process said that the provider has, up to its end. */
async function handedBy(run: Run): Promise<Handed[]> {
  const all: Handed[] = [];
  for (;;) {
    const said = await run.said().catch(() => "dead");
    if (said === "done" || said === "dead") return all;
    all.push(said as Handed);
  }
}

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(120_000, 600_000) });

  it("sends each message once from several processes; what one had when it was killed is sent again under the same reference, and nothing is lost", async () => {
    for (let time = 1; time <= TIMES; time += 1) {
      const address = await newAddress();
      const db = await openDatabase(address);
      const door = await openFrontDoor(db);
      for (let number = 0; number < MESSAGES; number += 1)
        await submitted(door, {
          visitor: String(number).padStart(64, "0"),
          contact: { phone: `07700 900${100 + number}` },
        });
      const dying = [3 + time, 0, 0];
      const processes = dying.map((diesAt) => senders.start(address, TOWN, MONDAY_9AM, String(diesAt)));
      for (const run of processes) expect(await run.said()).toBe("ready");
      // The others begin once the one that dies has begun.
      const [dead, ...others] = processes;
      dead?.tell("go");
      const begun = (await dead?.said()) as Handed;
      for (const run of others) run.tell("go");
      const handed = [[begun], ...(await Promise.all(processes.map(handedBy)))];
      expect(await dead?.ended).toBe("SIGKILL");
      const first = handed.flat();
      // While every claim holds, nobody sends what another has.
      expect(new Set(first.map(({ reference }) => reference)).size).toBe(first.length);
      const left = await db.kysely
        .selectFrom("messages")
        .select("id")
        .where("status", "=", "sending")
        .execute();
      expect(left.length).toBeGreaterThan(0);

      const next = senders.start(address, TOWN, AFTER_CLAIMS, "0");
      expect(await next.said()).toBe("ready");
      next.tell("go");
      const second = await handedBy(next);
      expect(await next.ended).toBe(0);
      expect(second).toHaveLength(left.length);

      const all = [...first, ...second];
      expect(new Set(all.map(({ reference }) => reference)).size).toBe(MESSAGES);
      expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(MESSAGES);
      const stands = await db.kysely
        .selectFrom("messages")
        .select("status")
        .where("recipient", "=", "patient")
        .execute();
      expect(stands.filter(({ status }) => status === "sent")).toHaveLength(MESSAGES);
      expect(await unsound(db, TOWN, AFTER_CLAIMS)).toEqual([]);
      await db.close();
    }
  });
});

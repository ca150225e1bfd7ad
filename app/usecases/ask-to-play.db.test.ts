import { expect, it } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import type { ScenarioRun } from "~/domain/simulation/run";
import { type Database, openDatabase } from "~db/connect";
import { readRun, stopRun, updateRun } from "~db/queries/scenarios";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, TOWN } from "~tests/support/front-door";
import { SAMPLE, sampleScenario } from "~tests/support/sample-scenario";
import { askToPlay } from "./ask-to-play";

const TIMES = 10;
const EACH = 5;
const after = (ms: number) => instant(milliseconds(MONDAY_9AM) + ms);
const ask = (db: Database, at = MONDAY_9AM) => askToPlay({ db, clock: () => at }, TOWN, SAMPLE, 3);

onEachDatabase((open, { newAddress }) => {
  it("of many who ask at one moment, on two servers, one plays a what-if", async () => {
    const address = await newAddress();
    const servers = [await openDatabase(address), await openDatabase(address)];
    try {
      const [one] = servers;
      if (one === undefined) throw new Error("A server is open");
      await openFrontDoor(one);
      await sampleScenario(one, TOWN);
      for (let time = 1; time <= TIMES; time += 1) {
        const at = after(time);
        const asked = await Promise.all(
          servers.flatMap((db) => Array.from({ length: EACH }, () => ask(db, at))),
        );
        const kinds = asked.map(({ kind }) => kind).sort();
        expect(kinds).toEqual(["asked", ...Array(servers.length * EACH - 1).fill("going")]);
        const run = (await readRun(one.kysely, TOWN, SAMPLE))?.run;
        expect(asked.find(({ kind }) => kind === "asked")).toEqual({ kind: "asked", run });
        expect(run).toMatchObject({ state: "waiting", ofVersion: 1, askedAt: at, progress: { ahead: 3 } });
        await stopRun(one.kysely, TOWN, SAMPLE);
      }
    } finally {
      for (const db of servers) await db.close();
    }
  });

  it("one that is over, or of which nothing is heard any more, is played anew", async () => {
    const db = await open();
    await openFrontDoor(db);
    await sampleScenario(db, TOWN);
    const first = await ask(db);
    expect(first.kind).toBe("asked");
    const { run } = first as { readonly run: ScenarioRun };
    expect((await ask(db, after(19_000))).kind).toBe("going");
    await updateRun(db.kysely, TOWN, run, {
      state: "running",
      seenAt: after(15_000),
      progress: run.progress,
    });
    expect((await ask(db, after(34_000))).kind).toBe("going");
    expect((await ask(db, after(36_000))).kind).toBe("asked");
    expect(
      await updateRun(db.kysely, TOWN, run, { state: "done", seenAt: after(37_000), progress: run.progress }),
    ).toBe(false);
    expect((await askToPlay({ db, clock: () => MONDAY_9AM }, TOWN, "no-such", 0)).kind).toBe("not-found");
  });
});

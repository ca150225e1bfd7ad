import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sendDueMessages } from "~/usecases/send-messages";
import { openDatabase } from "~db/connect";
import { runs } from "~tests/support/counts";
import { onEachDatabase } from "~tests/support/databases";
import {
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
} from "~tests/support/front-door";
import { codeOfLink, postOffice } from "~tests/support/post-office";
import { type Program, programOf } from "~tests/support/processes";
import { organisation } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";

const TIMES = runs(2, 100);
const PROCESSES = 4;
const HOLDERS_EACH = 10;

let holders: Program;
beforeAll(async () => {
  holders = await programOf("tests/faults/link-holders.ts");
});
afterAll(() => holders.remove());

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: runs(120_000, 600_000) });

  it("a one-time link that many use at once, in four processes, is used once, by one of them", async () => {
    const address = await newAddress();
    const db = await openDatabase(address);
    try {
      const lightContact = { email: "bill@example.org" };
      const door = await openFrontDoor(
        db,
        threePartners({
          organisations: [
            organisation("harbour", { lightContact }),
            organisation("hill"),
            organisation("mead"),
          ],
        }),
      );
      const processes = Array.from({ length: PROCESSES }, (_, number) =>
        holders.start(address, TOWN, MONDAY_9AM, `Process ${number}`, String(HOLDERS_EACH)),
      );
      for (const run of processes) expect(await run.said()).toBe("ready");
      for (let time = 1; time <= TIMES; time += 1) {
        const reference = await submitted(door, { visitor: String(time).padStart(64, "0") });
        await sendDueMessages(door.onedoor, postOffice(), TOWN);
        const { fulfilments } = await standing(door, reference);
        const link = await db.kysely
          .selectFrom("light_links")
          .select("id")
          .where("fulfilment_id", "=", fulfilments[0]?.id ?? "")
          .where("used_at", "is", null)
          .executeTakeFirstOrThrow();
        for (const run of processes) run.tell({ code: codeOfLink(TOWN, link.id) });
        for (const run of processes) expect(await run.said()).toBe("opened");
        for (const run of processes) run.tell("go");
        const said = (await Promise.all(processes.map((run) => run.said()))) as { kind: string }[][];

        const kinds = said.flat().map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === "done")).toHaveLength(1);
        expect(kinds.filter((kind) => kind === "refused")).toHaveLength(PROCESSES * HOLDERS_EACH - 1);
        const { asked, happened } = await standing(door, reference);
        expect(asked).toEqual(["harbour accepted"]);
        expect(happened.filter((type) => type === "fulfilment-accepted")).toHaveLength(1);
        const used = await db.kysely
          .selectFrom("light_links")
          .select("used_for")
          .where("id", "=", link.id)
          .executeTakeFirstOrThrow();
        expect(used.used_for).toBe("accept");
      }
      for (const run of processes) run.tell("enough");
      expect(await Promise.all(processes.map((run) => run.ended))).toEqual(Array(PROCESSES).fill(0));
      expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
    } finally {
      await db.close();
    }
  });
});

import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type SubmitResult, submitRequest } from "~/usecases/submit-request";
import { type Database, openDatabase } from "~db/connect";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, VISITOR } from "~tests/support/front-door";
import { onedoorAt } from "~tests/support/onedoor-process";
import { type Program, programOf } from "~tests/support/processes";
import { TOWN } from "~tests/support/small-town";
import { alikeDrafts, eyeTests } from "./drafts";
import { notWhole } from "./whole";

/** How many submits die at the same time, each in a process and at a step of its own. */
const AT_ONCE = 4;
/** More steps than a submit has. */
const DRAFTS = 40;

let submitter: Program;
beforeAll(async () => {
  submitter = await programOf("tests/faults/killed-submitter.ts");
});
afterAll(() => submitter.remove());

onEachDatabase((_, { newAddress }) => {
  vi.setConfig({ testTimeout: 60_000 });

  it("leaves a submit that is killed at any step whole or absent, and the same draft is one request after", async () => {
    const address = await newAddress();
    const before = await openDatabase(address);
    const drafts = await openFrontDoor(before, eyeTests(10, "10:00", "17:00"))
      .then((door) => alikeDrafts(door, DRAFTS, { choice: "best", slot: "soonest" }))
      .finally(() => before.close());

    const kept: boolean[] = [];
    let survived = false;
    for (let first = 1; !survived; first += AT_ONCE) {
      const steps = Array.from({ length: AT_ONCE }, (_step, number) => first + number);
      const ends = await Promise.all(steps.map((step) => submitAndDie(address, draftOf(step), step)));
      survived = ends.some((end) => end === 0);

      const db = await openDatabase(address);
      try {
        expect(await notWhole(db, TOWN)).toEqual([]);
        for (const [index, step] of steps.entries()) {
          if (ends[index] === "SIGKILL") kept.push(await submitAgain(db, draftOf(step)));
        }
        expect(await notWhole(db, TOWN)).toEqual([]);
      } finally {
        await db.close();
      }
    }
    // Absent before the commit, each of them; whole after it, when only the telling was left.
    expect(kept.length).toBeGreaterThan(10);
    expect(kept).toEqual(kept.map((_kept, index) => index === kept.length - 1));

    function draftOf(step: number): string {
      const draft = drafts[step - 1];
      if (!draft) throw new Error(`A submit has more than ${DRAFTS} steps`);
      return draft;
    }
  });

  async function submitAndDie(address: string, draftId: string, step: number) {
    const run = submitter.start(address, TOWN, MONDAY_9AM, VISITOR, draftId, String(step));
    const end = await run.ended;
    if (end !== "SIGKILL") expect((await run.said()) as SubmitResult).toMatchObject({ kind: "submitted" });
    return end;
  }

  /** Submits the draft of a killed process once more: whether the request was there already. */
  async function submitAgain(db: Database, draftId: string): Promise<boolean> {
    const requests = () =>
      db.kysely.selectFrom("requests").select("reference").where("draft_id", "=", draftId).execute();
    const [found] = await requests();
    const result = await submitRequest(onedoorAt(MONDAY_9AM, db), TOWN, {
      visitor: VISITOR,
      draftId,
      accountId: null,
    });
    const [kept, ...more] = await requests();
    expect(more).toEqual([]);
    expect(result).toEqual({
      kind: "submitted",
      reference: found?.reference ?? kept?.reference,
      again: found !== undefined,
    });
    return found !== undefined;
  }
});

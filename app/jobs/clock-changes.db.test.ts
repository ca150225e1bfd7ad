import { describe, expect, test } from "vitest";
import { instant, milliseconds } from "~/domain/shared/time";
import { moveBrandClock } from "~db/queries/brands";
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
import { service } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { runDueWork } from "./due-work";

const HOUR = 3_600_000;
const after = (from: string, ms: number): string => instant(milliseconds(from) + ms);

/** When the clock must next do something for a part: its deadline, or its promise's. */
async function nextDue({ onedoor }: FrontDoor): Promise<string | undefined> {
  const parts = await onedoor.db.kysely
    .selectFrom("parts")
    .select(["due_at", "promise_due_at", "owner_kind"])
    .where("status", "=", "open")
    .execute();
  const moments = parts.flatMap(({ due_at, promise_due_at, owner_kind }) => [
    ...(due_at !== null && owner_kind !== "manager" ? [due_at] : []),
    ...(promise_due_at === null ? [] : [promise_due_at]),
  ]);
  return moments.sort()[0];
}

/** Goes from one due moment to the next until nothing is due any more: nothing is done early, and nothing late. */
async function throughEverything(door: FrontDoor): Promise<string[]> {
  const moments: string[] = [];
  for (let due = await nextDue(door); due !== undefined; due = await nextDue(door)) {
    door.at(after(due, -1));
    expect((await runDueWork(door.onedoor)).handled, `before ${due}`).toBe(0);
    door.at(due);
    expect((await runDueWork(door.onedoor)).handled, `at ${due}`).toBeGreaterThan(0);
    expect((await runDueWork(door.onedoor)).handled, `again at ${due}`).toBe(0);
    moments.push(due);
    if (moments.length > 40) throw new Error("It never ends");
  }
  return moments;
}

onEachDatabase((open) => {
  test("a machine's clock that jumps a day ahead and back does nothing twice, and misses nothing", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const { part } = await standing(door, reference);
    const due = part.dueAt ?? "";

    door.at(after(due, 24 * HOUR));
    expect((await runDueWork(door.onedoor)).handled).toBe(1);
    const asked = ["harbour cancelled", "hill requested"];
    expect((await standing(door, reference)).asked).toEqual(asked);

    // Back on the right day, what was done stays done, and later deadlines are still later.
    door.at(after(due, -1 * HOUR));
    expect((await runDueWork(door.onedoor)).handled).toBe(0);
    expect((await standing(door, reference)).asked).toEqual(asked);
    const later = (await standing(door, reference)).part.dueAt ?? "";
    door.at(later);
    expect((await runDueWork(door.onedoor)).handled).toBeGreaterThanOrEqual(1);
    // That is the promised moment too: nobody else is asked, and people have it.
    const { asked: everybody, part: now } = await standing(door, reference);
    expect(everybody).toEqual(["harbour cancelled", "hill cancelled"]);
    expect(now.owner).toEqual({ kind: "desk" });
    expect(await unsound(door.onedoor.db, TOWN, later)).toEqual([]);
  });

  test("a machine's clock that jumps a day back delays nothing once it is right again", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const due = (await standing(door, reference)).part.dueAt ?? "";
    door.at(after(MONDAY_9AM, -24 * HOUR));
    expect((await runDueWork(door.onedoor)).handled).toBe(0);
    door.at(due);
    expect((await runDueWork(door.onedoor)).handled).toBe(1);
    expect(await unsound(door.onedoor.db, TOWN, due)).toEqual([]);
  });

  test("a demonstration's clock that is moved on brings its own deadlines, and no other brand's", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const { part } = await standing(door, reference);
    const ahead = milliseconds(part.dueAt ?? "") - milliseconds(MONDAY_9AM);
    await door.onedoor.db.write((tx) => moveBrandClock(tx, TOWN, ahead));
    expect((await runDueWork(door.onedoor)).handled).toBe(1);
    expect((await runDueWork(door.onedoor)).handled).toBe(0);
    expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
    expect(await unsound(door.onedoor.db, TOWN, part.dueAt ?? "")).toEqual([]);
  });

  describe.each([
    ["goes back", "2026-10-24T20:00:00.000Z"],
    ["goes forward", "2027-03-27T21:00:00.000Z"],
  ])("the night on which the clock %s", (_, evening) => {
    test.each(["routine", "urgent", "asap"] as const)(
      "every %s deadline is met at its moment, once",
      async (priority) => {
        const door = await openFrontDoor(
          await open(),
          threePartners({
            services: [service("physiotherapy", { priority })],
            offers: threePartners().offers.slice(0, 3),
          }),
        );
        // Through the night, on both sides of the hour that there is twice, or not at all.
        for (const [number, hours] of [0, 3, 4.5, 5, 5.5, 6].entries()) {
          door.at(after(evening, hours * HOUR));
          await runDueWork(door.onedoor);
          await submitted(door, { visitor: String(number).repeat(64) });
        }
        const moments = await throughEverything(door);
        expect(moments.length).toBeGreaterThan(4);
        expect(moments).toEqual([...moments].sort());
        expect(await unsound(door.onedoor.db, TOWN, moments.at(-1) ?? "")).toEqual([]);
      },
    );
  });
});

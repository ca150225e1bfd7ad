import { expect, test } from "vitest";
import { runDueWork } from "~/jobs/due-work";
import { acceptFulfilment, bookFulfilment } from "~/usecases/respond-to-fulfilment";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, firstWork, openFrontDoor, submitted, TOWN, worker } from "~tests/support/front-door";
import { promisesAtRisk } from "./promises-at-risk";

/** A request of Monday at 9 is promised an answer by this, and is at risk after three quarters of that time. */
const PROMISED = "2026-11-30T17:00:00.000Z";
const AT_RISK = "2026-11-28T21:00:00.000Z";
const A_MINUTE_BEFORE = "2026-11-28T20:59:00.000Z";
const harbour = worker("harbour");

/** A request that a partner took on and gave no time for yet. */
async function accepted(door: FrontDoor): Promise<string> {
  const reference = await submitted(door);
  await acceptFulfilment(door.onedoor, TOWN, harbour, { ...(await firstWork(door, "harbour")), later: true });
  return reference;
}

const listed = (door: FrontDoor, brandId = TOWN) =>
  promisesAtRisk(door.onedoor.db.kysely, brandId, door.onedoor.clock());

onEachDatabase((open) => {
  test("a promise is at risk when three quarters of its time are over, whether or not its warning has gone", async () => {
    const door = await openFrontDoor(await open());
    const reference = await accepted(door);
    door.at(A_MINUTE_BEFORE);
    expect(await listed(door)).toEqual({ items: [], total: 0 });
    door.at(AT_RISK);
    const { items, total } = await listed(door);
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        reference,
        part: { owner: { kind: "partner", organisationId: "harbour" }, promise: { by: PROMISED } },
        person: { name: "Rosa Marchetti" },
      },
    ]);
    await runDueWork(door.onedoor);
    expect((await listed(door)).items.map(({ part }) => part.promise.warned)).toEqual([true]);
    expect(await listed(door, "another-town")).toEqual({ items: [], total: 0 });
  });

  test("a promise is no longer at risk once a time is given, or it is broken", async () => {
    const door = await openFrontDoor(await open());
    await accepted(door);
    door.at(AT_RISK);
    const given = { ...(await firstWork(door, "harbour")), startsAt: "2026-12-02T14:00:00.000Z" };
    await bookFulfilment(door.onedoor, TOWN, harbour, given);
    expect((await listed(door)).total).toBe(0);

    const other = await openFrontDoor(await open());
    await accepted(other);
    other.at(PROMISED);
    await runDueWork(other.onedoor);
    expect((await listed(other)).total).toBe(0);
  });

  test("a person who asked not to be rung has no number at the desk", async () => {
    const door = await openFrontDoor(await open());
    await submitted(door, { contact: { phone: "01632 960 001" } });
    const avoiding = { phone: "01632 960 002", avoid: ["calls"] };
    await submitted(door, { visitor: "b".repeat(64), contact: avoiding });
    door.at(AT_RISK);
    const { items } = await listed(door);
    expect(items.map(({ phone }) => phone !== null).sort()).toEqual([false, true]);
  });
});

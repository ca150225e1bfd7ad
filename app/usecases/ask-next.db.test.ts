import { expect, test } from "vitest";
import { runDueWork } from "~/jobs/due-work";
import { readMessages } from "~db/queries/messages";
import { readFulfilment } from "~db/queries/partner-view";
import { onEachDatabase } from "~tests/support/databases";
import {
  brand,
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
  worker,
} from "~tests/support/front-door";
import { location, offer } from "~tests/support/small-town";
import { declineFulfilment } from "./respond-to-fulfilment";

const AT_THE_HARBOUR = "physiotherapy-harbour";
const AT_THE_QUAY = "physiotherapy-quay";

/** The harbour gives physiotherapy at the quay too, nearer than anybody else's. */
const twoPlaces = () => {
  const town = threePartners();
  return threePartners({
    locations: [...town.locations, location("harbour", { id: "quay-place", name: "The quay" })],
    offers: [
      ...town.offers,
      offer("physiotherapy", "harbour", {
        id: AT_THE_QUAY,
        locationId: "quay-place",
        booking: "partner",
        slots: null,
      }),
    ],
  });
};

async function asked(door: FrontDoor) {
  const reference = await submitted(door, { choice: AT_THE_HARBOUR });
  return { reference, work: await firstWork(door, "harbour") };
}

const decline = (door: FrontDoor, work: { fulfilmentId: string; version: number }, reason: string) =>
  declineFulfilment(door.onedoor, TOWN, worker("harbour"), { ...work, reason, note: "" });

onEachDatabase((open) => {
  test("who has no room is not asked again by another of its offers", async () => {
    const door = await openFrontDoor(await open(), twoPlaces());
    const { reference, work } = await asked(door);
    expect(await decline(door, work, "22")).toEqual({ kind: "done" });
    expect((await standing(door, reference)).asked).toEqual(["harbour rejected", "hill requested"]);
  });

  test("who never answers is not asked again by another of its offers", async () => {
    const door = await openFrontDoor(await open(), twoPlaces());
    const { reference } = await asked(door);
    door.at((await standing(door, reference)).part.dueAt ?? "");
    await runDueWork(door.onedoor);
    expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
  });

  test("who has no appointments in one place is asked for another, and what it declined shows no answers", async () => {
    const door = await openFrontDoor(await open(), twoPlaces());
    const { reference, work } = await asked(door);
    expect(await decline(door, work, "31")).toEqual({ kind: "done" });
    const { fulfilments } = await standing(door, reference);
    expect(fulfilments.map(({ offerId, status }) => `${offerId} ${status}`)).toEqual([
      `${AT_THE_HARBOUR} rejected`,
      `${AT_THE_QUAY} requested`,
    ]);
    const seen = (id: string) => readFulfilment(door.onedoor.db.kysely, TOWN, "harbour", id);
    expect((await seen(work.fulfilmentId))?.detail).toBeNull();
    expect((await seen(fulfilments[1]?.id ?? ""))?.detail?.person.name).toBe("Rosa Marchetti");
  });

  test("a promise that has passed is the front desk's, and the patient is told", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const { part } = await standing(door, reference);
    door.at(part.promise.by);
    await runDueWork(door.onedoor);
    const after = await standing(door, reference);
    expect(after.asked).toEqual(["harbour cancelled"]);
    expect(after.part.owner).toEqual({ kind: "desk" });
    expect((after.part.dueAt ?? "") > part.promise.by).toBe(true);
    const happened = after.events.map(({ event }) => event);
    expect(happened).toContainEqual(expect.objectContaining({ because: "promise-passed" }));
    expect(happened.at(-1)).toEqual({ type: "promise-broken", by: part.promise.by });
    expect(after.part.promise.settled?.how).toBe("broken");
    const messages = await readMessages(door.onedoor.db.kysely, TOWN, after.request.id);
    const told = messages.filter(({ recipient }) => recipient === "patient").map(({ template }) => template);
    expect(told.slice(1).sort()).toEqual(["we-are-late", "with-front-desk"]);
  });

  test("no real organisation is recorded as late, and no other is asked in its place", async () => {
    const door = await openFrontDoor(await open(), threePartners({ brand: brand({ kind: "real" }) }));
    const reference = await submitted(door);
    door.at((await standing(door, reference)).part.dueAt ?? "");
    await runDueWork(door.onedoor);
    const { part, happened, asked: who, events } = await standing(door, reference);
    expect(who).toEqual(["harbour requested"]);
    expect(happened).toEqual(["request-submitted", "part-routed", "handed-to-desk"]);
    expect(events.at(-1)?.event).toMatchObject({ because: "nobody-told" });
    expect(part.owner).toEqual({ kind: "desk" });
    expect(part.dueAt).not.toBeNull();
  });
});

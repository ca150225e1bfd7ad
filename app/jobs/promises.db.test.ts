import { describe, expect, test } from "vitest";
import { nowAndNext } from "~/content/tracking/now-and-next";
import type { Names } from "~/content/tracking/tracked";
import { cancelRequest } from "~/usecases/cancel-request";
import { completeFulfilment } from "~/usecases/progress-fulfilment";
import { acceptFulfilment, bookFulfilment, declineFulfilment } from "~/usecases/respond-to-fulfilment";
import { withdrawFulfilment } from "~/usecases/withdraw-fulfilment";
import { readMessages } from "~db/queries/messages";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  worker,
} from "~tests/support/front-door";
import { runDueWork } from "./due-work";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const harbour = worker("harbour");
/** The promise of a request that is made on Monday at 9, and when three quarters of its time are over. */
const PROMISED = "2026-11-30T17:00:00.000Z";
const AT_RISK = "2026-11-28T21:00:00.000Z";
const NEXT_WEEK = "2026-12-02T14:00:00.000Z";

const acceptLater = async (door: FrontDoor) =>
  acceptFulfilment(door.onedoor, TOWN, harbour, { ...(await firstWork(door, "harbour")), later: true });
const giveTime = async (door: FrontDoor, startsAt = NEXT_WEEK) =>
  bookFulfilment(door.onedoor, TOWN, harbour, { ...(await firstWork(door, "harbour")), startsAt });

const told = async (door: FrontDoor, requestId: string, template: string) =>
  (await readMessages(door.onedoor.db.kysely, TOWN, requestId))
    .filter((message) => message.template === template)
    .map(({ recipient }) => recipient);

/** The kept column of each fulfilment of a request, oldest first: what the ranking reads. */
async function keptOf(door: FrontDoor, reference: string): Promise<(number | null)[]> {
  const { fulfilments } = await standing(door, reference);
  const rows = await door.onedoor.db.kysely
    .selectFrom("fulfilments")
    .select(["id", "kept"])
    .where("brand_id", "=", TOWN)
    .execute();
  return fulfilments.map(({ id }) => rows.find((row) => row.id === id)?.kept ?? null);
}

onEachDatabase((open) => {
  describe("a promise", () => {
    test("that is at risk warns the patient and whoever has it, once, before it breaks", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await acceptLater(door);
      const { part, request } = await standing(door, reference);
      expect(part.promise).toMatchObject({ by: PROMISED, warnAt: AT_RISK, warned: false });
      door.at("2026-11-28T20:59:00.000Z");
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
      door.at(AT_RISK);
      expect((await runDueWork(door.onedoor)).handled).toBe(1);
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
      expect(await told(door, request.id, "may-be-late")).toEqual(["patient"]);
      expect(await told(door, request.id, "answer-soon")).toEqual(["partner:harbour"]);
      expect((await standing(door, reference)).part.promise).toMatchObject({ warned: true, settled: null });
    });

    test("that is broken says so once, and is on record as broken, with its date", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await acceptLater(door);
      door.at(AT_RISK);
      await runDueWork(door.onedoor);
      door.at(PROMISED);
      await runDueWork(door.onedoor);
      await runDueWork(door.onedoor);
      const { part, happened, request } = await standing(door, reference);
      expect(happened.filter((type) => type === "promise-broken")).toHaveLength(1);
      expect(happened.filter((type) => type === "promise-at-risk")).toHaveLength(1);
      expect(await told(door, request.id, "we-are-late")).toEqual(["patient"]);
      expect(part.promise.settled).toEqual({ at: PROMISED, how: "broken" });
      await giveTime(door);
      expect((await standing(door, reference)).part.promise.settled).toEqual({ at: PROMISED, how: "broken" });
    });

    test("that nobody watched while it came to risk and broke is told as broken, and not as at risk", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await acceptLater(door);
      door.at("2026-12-15T09:00:00.000Z");
      await runDueWork(door.onedoor);
      const { happened } = await standing(door, reference);
      expect(happened).toContain("promise-broken");
      expect(happened).not.toContain("promise-at-risk");
    });

    test("is kept by a time in time, and nobody is warned of it", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await acceptLater(door);
      door.at("2026-11-25T10:00:00.000Z");
      await giveTime(door);
      door.at(PROMISED);
      await runDueWork(door.onedoor);
      const { part, happened } = await standing(door, reference);
      expect(part.promise.settled).toEqual({ at: "2026-11-25T10:00:00.000Z", how: "kept" });
      expect(happened).not.toContain("promise-at-risk");
    });

    test("is withdrawn, with the date, when nobody waits for it any more", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      door.at("2026-11-24T10:00:00.000Z");
      await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);
      expect((await standing(door, reference)).part.promise.settled).toEqual({
        at: "2026-11-24T10:00:00.000Z",
        how: "withdrawn",
      });
      door.at(PROMISED);
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
    });
  });

  test("a partner that never gives the time it said it would is asked about by the front desk", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    await acceptLater(door);
    door.at(PROMISED);
    await runDueWork(door.onedoor);
    const { part, events } = await standing(door, reference);
    expect(part.owner).toEqual({ kind: "desk" });
    expect(events.map(({ event }) => event)).toContainEqual(expect.objectContaining({ because: "no-time" }));
  });

  test("a late front desk goes to the manager, and the patient is told, with 111", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    for (const partner of ["harbour", "hill", "mead"]) {
      const work = await firstWork(door, partner);
      await declineFulfilment(door.onedoor, TOWN, worker(partner), { ...work, reason: "22", note: "" });
    }
    const { part: before } = await standing(door, reference);
    expect(before.owner).toEqual({ kind: "desk" });
    door.at(before.dueAt ?? "");
    await runDueWork(door.onedoor);
    const { part, fulfilments, request } = await standing(door, reference);
    expect(part.owner).toEqual({ kind: "manager" });
    expect(await told(door, request.id, "with-manager")).toEqual(["patient"]);
    const names: Names = { brand: "Small Town Care", real: false, organisation: (id) => id, where: () => "" };
    const { current } = nowAndNext(
      { part, fulfilments, serviceName: "Physiotherapy" },
      names,
      before.dueAt ?? "",
    );
    expect(current.title).toBe("The manager of Small Town Care has it");
    expect(current.text).toMatch(/sorry.*call 111/);
  });

  describe("whether a partner kept its word", () => {
    test("is on record for care that was given, and for silence", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      expect(await keptOf(door, reference)).toEqual([null]);
      door.at((await standing(door, reference)).part.dueAt ?? "");
      await runDueWork(door.onedoor);
      const hill = worker("hill");
      const startsAt = NEXT_WEEK;
      await acceptFulfilment(door.onedoor, TOWN, hill, { ...(await firstWork(door, "hill")), startsAt });
      expect(await keptOf(door, reference)).toEqual([0, null]);
      const done = { ...(await firstWork(door, "hill")), code: "treated" as const, outcome: "" };
      await completeFulfilment(door.onedoor, TOWN, hill, done);
      expect(await keptOf(door, reference)).toEqual([0, 1]);
    });

    test("is on record for what was cancelled after it was accepted, and not for a refusal", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await acceptLater(door);
      const reason = { reason: "22", note: "" };
      await withdrawFulfilment(door.onedoor, TOWN, harbour, {
        ...(await firstWork(door, "harbour")),
        ...reason,
      });
      await declineFulfilment(door.onedoor, TOWN, worker("hill"), {
        ...(await firstWork(door, "hill")),
        ...reason,
      });
      expect(await keptOf(door, reference)).toEqual([0, null, null]);
    });
  });
});

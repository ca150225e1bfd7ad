import { describe, expect, test } from "vitest";
import { readMessages } from "~db/queries/messages";
import { readFulfilment } from "~db/queries/partner-view";
import { freeSlots } from "~db/queries/slots";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
  worker,
} from "~tests/support/front-door";
import { offer } from "~tests/support/small-town";
import { chooseAgain, judgeAgain } from "./choose-again";
import { didNotAttend } from "./miss-appointment";
import { startFulfilment } from "./progress-fulfilment";
import { acceptFulfilment, bookFulfilment } from "./respond-to-fulfilment";
import { judgeTransfer, transferFulfilment } from "./transfer-fulfilment";
import { withdrawFulfilment } from "./withdraw-fulfilment";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const harbour = worker("harbour");
const THURSDAY = "2026-11-26T14:00:00.000Z";
const FRIDAY = "2026-11-27T14:00:00.000Z";
const TEN = "physiotherapy-harbour.20261123T1000Z";
const ELEVEN = "physiotherapy-harbour.20261123T1100Z";

type Given = { slotId: string } | { startsAt: string };
const accept = async (door: FrontDoor, time: Given | { later: true } = { startsAt: THURSDAY }) =>
  acceptFulfilment(door.onedoor, TOWN, harbour, { ...(await firstWork(door, "harbour")), ...time });
const book = async (door: FrontDoor, time: Given) =>
  bookFulfilment(door.onedoor, TOWN, harbour, { ...(await firstWork(door, "harbour")), ...time });

/** Harbour keeps a diary, and gives its times itself. */
const withDiary = () =>
  threePartners({
    offers: [
      offer("physiotherapy", "harbour", { booking: "partner" }),
      offer("physiotherapy", "hill", { booking: "partner", slots: null }),
    ],
  });
const freeTimes = async (door: FrontDoor) => {
  const [from, until, now] = [
    "2026-11-23T09:00:00.000Z",
    "2026-11-24T09:00:00.000Z",
    "2026-11-23T09:00:00.000Z",
  ];
  const slots = await freeSlots(door.onedoor.db.kysely, TOWN, "physiotherapy-harbour", from, until, { now });
  return slots.map(({ id }) => id);
};

onEachDatabase((open) => {
  describe("accepting without a time", () => {
    test("leaves the promise open, and the time keeps it", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      expect(await accept(door, { later: true })).toEqual({ kind: "done" });
      const taken = await standing(door, reference);
      expect(taken.asked).toEqual(["harbour accepted"]);
      expect(taken.part.promise.settled).toBeNull();
      expect(taken.part.dueAt).toBe(taken.part.promise.by);
      expect(await book(door, { startsAt: THURSDAY })).toEqual({ kind: "done" });
      const { part, fulfilments, events } = await standing(door, reference);
      expect(fulfilments[0]?.appointment).toMatchObject({ startsAt: THURSDAY, slotId: null });
      expect(part.promise.settled).toEqual({ at: "2026-11-23T09:00:00.000Z", how: "kept" });
      expect(events.at(-1)?.event).toMatchObject({ type: "appointment-booked", before: null, by: "partner" });
    });

    test("a time is given after the request is accepted, and by whoever has it", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      expect(await book(door, { startsAt: THURSDAY })).toMatchObject({ kind: "refused" });
      await accept(door, { later: true });
      const work = await firstWork(door, "harbour");
      const startsAt = THURSDAY;
      expect(await bookFulfilment(door.onedoor, TOWN, worker("hill"), { ...work, startsAt })).toEqual({
        kind: "not-found",
      });
      expect(await book(door, { startsAt: "2026-11-20T14:00:00.000Z" })).toMatchObject({ kind: "refused" });
      await book(door, { startsAt });
      expect(await bookFulfilment(door.onedoor, TOWN, harbour, { ...work, startsAt: FRIDAY })).toEqual({
        kind: "changed",
        by: "Sam of harbour",
      });
    });
  });

  describe("moving a time", () => {
    test("takes the new place of the diary before the old one is let go", async () => {
      const door = await openFrontDoor(await open(), withDiary());
      const reference = await submitted(door);
      await accept(door, { slotId: TEN });
      expect(await freeTimes(door)).toEqual([ELEVEN]);
      expect(await book(door, { slotId: ELEVEN })).toEqual({ kind: "done" });
      expect(await freeTimes(door)).toEqual([TEN]);
      const { events, fulfilments } = await standing(door, reference);
      expect(fulfilments[0]?.appointment?.slotId).toBe(ELEVEN);
      expect(events.at(-1)?.event).toMatchObject({ before: "2026-11-23T10:00:00.000Z" });
    });

    test("to a place that another has, or to the same, keeps the old one", async () => {
      const door = await openFrontDoor(await open(), withDiary());
      const reference = await submitted(door);
      await accept(door, { slotId: TEN });
      const other = await submitted(door, { visitor: "b".repeat(64) });
      const theirs = { fulfilmentId: (await standing(door, other)).fulfilments[0]?.id ?? "", version: 1 };
      const taken = await acceptFulfilment(door.onedoor, TOWN, harbour, { ...theirs, slotId: ELEVEN });
      expect(taken).toEqual({ kind: "done" });
      const mine = (await standing(door, reference)).fulfilments[0];
      const on = { fulfilmentId: mine?.id ?? "", version: mine?.version ?? 0 };
      for (const slotId of [ELEVEN, TEN, "physiotherapy-hill.20261123T1000Z"]) {
        expect(await bookFulfilment(door.onedoor, TOWN, harbour, { ...on, slotId })).toMatchObject({
          kind: "refused",
        });
      }
      expect((await standing(door, reference)).fulfilments[0]?.appointment?.slotId).toBe(TEN);
      expect(await freeTimes(door)).toEqual([]);
    });

    test("to the moment that they have already is refused, and takes no place", async () => {
      const door = await openFrontDoor(await open(), withDiary());
      await submitted(door);
      await accept(door, { startsAt: "2026-11-23T10:00:00.000Z" });
      expect(await book(door, { slotId: TEN })).toEqual({
        kind: "refused",
        reasons: ["They have that time already. Choose another"],
      });
      expect(await freeTimes(door)).toEqual([TEN, ELEVEN]);
    });
  });

  describe("a transfer", () => {
    const handTo = async (door: FrontDoor, offerId: string) =>
      transferFulfilment(door.onedoor, TOWN, harbour, {
        ...(await firstWork(door, "harbour")),
        offerId,
        note: "They know her there",
      });

    test("goes to the partner that is named, of those who could be asked now", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await accept(door);
      const { fulfilmentId } = await firstWork(door, "harbour");
      const judged = await judgeTransfer(door.onedoor, TOWN, "harbour", fulfilmentId);
      const could = judged?.candidates.filter(({ eligible }) => eligible).map(({ offerId }) => offerId);
      expect(could).toEqual(["physiotherapy-hill", "physiotherapy-mead"]);
      expect(await judgeTransfer(door.onedoor, TOWN, "hill", fulfilmentId)).toBeNull();

      expect(await handTo(door, "physiotherapy-harbour")).toMatchObject({ kind: "refused" });
      expect(await handTo(door, "eye-test-hill")).toMatchObject({ kind: "refused" });
      expect(await handTo(door, "physiotherapy-mead")).toEqual({ kind: "done" });
      const { asked, part, happened, fulfilments, request } = await standing(door, reference);
      expect(asked).toEqual(["harbour cancelled", "mead requested"]);
      expect(fulfilments[0]?.ended).toMatchObject({ reason: "transferred", note: "They know her there" });
      expect(part.promise.settled).toBeNull();
      expect(part.earlierPromises.map(({ settled }) => settled?.how)).toEqual(["kept"]);
      expect(happened.slice(-3)).toEqual(["fulfilment-transferred", "part-routed", "box-changed"]);
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.slice(-2).map(({ recipient, template }) => `${recipient} ${template}`)).toEqual([
        "patient asked-next",
        "partner:mead new-work",
      ]);
      const view = await readFulfilment(door.onedoor.db.kysely, TOWN, "harbour", fulfilmentId);
      expect(view?.detail).toBeNull();
    });

    test("needs the person’s consent to pass on", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door, { consent: "no" });
      expect(await handTo(door, "physiotherapy-mead")).toMatchObject({ kind: "refused" });
    });
  });

  describe("a withdrawal", () => {
    const withdraw = async (door: FrontDoor, reason: string, note = "") =>
      withdrawFulfilment(door.onedoor, TOWN, harbour, {
        ...(await firstWork(door, "harbour")),
        reason,
        note,
      });

    test("frees the place, makes a new promise and asks the next one", async () => {
      const door = await openFrontDoor(await open(), withDiary());
      const reference = await submitted(door);
      await accept(door, { slotId: TEN });
      expect(await withdraw(door, "12")).toEqual({ kind: "refused", reasons: ["Choose a reason"] });
      expect(await withdraw(door, "99")).toMatchObject({ kind: "refused" });
      expect(await withdraw(door, "22", "Two of us are ill")).toEqual({ kind: "done" });
      const { asked, part, happened, fulfilments } = await standing(door, reference);
      expect(asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(fulfilments[0]?.ended).toMatchObject({ reason: "22", note: "Two of us are ill" });
      expect(part.earlierPromises.map(({ settled }) => settled?.how)).toEqual(["kept"]);
      expect(part.promise).toMatchObject({ by: "2026-11-30T17:00:00.000Z", settled: null });
      expect(happened).toContain("fulfilment-withdrawn");
      expect(await freeTimes(door)).toEqual([TEN, ELEVEN]);
    });

    test.each([
      ["for a reason about the person goes back to them", "26", { kind: "patient" }],
      ["because other care is right goes to the front desk", "23", { kind: "desk" }],
    ] as const)("%s", async (_, reason, owner) => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await accept(door);
      await startFulfilment(door.onedoor, TOWN, harbour, await firstWork(door, "harbour"));
      expect(await withdraw(door, reason)).toEqual({ kind: "done" });
      expect((await standing(door, reference)).part.owner).toEqual(owner);
    });

    test("is not how one says no", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      expect(await withdraw(door, "22")).toEqual({
        kind: "refused",
        reasons: ["You can cancel only what you said yes to"],
      });
    });
  });

  describe("a missed appointment", () => {
    const missed = async (door: FrontDoor, note = "") =>
      didNotAttend(door.onedoor, TOWN, harbour, { ...(await firstWork(door, "harbour")), note });

    test("comes back to the patient, who can choose the same partner again, by a new date", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await accept(door);
      expect(await missed(door)).toEqual({ kind: "refused", reasons: ["The appointment has not begun yet"] });
      door.at("2026-11-26T14:30:00.000Z");
      expect(await missed(door, "x".repeat(501))).toMatchObject({ kind: "refused" });
      expect(await missed(door)).toEqual({ kind: "done" });
      const { part, asked } = await standing(door, reference);
      expect(asked).toEqual(["harbour failed"]);
      expect(part.owner).toEqual({ kind: "patient" });
      const again = await judgeAgain(door.onedoor, TOWN, part.id);
      expect(again?.chosen).toBe("physiotherapy-harbour");
      const { id: partId, version } = part;
      const choose = { reference, partId, version, offerId: "physiotherapy-harbour" };
      expect(await chooseAgain(door.onedoor, TOWN, choose, rosa)).toEqual({ kind: "done" });
      const after = await standing(door, reference);
      expect(after.asked).toEqual(["harbour failed", "harbour requested"]);
      expect(after.part.promise).toMatchObject({ by: "2026-12-03T17:00:00.000Z", settled: null });
    });
  });
});

import { describe, expect, test } from "vitest";
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
import { cancelRequest } from "./cancel-request";
import { enterInError, enterInErrorAtDesk } from "./enter-in-error";
import { completeFulfilment } from "./progress-fulfilment";
import { raiseOwnPriority, raisePriority, raisePriorityAtDesk } from "./raise-priority";
import { reopenAtDesk, reopenCompleted, reopenOwnPart } from "./reopen-part";
import { acceptFulfilment, declineFulfilment } from "./respond-to-fulfilment";
import type { DeskActor } from "./work-at-desk";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const desk: DeskActor = { kind: "desk", accountId: "account-desk", name: "Nadia at the front desk" };
const harbour = worker("harbour");
const note = "She cannot sleep for the pain";

const ownPart = async (door: FrontDoor, reference: string) => {
  const { part } = await standing(door, reference);
  return { reference, partId: part.id, version: part.version };
};
const accept = async (door: FrontDoor) =>
  acceptFulfilment(door.onedoor, TOWN, harbour, {
    ...(await firstWork(door, "harbour")),
    startsAt: "2026-11-26T14:00:00.000Z",
  });

/** Care at the harbour that is complete, and what a command of theirs must name. */
async function completed(door: FrontDoor) {
  const reference = await submitted(door);
  await accept(door);
  const work = await firstWork(door, "harbour");
  await completeFulfilment(door.onedoor, TOWN, harbour, { ...work, code: "treated", outcome: "" });
  const { part, fulfilments } = await standing(door, reference);
  const [done] = fulfilments;
  if (!done) throw new Error("Nothing was done");
  return { reference, on: { fulfilmentId: done.id, version: done.version, partVersion: part.version } };
}

onEachDatabase((open) => {
  describe("a raised priority", () => {
    test("brings every deadline and the promise forward, and whoever has it is told", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const before = await standing(door, reference);
      const { fulfilmentId } = await firstWork(door, "harbour");
      const on = { fulfilmentId, partVersion: before.part.version };
      const raise = (priority: string, why = note) =>
        raisePriority(door.onedoor, TOWN, harbour, { ...on, priority, note: why });
      expect(await raise("stat")).toEqual({ kind: "refused", reasons: ["Choose how pressing it is"] });
      expect(await raise("urgent", " ")).toMatchObject({ kind: "refused" });
      expect(await raise("routine")).toMatchObject({ kind: "refused" });
      expect(await raise("urgent")).toEqual({ kind: "done" });
      const { part, fulfilments, request } = await standing(door, reference);
      expect(part).toMatchObject({
        priority: "urgent",
        dueAt: "2026-11-23T13:00:00.000Z",
        promise: { by: "2026-11-24T09:00:00.000Z", rule: expect.stringContaining("Urgent") },
      });
      expect(part.earlierPromises.map(({ settled }) => settled?.how)).toEqual(["replaced"]);
      expect(fulfilments[0]?.answerBy).toBe(part.dueAt);
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.at(-1)).toMatchObject({ recipient: "partner:harbour", template: "more-pressing" });
      expect(await raise("asap")).toEqual({ kind: "changed", by: "Sam of harbour" });
    });

    test("can be the patient’s doing, or the front desk’s, and of their own request only", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const other = await submitted(door, { visitor: "b".repeat(64) });
      const own = await ownPart(door, reference);
      const raised = { priority: "urgent", note };
      expect(
        await raiseOwnPriority(door.onedoor, TOWN, rosa, { ...own, reference: other, ...raised }),
      ).toEqual({ kind: "not-found" });
      expect(await raiseOwnPriority(door.onedoor, TOWN, rosa, { ...own, ...raised })).toEqual({
        kind: "done",
      });
      const { partId, version } = await ownPart(door, reference);
      const asap = { partId, version, priority: "asap", note };
      expect(await raisePriorityAtDesk(door.onedoor, TOWN, desk, asap)).toEqual({ kind: "done" });
      const { part, events } = await standing(door, reference);
      expect(part.priority).toBe("asap");
      expect(events.slice(-2).map(({ actor }) => actor.kind)).toEqual(["patient", "desk"]);
    });

    test("is nobody’s who let the request go", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { consent: "no" });
      const work = await firstWork(door, "harbour");
      await declineFulfilment(door.onedoor, TOWN, harbour, { ...work, reason: "22", note: "" });
      const { version: partVersion } = await ownPart(door, reference);
      const { fulfilmentId } = work;
      expect(
        await raisePriority(door.onedoor, TOWN, harbour, {
          fulfilmentId,
          partVersion,
          priority: "urgent",
          note,
        }),
      ).toMatchObject({ kind: "refused" });
    });
  });

  describe("a mistake", () => {
    test("of the partner is marked, and the front desk looks at it", async () => {
      const door = await openFrontDoor(await open());
      const { reference, on } = await completed(door);
      expect(await enterInError(door.onedoor, TOWN, harbour, { ...on, note: "" })).toEqual({
        kind: "refused",
        reasons: ["Say what the mistake is"],
      });
      const wrong = { ...on, note: "The wrong person was ticked off" };
      expect(await enterInError(door.onedoor, TOWN, harbour, wrong)).toEqual({ kind: "done" });
      const { asked, part } = await standing(door, reference);
      expect(asked).toEqual(["harbour entered-in-error"]);
      expect(part).toMatchObject({ status: "open", owner: { kind: "desk" }, promise: { settled: null } });
      expect(await enterInError(door.onedoor, TOWN, harbour, wrong)).toMatchObject({ kind: "changed" });
    });

    test("can be marked at the front desk", async () => {
      const door = await openFrontDoor(await open());
      const { reference } = await completed(door);
      const { partId, version } = await ownPart(door, reference);
      const wrong = { partId, version, note: "They called: nobody was seen" };
      expect(await enterInErrorAtDesk(door.onedoor, TOWN, desk, wrong)).toEqual({ kind: "done" });
      expect((await standing(door, reference)).asked).toEqual(["harbour entered-in-error"]);
      expect(await enterInErrorAtDesk(door.onedoor, TOWN, desk, wrong)).toMatchObject({ kind: "changed" });
    });
  });

  describe("what is over is opened again", () => {
    test("by the partner that completed it, and the front desk has it with a new promise", async () => {
      const door = await openFrontDoor(await open());
      const { reference, on } = await completed(door);
      const again = (why: string) => reopenCompleted(door.onedoor, TOWN, harbour, { ...on, note: why });
      expect(await again("")).toEqual({ kind: "refused", reasons: ["Say why it is opened again"] });
      expect(await again("The pain is back")).toEqual({ kind: "done" });
      const { part, events, happened } = await standing(door, reference);
      expect(part).toMatchObject({ status: "open", owner: { kind: "desk" }, promise: { settled: null } });
      expect(happened).toContain("part-reopened");
      expect(events.at(-1)?.event).toMatchObject({ because: "reopened" });
      expect(part.dueAt).not.toBeNull();
    });

    test("by the patient and by the front desk, and not while it is open", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const own = await ownPart(door, reference);
      const why = { note: "I need it after all" };
      expect(await reopenOwnPart(door.onedoor, TOWN, rosa, { ...own, ...why })).toMatchObject({
        kind: "refused",
      });
      await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);
      expect(await reopenOwnPart(door.onedoor, TOWN, rosa, { ...own, ...why })).toMatchObject({
        kind: "changed",
      });
      const closed = await ownPart(door, reference);
      expect(await reopenOwnPart(door.onedoor, TOWN, rosa, { ...closed, ...why })).toEqual({ kind: "done" });
      await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);
      const { partId, version } = await ownPart(door, reference);
      expect(await reopenAtDesk(door.onedoor, TOWN, desk, { partId, version, ...why })).toEqual({
        kind: "done",
      });
    });

    test("but not by a partner that did not complete it", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const { fulfilmentId } = await firstWork(door, "harbour");
      await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);
      const { version: partVersion } = await ownPart(door, reference);
      const again = { fulfilmentId, partVersion, note: "We would like it back" };
      expect(await reopenCompleted(door.onedoor, TOWN, harbour, again)).toMatchObject({ kind: "refused" });
    });
  });
});

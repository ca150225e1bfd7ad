import { describe, expect, test } from "vitest";
import { readDecisions } from "~db/queries/decisions";
import { readMessages } from "~db/queries/messages";
import { readFulfilment } from "~db/queries/partner-view";
import { freeSlots } from "~db/queries/slots";
import { worklist } from "~db/queries/worklist";
import { onEachDatabase } from "~tests/support/databases";
import {
  type FrontDoor,
  firstWork,
  MONDAY_9AM,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
  worker,
} from "~tests/support/front-door";
import { brand, offer } from "~tests/support/small-town";
import { cancelRequest } from "./cancel-request";
import { completeFulfilment, failFulfilment, startFulfilment } from "./progress-fulfilment";
import { acceptFulfilment, declineFulfilment } from "./respond-to-fulfilment";

const THURSDAY = "2026-11-26T14:00:00.000Z";
const noRoom = { reason: "22", note: "Full until spring" };

const decline = async (door: FrontDoor, organisationId: string) =>
  declineFulfilment(door.onedoor, TOWN, worker(organisationId), {
    ...(await firstWork(door, organisationId)),
    ...noRoom,
  });
const accept = async (door: FrontDoor, organisationId: string, startsAt = THURSDAY) =>
  acceptFulfilment(door.onedoor, TOWN, worker(organisationId), {
    ...(await firstWork(door, organisationId)),
    startsAt,
  });

onEachDatabase((open) => {
  describe("a refusal", () => {
    test("goes to the next partner, with the promise as it was and the box told as changed", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const before = await standing(door, reference);
      expect(await decline(door, "harbour")).toEqual({ kind: "done" });
      const { asked, part, happened, fulfilments, request } = await standing(door, reference);
      expect(asked).toEqual(["harbour rejected", "hill requested"]);
      expect(part.promise).toEqual(before.part.promise);
      expect(part.owner).toEqual({ kind: "partner", organisationId: "hill" });
      expect(happened).toEqual([
        "request-submitted",
        "part-routed",
        "fulfilment-rejected",
        "part-routed",
        "box-changed",
      ]);
      expect(fulfilments[0]?.ended).toMatchObject({ reason: "22", note: "Full until spring" });
      expect(fulfilments[1]?.box.partner.name).toBe("The hill partner");

      const decisions = await readDecisions(door.onedoor.db.kysely, TOWN, request.id);
      expect(decisions.map(({ decision }) => decision.need.alreadyAsked)).toEqual([
        [],
        ["physiotherapy-harbour"],
      ]);
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.map(({ recipient, template }) => `${recipient} ${template}`)).toEqual([
        "patient request-received",
        "partner:harbour new-work",
        "patient asked-next",
        "partner:hill new-work",
      ]);
    });

    test("by each in turn ends at the front desk", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      for (const partner of ["harbour", "hill", "mead"]) {
        expect(await decline(door, partner)).toEqual({ kind: "done" });
      }
      const { asked, part, events } = await standing(door, reference);
      expect(asked).toEqual(["harbour rejected", "hill rejected", "mead rejected"]);
      expect(part).toMatchObject({ owner: { kind: "desk" }, dueAt: "2026-11-24T17:00:00.000Z" });
      expect(events.at(-1)?.event).toMatchObject({ type: "handed-to-desk", because: "no-eligible-offer" });
    });

    test("needs a reason that is one of the list, and words for the last of them", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      const work = await firstWork(door, "harbour");
      const refuse = (reason: string, note = "") =>
        declineFulfilment(door.onedoor, TOWN, worker("harbour"), { ...work, reason, note });
      expect(await refuse("23a")).toEqual({ kind: "refused", reasons: ["Choose a reason"] });
      expect(await refuse("toString")).toEqual({ kind: "refused", reasons: ["Choose a reason"] });
      expect(await refuse("99")).toEqual({ kind: "refused", reasons: ["Say what the other reason is"] });
      expect(await refuse("22", "x".repeat(501))).toMatchObject({ kind: "refused" });
    });

    test("leaves the partner the reference, and takes the answers away", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const { fulfilmentId } = await firstWork(door, "harbour");
      const read = () => readFulfilment(door.onedoor.db.kysely, TOWN, "harbour", fulfilmentId);
      expect((await read())?.detail?.person.name).toBe("Rosa Marchetti");
      await decline(door, "harbour");
      expect(await read()).toMatchObject({ request: { reference }, detail: null });
      const harbour = { brandId: TOWN, organisationId: "harbour", now: MONDAY_9AM };
      const { items, counts } = await worklist(door.onedoor.db.kysely, harbour, { view: "declined" });
      expect(items.map(({ reference: known, person }) => [known, person])).toEqual([[reference, null]]);
      expect(counts).toMatchObject({ declined: 1, "to-review": 0 });
    });
  });

  describe("an acceptance", () => {
    test("gives a time, and the partner is then due to say how it went", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      expect(await accept(door, "harbour")).toEqual({ kind: "done" });
      const { asked, part, fulfilments } = await standing(door, reference);
      expect(asked).toEqual(["harbour accepted"]);
      expect(fulfilments[0]?.appointment).toMatchObject({ slotId: null, startsAt: THURSDAY });
      expect(part).toMatchObject({
        owner: { kind: "partner", organisationId: "harbour" },
        dueAt: "2026-11-30T17:00:00.000Z",
      });
    });

    test("takes one of the offer's slots, and only a free one of that offer", async () => {
      const contents = threePartners({
        offers: [offer("physiotherapy", "harbour", { booking: "partner" }), offer("eye-test", "hill")],
      });
      const door = await openFrontDoor(await open(), contents);
      const first = await submitted(door);
      await submitted(door, { visitor: "b".repeat(64) });
      const { items } = await worklist(door.onedoor.db.kysely, {
        brandId: TOWN,
        organisationId: "harbour",
        now: MONDAY_9AM,
      });
      const [one, two] = items.map(({ fulfilment }) => fulfilment);
      const take = (fulfilmentId: string, slotId: string) =>
        acceptFulfilment(door.onedoor, TOWN, worker("harbour"), { fulfilmentId, version: 1, slotId });
      const TEN = "physiotherapy-harbour.20261123T1000Z";
      expect(await take(one?.id ?? "", "eye-test-hill.20261123T1000Z")).toMatchObject({ kind: "refused" });
      expect(await take(one?.id ?? "", TEN)).toEqual({ kind: "done" });
      expect(await take(two?.id ?? "", TEN)).toEqual({
        kind: "refused",
        reasons: ["That time has just been taken. Choose another"],
      });

      const actor = { kind: "patient" as const, name: "Rosa Marchetti" };
      await cancelRequest(door.onedoor, TOWN, { reference: first, note: "" }, actor);
      const free = await freeSlots(
        door.onedoor.db.kysely,
        TOWN,
        "physiotherapy-harbour",
        "2026-11-23T09:00:00.000Z",
        "2026-11-24T09:00:00.000Z",
        { now: "2026-11-23T09:00:00.000Z" },
      );
      expect(free.map(({ id }) => id)).toContain(TEN);
    });

    test.each([
      ["yesterday", "2026-11-22T09:00:00.000Z", "Choose a time that has not passed"],
      ["in two years", "2028-11-22T09:00:00.000Z", "Choose a date within a year from now"],
      ["when hell freezes over", "soon", "Enter a date and a time"],
    ])("%s is refused", async (_, startsAt, reason) => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      expect(await accept(door, "harbour", startsAt)).toEqual({ kind: "refused", reasons: [reason] });
    });
  });

  describe("two people at once", () => {
    test("the second is told who was first, and nothing of theirs is kept", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const work = await firstWork(door, "harbour");
      const alex = { ...worker("harbour"), name: "Alex of harbour" };
      expect(await acceptFulfilment(door.onedoor, TOWN, alex, { ...work, startsAt: THURSDAY })).toEqual({
        kind: "done",
      });
      expect(await declineFulfilment(door.onedoor, TOWN, worker("harbour"), { ...work, ...noRoom })).toEqual({
        kind: "changed",
        by: "Alex of harbour",
      });
      const twice = { ...work, startsAt: THURSDAY };
      expect(await acceptFulfilment(door.onedoor, TOWN, worker("harbour"), twice)).toEqual({
        kind: "changed",
        by: "Alex of harbour",
      });
      expect((await standing(door, reference)).asked).toEqual(["harbour accepted"]);
    });

    test("of many who answer the same thing in the same moment, one does", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const work = await firstWork(door, "harbour");
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, number) =>
          number % 2 === 0
            ? acceptFulfilment(door.onedoor, TOWN, worker("harbour"), { ...work, startsAt: THURSDAY })
            : declineFulfilment(door.onedoor, TOWN, worker("harbour"), { ...work, ...noRoom }),
        ),
      );
      expect(answers.filter(({ kind }) => kind === "done")).toHaveLength(1);
      expect(answers.filter(({ kind }) => kind === "changed")).toHaveLength(5);
      const { happened } = await standing(door, reference);
      const ends = ["fulfilment-accepted", "fulfilment-rejected"];
      expect(happened.filter((type) => ends.includes(type))).toHaveLength(1);
    });
  });

  describe("what is another's", () => {
    test("is not found: another organisation's, another brand's, and what never was", async () => {
      const db = await open();
      const door = await openFrontDoor(db);
      const contents = threePartners({ brand: brand({ id: "other-town", name: "Other Town Care" }) });
      const other = await openFrontDoor(db, contents);
      await submitted(door);
      const work = await firstWork(door, "harbour");
      const startsAt = THURSDAY;
      const notFound = { kind: "not-found" };
      expect(await acceptFulfilment(door.onedoor, TOWN, worker("hill"), { ...work, startsAt })).toEqual(
        notFound,
      );
      expect(
        await acceptFulfilment(other.onedoor, "other-town", worker("harbour"), { ...work, startsAt }),
      ).toEqual(notFound);
      expect(
        await startFulfilment(door.onedoor, TOWN, worker("harbour"), { fulfilmentId: "made-up", version: 1 }),
      ).toEqual(notFound);
      const { kysely } = door.onedoor.db;
      expect(await readFulfilment(kysely, TOWN, "hill", work.fulfilmentId)).toBeUndefined();
      expect(await readFulfilment(kysely, "other-town", "harbour", work.fulfilmentId)).toBeUndefined();
    });
  });

  describe("care", () => {
    test("starts and is completed, and the request is over", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await accept(door, "harbour");
      const started = await startFulfilment(
        door.onedoor,
        TOWN,
        worker("harbour"),
        await firstWork(door, "harbour"),
      );
      expect(started).toEqual({ kind: "done" });
      const work = await firstWork(door, "harbour");
      const done = { ...work, code: "treated" as const, outcome: "Exercises shown, and a leaflet given" };
      expect(await completeFulfilment(door.onedoor, TOWN, worker("harbour"), done)).toEqual({ kind: "done" });
      const { part, asked } = await standing(door, reference);
      expect(part).toMatchObject({ status: "complete", dueAt: null });
      expect(asked).toEqual(["harbour completed"]);
      const view = await readFulfilment(door.onedoor.db.kysely, TOWN, "harbour", work.fulfilmentId);
      expect(view?.detail?.person.name).toBe("Rosa Marchetti");
    });

    test("that cannot be done after all goes to the front desk", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await accept(door, "harbour");
      const failed = { ...(await firstWork(door, "harbour")), note: "The room flooded" };
      expect(await failFulfilment(door.onedoor, TOWN, worker("harbour"), failed)).toEqual({ kind: "done" });
      const { part, asked } = await standing(door, reference);
      expect(asked).toEqual(["harbour failed"]);
      expect(part.owner).toEqual({ kind: "desk" });
    });

    test("does not start before it is accepted", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      const start = await startFulfilment(
        door.onedoor,
        TOWN,
        worker("harbour"),
        await firstWork(door, "harbour"),
      );
      expect(start).toMatchObject({ kind: "refused" });
    });
  });
});

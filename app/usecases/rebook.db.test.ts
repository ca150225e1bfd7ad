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
import { startFulfilment } from "./progress-fulfilment";
import { rebook } from "./rebook";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const TEN = "eye-test-harbour.20261123T1000Z";
const ELEVEN = "eye-test-harbour.20261123T1100Z";
const HILL_TEN = "eye-test-hill.20261123T1000Z";
const HILL_ELEVEN = "eye-test-hill.20261123T1100Z";

onEachDatabase((open) => {
  const ask = (door: FrontDoor, slot: string, visitor = "a") =>
    submitted(door, {
      serviceId: "eye-test",
      choice: slot.split(".")[0] ?? "",
      slot,
      visitor: visitor.repeat(64),
    });

  async function move(door: FrontDoor, reference: string, slotId: string, stale = 0) {
    const held = (await standing(door, reference)).fulfilments.at(-1);
    return rebook(
      door.onedoor,
      TOWN,
      { reference, fulfilmentId: held?.id ?? "", version: (held?.version ?? 0) - stale, slotId },
      rosa,
    );
  }

  const busy = async ({ onedoor }: FrontDoor) => {
    const rows = await onedoor.db.kysely
      .selectFrom("slots")
      .select(["id", "fulfilment_id", "held_by"])
      .where((eb) => eb.or([eb("status", "=", "busy"), eb("held_by", "is not", null)]))
      .orderBy("id")
      .execute();
    return rows.map(({ id, fulfilment_id, held_by }) => ({ id, of: fulfilment_id, held: held_by !== null }));
  };

  describe("another time of the same partner", () => {
    test("takes the place of the old one, which others can have, and the partner is told", async () => {
      const door = await openFrontDoor(await open());
      const reference = await ask(door, TEN);
      expect(await move(door, reference, ELEVEN)).toEqual({ kind: "done" });
      const { asked, fulfilments, happened, part, request } = await standing(door, reference);
      expect(asked).toEqual(["harbour accepted"]);
      expect(fulfilments[0]?.appointment).toMatchObject({
        slotId: ELEVEN,
        startsAt: "2026-11-23T11:00:00.000Z",
      });
      expect(await busy(door)).toEqual([{ id: ELEVEN, of: fulfilments[0]?.id, held: false }]);
      expect(happened.at(-1)).toBe("appointment-booked");
      expect((part.dueAt ?? "") > "2026-11-23T11:00:00.000Z").toBe(true);
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.at(-1)).toMatchObject({ recipient: "partner:harbour", template: "time-changed" });
      await ask(door, TEN, "b");
    });

    test("that somebody else has got leaves everything as it was, and says so", async () => {
      const door = await openFrontDoor(await open());
      const reference = await ask(door, TEN);
      const other = await ask(door, ELEVEN, "b");
      const before = await standing(door, reference);
      expect(await move(door, reference, ELEVEN)).toEqual({
        kind: "refused",
        reasons: ["Somebody else has just taken that time. Choose another"],
      });
      expect(await standing(door, reference)).toEqual(before);
      expect((await standing(door, other)).fulfilments[0]?.appointment?.slotId).toBe(ELEVEN);
    });

    test("is refused when it is no time of ours, the one they have, or a page of yesterday's", async () => {
      const door = await openFrontDoor(await open());
      const reference = await ask(door, TEN);
      expect(await move(door, reference, "made-up")).toMatchObject({ kind: "refused" });
      expect(await move(door, reference, TEN)).toMatchObject({ kind: "refused" });
      expect(await move(door, reference, ELEVEN, 1)).toMatchObject({ kind: "changed" });
      const nobodys = { reference, fulfilmentId: "made-up", version: 1, slotId: ELEVEN };
      expect(await rebook(door.onedoor, TOWN, nobodys, rosa)).toEqual({ kind: "not-found" });
      door.at("2026-11-23T10:00:00.000Z");
      expect(await move(door, reference, ELEVEN)).toMatchObject({
        kind: "refused",
        reasons: ["Your appointment has begun. Call them to change it"],
      });
      expect((await busy(door)).map(({ id }) => id)).toEqual([TEN]);
    });
  });

  describe("a time of another partner", () => {
    test("opens a new fulfilment that is booked, ends the old one, and tells of the new box", async () => {
      const door = await openFrontDoor(await open());
      const reference = await ask(door, TEN);
      const { part: before } = await standing(door, reference);
      expect(await move(door, reference, HILL_ELEVEN)).toEqual({ kind: "done" });
      const { asked, fulfilments, happened, part, request } = await standing(door, reference);
      expect(asked).toEqual(["harbour cancelled", "hill accepted"]);
      expect(fulfilments[0]?.ended?.reason).toBe("moved");
      expect(part.owner).toEqual({ kind: "partner", organisationId: "hill" });
      expect(part.promise).toEqual(before.promise);
      expect(await busy(door)).toEqual([{ id: HILL_ELEVEN, of: fulfilments[1]?.id, held: false }]);
      expect(happened.slice(-4)).toEqual([
        "fulfilment-moved",
        "part-routed",
        "box-changed",
        "fulfilment-accepted",
      ]);
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.slice(-3).map(({ recipient, template }) => [recipient, template])).toEqual(
        expect.arrayContaining([
          ["partner:harbour", "work-withdrawn"],
          ["partner:hill", "new-work"],
          ["patient", "time-given"],
        ]),
      );
      // They can change their mind.
      expect(await move(door, reference, TEN)).toEqual({ kind: "done" });
      expect((await standing(door, reference)).asked).toEqual([
        "harbour cancelled",
        "hill cancelled",
        "harbour accepted",
      ]);
    });

    test("that is taken, or held by somebody who is choosing, leaves the old one untouched", async () => {
      const door = await openFrontDoor(await open());
      const reference = await ask(door, TEN);
      await ask(door, HILL_TEN, "b");
      expect(await move(door, reference, HILL_TEN)).toMatchObject({ kind: "refused" });
      expect((await standing(door, reference)).asked).toEqual(["harbour accepted"]);
    });

    test("is not to be had once care has started, or the request is over", async () => {
      const door = await openFrontDoor(await open());
      const reference = await ask(door, TEN);
      const work = await firstWork(door, "harbour");
      await startFulfilment(door.onedoor, TOWN, worker("harbour"), work);
      expect(await move(door, reference, HILL_ELEVEN)).toMatchObject({ kind: "refused" });
      expect(await move(door, reference, ELEVEN)).toMatchObject({ kind: "refused" });
      expect((await busy(door)).filter(({ of }) => of !== null).map(({ id }) => id)).toEqual([TEN]);
      await cancelRequest(door.onedoor, TOWN, { reference, note: "" }, rosa);
      expect(await move(door, reference, HILL_ELEVEN)).toMatchObject({ kind: "refused" });
    });
  });
});

import { describe, expect, it } from "vitest";
import type { Instant } from "~/domain/shared/time";
import { auditOf } from "~db/queries/audit";
import { keyOfWork, standingTakes } from "~db/queries/desk-takes";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { cancelRequest } from "./cancel-request";
import { forgetExpired } from "./forget-expired";
import { raisePriorityAtDesk } from "./raise-priority";
import { giveBackAtDesk, takeAtDesk } from "./take-at-desk";
import type { DeskActor } from "./work-at-desk";

const nadia: DeskActor = { kind: "desk", accountId: "nadia", name: "Nadia Rashid" };
const omar: DeskActor = { kind: "desk", accountId: "omar", name: "Omar Haddad" };
const NINE = "2026-11-23T09:00:00.000Z";
const TEN_TO_TEN = "2026-11-23T09:50:00.000Z";
const KEY = "a-key-of-ours";

onEachDatabase((open) => {
  async function asked() {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    const { part, request } = await standing(door, reference);
    const work = { kind: "part" as const, itemId: part.id };
    return {
      door,
      reference,
      part,
      request,
      work,
      take: (who: DeskActor, over: Instant | null = null, key: string | null = null) =>
        takeAtDesk(door.onedoor, TOWN, who, { ...work, over, key }),
      giveBack: (who: DeskActor) => giveBackAtDesk(door.onedoor, TOWN, who, work),
      has: async (brandId = TOWN) =>
        (await standingTakes(door.onedoor.db.kysely, brandId, door.onedoor.clock())).get(keyOfWork(work)),
      audited: async () =>
        (await auditOf(door.onedoor.db.kysely, TOWN, request.id))
          .filter(({ action }) => action === "taken" || action === "given-back")
          .map(({ action, actor, body }) => [action, JSON.parse(actor).name, JSON.parse(body).from]),
    };
  }
  const minutesOn = (door: FrontDoor, minutes: number) =>
    door.at(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());

  describe("what somebody at the front desk takes", () => {
    it("is theirs, others are told so, and it is given back by them alone", async () => {
      const { take, giveBack, has, audited } = await asked();
      expect(await take(nadia)).toEqual({ kind: "done" });
      expect(await has()).toMatchObject({ name: "Nadia Rashid", since: NINE });
      expect(await has("another-town")).toBeUndefined();
      expect(await take(omar)).toEqual({ kind: "changed", by: "Nadia Rashid" });
      expect(await giveBack(omar)).toEqual({ kind: "changed", by: "Nadia Rashid" });
      expect(await giveBack(nadia)).toEqual({ kind: "done" });
      expect(await giveBack(nadia)).toEqual({ kind: "done" });
      expect(await has()).toBeUndefined();
      expect(await take(omar)).toEqual({ kind: "done" });
      expect(await audited()).toEqual([
        ["taken", "Nadia Rashid", null],
        ["given-back", "Nadia Rashid", undefined],
        ["taken", "Omar Haddad", null],
      ]);
    });

    it("is taken over by whoever saw whose it is, and the audit says from whom", async () => {
      const { door, take, has, audited } = await asked();
      await take(nadia);
      minutesOn(door, 5);
      expect(await take(omar, TEN_TO_TEN)).toEqual({ kind: "changed", by: "Nadia Rashid" });
      expect(await take(omar, NINE)).toEqual({ kind: "done" });
      expect(await has()).toMatchObject({ name: "Omar Haddad", since: "2026-11-23T09:05:00.000Z" });
      expect((await audited()).at(-1)).toEqual(["taken", "Omar Haddad", "Nadia Rashid"]);
    });

    it("lapses after half an hour in which they did nothing about it", async () => {
      const { door, take, has, part } = await asked();
      await take(nadia);
      minutesOn(door, 20);
      const raise = { partId: part.id, version: part.version, priority: "urgent", note: "It got worse" };
      expect(await raisePriorityAtDesk(door.onedoor, TOWN, nadia, raise)).toEqual({ kind: "done" });
      minutesOn(door, 49);
      expect(await has()).toMatchObject({ name: "Nadia Rashid", since: NINE });
      minutesOn(door, 50);
      expect(await has()).toBeUndefined();
      expect(await forgetExpired(door.onedoor)).toBeGreaterThan(0);
      expect(await door.onedoor.db.kysely.selectFrom("desk_takes").selectAll().execute()).toEqual([]);
      expect(await take(omar)).toEqual({ kind: "done" });
    });

    it("is not prolonged by what another does", async () => {
      const { door, take, has, part } = await asked();
      await take(nadia);
      minutesOn(door, 20);
      const raise = { partId: part.id, version: part.version, priority: "urgent", note: "It got worse" };
      expect(await raisePriorityAtDesk(door.onedoor, TOWN, omar, raise)).toEqual({ kind: "done" });
      minutesOn(door, 30);
      expect(await has()).toBeUndefined();
    });

    it("is taken once by a form that is sent twice, whatever was done in between", async () => {
      const { take, giveBack, has } = await asked();
      expect(await take(nadia, null, KEY)).toEqual({ kind: "done" });
      await giveBack(nadia);
      expect(await take(nadia, null, KEY)).toEqual({ kind: "done" });
      expect(await has()).toBeUndefined();
    });

    it("is not what is over, what is not there, or another brand's", async () => {
      const { door, reference, take, work } = await asked();
      const { onedoor } = door;
      for (const kind of ["part", "stop", "message"] as const)
        expect(await takeAtDesk(onedoor, TOWN, nadia, { kind, itemId: "made-up", over: null })).toEqual({
          kind: "not-found",
        });
      await cancelRequest(onedoor, TOWN, { reference, note: "" }, { kind: "patient", name: "Rosa" });
      expect(await take(nadia)).toEqual({ kind: "not-found" });
      expect(await giveBackAtDesk(onedoor, TOWN, nadia, work)).toEqual({ kind: "not-found" });
    });
  });
});

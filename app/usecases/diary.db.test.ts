import { describe, expect, it } from "vitest";
import type { SlotPattern } from "~/domain/directory/types";
import { addMembership, upsertAccount } from "~db/queries/accounts";
import { auditOf } from "~db/queries/audit";
import { readDiary, timesGiven } from "~db/queries/diary";
import { freeSlots, takeSlot } from "~db/queries/slots";
import { onEachDatabase } from "~tests/support/databases";
import { MONDAY_9AM, openFrontDoor, standing, submitted, TOWN } from "~tests/support/front-door";
import { verifyAudit } from "./audit";
import { blockTimes, openTimes } from "./block-times";
import { holdSlotForDraft } from "./hold-slot";
import { bookFulfilment, type PartnerActor } from "./respond-to-fulfilment";
import { patternMark, setPattern } from "./set-pattern";
import { topUpSlots } from "./top-up-slots";

const EYES = "eye-test-harbour";
const TEN = `${EYES}.20261123T1000Z`;
const ELEVEN = `${EYES}.20261123T1100Z`;
const FOREVER = { from: MONDAY_9AM, until: "2027-12-31T00:00:00.000Z", now: MONDAY_9AM };
const at = (organisationId: string, accountId: string): PartnerActor => ({
  kind: "partner",
  organisationId,
  accountId,
  name: accountId,
});
const MAGGIE = at("harbour", "maggie");

onEachDatabase((open) => {
  /** Maggie books at the harbour and Win reads there; Hal manages the hill. Today has 10 and 11, each next Monday 9 too. */
  async function town() {
    const db = await open();
    const door = await openFrontDoor(db);
    await db.write(async (tx) => {
      for (const [id, organisationId, role] of [
        ["maggie", "harbour", "booker"],
        ["win", "harbour", "reader"],
        ["hal", "hill", "manager"],
      ] as const) {
        await upsertAccount(
          tx,
          { id, issuer: "https://id.example", subject: id, name: id, email: null, claims: {} },
          MONDAY_9AM,
        );
        await addMembership(tx, TOWN, { accountId: id, organisationId, role });
      }
    });
    await topUpSlots(door.onedoor, TOWN);
    const { onedoor } = door;
    const standings = async () =>
      (await readDiary(db.kysely, TOWN, [EYES], FOREVER)).map(
        ({ startsAt, standing }) => `${startsAt.slice(5, 16)} ${standing}`,
      );
    const canBeHad = async () =>
      (await freeSlots(db.kysely, TOWN, EYES, MONDAY_9AM, FOREVER.until, FOREVER)).length;
    const block = (slotIds: readonly string[], actor = MAGGIE, offerId = EYES) =>
      blockTimes(onedoor, TOWN, actor, { offerId, why: "Training", slotIds });
    const set = async (pattern: SlotPattern, options = {}, actor = MAGGIE) => {
      const seen = (await onedoor.directories.current(TOWN)).offer(EYES) ?? { slots: null };
      return setPattern(onedoor, TOWN, actor, { offerId: EYES, pattern, seen: patternMark(seen) }, options);
    };
    return { ...door, db, standings, canBeHad, block, set };
  }

  describe("a time that is blocked", () => {
    it("can be had by nobody, however often the diary is filled, until it is opened again", async () => {
      const { onedoor, db, block, canBeHad } = await town();
      const before = await canBeHad();
      expect(await block([TEN])).toEqual({ kind: "done", count: 1, left: 0 });
      await topUpSlots(onedoor, TOWN);
      expect(await canBeHad()).toBe(before - 1);
      expect(await db.write((tx) => takeSlot(tx, TOWN, TEN, "somebody", null, MONDAY_9AM))).toBe(false);
      const hold = { draftId: "a-draft", slotId: TEN, offerId: EYES };
      expect(await holdSlotForDraft(onedoor, TOWN, hold)).toEqual({ kind: "taken" });
      expect(await openTimes(onedoor, TOWN, MAGGIE, { offerId: EYES, slotIds: [TEN] })).toMatchObject({
        kind: "done",
        count: 1,
      });
      expect(await canBeHad()).toBe(before);
      const written = (await auditOf(db.kysely, TOWN, EYES)).map(({ action }) => action);
      expect(written.sort()).toEqual(["times-blocked", "times-opened"]);
      expect((await verifyAudit(onedoor, TOWN)).faults).toEqual([]);
    });

    it("is blocked with all that were chosen, or none is when somebody was faster", async () => {
      const door = await town();
      const { block, standings } = door;
      await submitted(door, { serviceId: "eye-test", choice: EYES, slot: TEN });
      const before = await standings();
      expect(await block([ELEVEN, TEN])).toEqual({ kind: "gone", startsAt: ["2026-11-23T10:00:00.000Z"] });
      expect(await standings()).toEqual(before);
      expect(await block(["no-such-slot"])).toEqual({ kind: "gone", startsAt: [] });
    });

    it("of some days is every one that is free, and who has one keeps it", async () => {
      const door = await town();
      const { onedoor, standings } = door;
      await submitted(door, { serviceId: "eye-test", choice: EYES, slot: TEN });
      const days = { from: "2026-11-23", until: "2026-11-30" };
      expect(await blockTimes(onedoor, TOWN, MAGGIE, { offerId: EYES, why: "Away", ...days })).toEqual({
        kind: "done",
        count: 4,
        left: 1,
      });
      expect((await standings()).slice(1, 7)).toEqual([
        "11-23T10:00 booked",
        "11-23T11:00 blocked",
        "11-30T09:00 blocked",
        "11-30T10:00 blocked",
        "11-30T11:00 blocked",
        "12-07T09:00 free",
      ]);
    });

    it.each([
      ["a reader", at("harbour", "win"), EYES, "not-allowed"],
      ["somebody of another organisation", at("harbour", "hal"), EYES, "not-allowed"],
      ["for another organisation’s offer", at("hill", "hal"), EYES, "not-found"],
      ["for an offer that is none", MAGGIE, "nothing", "not-found"],
    ] as const)("is not blocked by or %s", async (_who, actor, offerId, kind) => {
      const { block, canBeHad } = await town();
      const before = await canBeHad();
      expect(await block([TEN], actor, offerId)).toEqual({ kind });
      expect(await canBeHad()).toBe(before);
    });
  });

  describe("a time of its own", () => {
    /** Somebody has 10, and somebody else, who has 11, is to be given another time. */
    async function moving(startsAt: string) {
      const door = await town();
      await submitted(door, { serviceId: "eye-test", choice: EYES, slot: TEN });
      const reference = await submitted(door, { serviceId: "eye-test", choice: EYES, slot: ELEVEN });
      const [fulfilment] = (await standing(door, reference)).fulfilments;
      const { id = "", version = 0 } = fulfilment ?? {};
      const give = (overbook: boolean) =>
        bookFulfilment(door.onedoor, TOWN, MAGGIE, { fulfilmentId: id, version, startsAt, overbook });
      return { ...door, give, reference };
    }

    it("is given over others only by who was told that they are there", async () => {
      const door = await moving("2026-11-23T10:30:00.000Z");
      const before = await door.standings();
      expect(await door.give(false)).toEqual({
        kind: "refused",
        reasons: ["1 person has a time then already. Choose another, or tick to give it all the same"],
        field: "overbook",
      });
      expect(await door.standings()).toEqual(before);
      expect(await door.give(true)).toEqual({ kind: "done" });
      expect(await door.standings()).toContain("11-23T11:00 free");
      const given = await timesGiven(door.db.kysely, TOWN, [EYES], FOREVER);
      expect(given.map(({ startsAt, slotId }) => [startsAt.slice(11, 16), slotId])).toEqual([
        ["10:00", TEN],
        ["10:30", null],
      ]);
    });

    it("is given at once where nobody else is, and not where the time is blocked", async () => {
      const free = await moving("2026-11-23T12:30:00.000Z");
      expect(await free.give(false)).toEqual({ kind: "done" });
      const blocked = await moving("2026-11-30T09:30:00.000Z");
      await blocked.block([`${EYES}.20261130T0900Z`]);
      expect(await blocked.give(false)).toMatchObject({
        kind: "refused",
        reasons: ["You have blocked that time. Choose another, or tick to give it all the same"],
      });
    });
  });

  describe("another week", () => {
    const afternoons: SlotPattern = {
      minutes: 60,
      sessions: [{ weekday: 1, opens: "14:00", closes: "16:00" }],
      exceptions: [{ kind: "day-off", on: "2026-12-07" }],
    };

    it("takes free times back, makes new ones, and keeps what is booked or blocked", async () => {
      const door = await town();
      const { onedoor, block, set, standings } = door;
      await submitted(door, { serviceId: "eye-test", choice: EYES, slot: TEN });
      await block([ELEVEN]);
      const before = await standings();
      const dry = await set(afternoons, { dryRun: true });
      expect(await standings()).toEqual(before);
      const done = await set(afternoons);
      expect(done).toEqual(dry);
      if (done.kind !== "done") throw new Error(done.kind);
      expect(done.changes.stays.map(({ id }) => id)).toEqual([TEN, ELEVEN]);
      expect(done.changes.goes).toHaveLength(before.length - 2);
      expect((await standings()).slice(0, 6)).toEqual([
        "11-23T10:00 booked",
        "11-23T11:00 blocked",
        "11-23T14:00 free",
        "11-23T15:00 free",
        "11-30T14:00 free",
        "11-30T15:00 free",
      ]);
      expect((await standings()).some((slot) => slot.startsWith("12-07"))).toBe(false);
      expect((await onedoor.directories.current(TOWN)).offer(EYES)?.slots).toEqual(afternoons);
      // What is opened again and is in the week no more goes.
      await openTimes(onedoor, TOWN, MAGGIE, { offerId: EYES, slotIds: [ELEVEN] });
      expect(await standings()).not.toContain("11-23T11:00 free");
    });

    it("is not set over what somebody else has set meanwhile, nor by who may not", async () => {
      const { onedoor, set, standings } = await town();
      const before = await standings();
      const stale = { offerId: EYES, pattern: afternoons, seen: "another" };
      expect(await setPattern(onedoor, TOWN, MAGGIE, stale)).toEqual({ kind: "changed" });
      expect(await set(afternoons, {}, at("harbour", "win"))).toEqual({ kind: "not-allowed" });
      expect(await set(afternoons, {}, at("hill", "hal"))).toEqual({ kind: "not-found" });
      expect(await standings()).toEqual(before);
    });
  });
});

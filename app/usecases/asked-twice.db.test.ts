import { describe, expect, it } from "vitest";
import { ASKED_TWICE } from "~/domain/fulfilment/asked-twice";
import { likelyTwice, readPair } from "~db/queries/asked-twice";
import { auditOf } from "~db/queries/audit";
import { readMessages } from "~db/queries/messages";
import { onEachDatabase } from "~tests/support/databases";
import {
  type Asking,
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  worker,
} from "~tests/support/front-door";
import { unsound } from "~tests/support/sound";
import { closeAskedTwice, sayNotAskedTwice, seenOf } from "./asked-twice";
import { cancelRequest } from "./cancel-request";
import { acceptFulfilment } from "./respond-to-fulfilment";
import { tellRedFlag } from "./tell-red-flag";
import type { DeskActor } from "./work-at-desk";

const nadia: DeskActor = { kind: "desk", accountId: "nadia", name: "Nadia Rashid" };
const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const KEY = "a-key-of-ours";
const OTHER_BROWSER = "b".repeat(64);
const TEN = "eye-test-harbour.20261123T1000Z";
const ELEVEN = "eye-test-hill.20261123T1100Z";

const listed = async (door: FrontDoor, brandId = TOWN) =>
  (await likelyTwice(door.onedoor.db.kysely, brandId)).map(({ one, other, services }) => [
    one.reference,
    other.reference,
    ...services,
  ]);
const seen = async (door: FrontDoor, one: string, other: string) => {
  const pair = await readPair(door.onedoor.db.kysely, TOWN, [one, other]);
  return pair ? seenOf(pair) : "";
};
const close = async (
  door: FrontDoor,
  close: string,
  keep: string,
  change: { key?: string; seen?: string } = {},
) =>
  closeAskedTwice(door.onedoor, TOWN, nadia, { close, keep, seen: await seen(door, close, keep), ...change });

onEachDatabase((open) => {
  /** Rosa asks for the same from two browsers, an hour apart. */
  async function askedTwice(first: Asking = {}, second: Asking = {}) {
    const door = await openFrontDoor(await open());
    const one = await submitted(door, first);
    door.at("2026-11-23T09:30:00.000Z");
    const other = await submitted(door, { visitor: OTHER_BROWSER, ...second });
    return { door, one, other };
  }
  const eyeTests = () =>
    askedTwice(
      { serviceId: "eye-test", choice: "eye-test-harbour", slot: TEN },
      { serviceId: "eye-test", choice: "eye-test-hill", slot: ELEVEN },
    );
  const slot = async (door: FrontDoor, id: string) =>
    (
      await door.onedoor.db.kysely
        .selectFrom("slots")
        .select("status")
        .where("id", "=", id)
        .executeTakeFirstOrThrow()
    ).status;

  describe("what is likely asked twice", () => {
    it("is listed in the order of asking, while both are open, in its own brand alone", async () => {
      const { door, one, other } = await askedTwice();
      expect(await listed(door)).toEqual([[one, other, "physiotherapy"]]);
      expect(await listed(door, "another-town")).toEqual([]);
      await cancelRequest(door.onedoor, TOWN, { reference: one, note: "" }, rosa);
      expect(await listed(door)).toEqual([]);
    });

    it("is not other care, another’s, or long ago", async () => {
      const { door } = await askedTwice({}, { serviceId: "eye-test", choice: "eye-test-hill", slot: ELEVEN });
      expect(await listed(door)).toEqual([]);
      door.at("2027-01-04T09:00:00.000Z");
      const late = await submitted(door, { visitor: "c".repeat(64) });
      expect((await listed(door)).flat()).not.toContain(late);
    });

    it("is each pair of three", async () => {
      const { door, one, other } = await askedTwice();
      const third = await submitted(door, { visitor: "c".repeat(64) });
      expect((await listed(door)).map((pair) => pair.slice(0, 2).sort().join())).toHaveLength(3);
      expect(await close(door, third, other)).toEqual({ kind: "done" });
      expect(await listed(door)).toEqual([[one, other, "physiotherapy"]]);
    });
  });

  describe("one of two is closed", () => {
    it("whoever has it: its time is free, the person and the partner are told, the other goes on", async () => {
      const { door, one, other } = await eyeTests();
      expect([await slot(door, TEN), await slot(door, ELEVEN)]).toEqual(["busy", "busy"]);
      const kept = await standing(door, other);
      expect(await close(door, one, other)).toEqual({ kind: "done" });
      expect([await slot(door, TEN), await slot(door, ELEVEN)]).toEqual(["free", "busy"]);
      expect(await standing(door, other)).toEqual(kept);
      const { part, asked, events, request } = await standing(door, one);
      expect([part.status, asked]).toEqual(["closed", ["harbour cancelled"]]);
      expect(events.at(-1)).toMatchObject({
        actor: nadia,
        event: { type: "part-closed", reason: ASKED_TWICE },
      });
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.slice(-2).map(({ recipient, template }) => [recipient, template])).toEqual([
        ["partner:harbour", "work-withdrawn"],
        ["patient", "request-closed"],
      ]);
      const audited = await auditOf(door.onedoor.db.kysely, TOWN, request.id);
      expect(audited.at(-1)).toMatchObject({ action: "closed-as-asked-twice" });
      expect(JSON.parse(audited.at(-1)?.body ?? "{}")).toMatchObject({ kept: kept.request.id });
      expect(await listed(door)).toEqual([]);
      expect(await unsound(door.onedoor.db, TOWN, door.onedoor.clock())).toEqual([]);
    });

    it("but not one on which the person told of danger: the other can be", async () => {
      const { door, one, other } = await askedTwice();
      const { part } = await standing(door, one);
      await tellRedFlag(door.onedoor, TOWN, rosa, {
        reference: one,
        partId: part.id,
        key: "a-flag-key",
        leadsTo: "999",
        signs: ["I am numb"],
        how: "ticked",
      });
      expect(await close(door, one, other)).toMatchObject({
        kind: "refused",
        reasons: [expect.stringContaining("sign of danger")],
      });
      expect((await standing(door, one)).part.status).toBe("open");
      expect(await close(door, other, one)).toEqual({ kind: "done" });
    });

    it("once, by a form that is sent twice", async () => {
      const { door, one, other } = await askedTwice();
      const same = { key: KEY, seen: await seen(door, one, other) };
      expect(await close(door, one, other, same)).toEqual({ kind: "done" });
      const after = await standing(door, one);
      expect(await close(door, one, other, same)).toEqual({ kind: "done" });
      expect(await standing(door, one)).toEqual(after);
    });

    it("only as somebody saw them both: what changed meanwhile is told, and nothing is closed", async () => {
      const { door, one, other } = await askedTwice();
      const before = await seen(door, one, other);
      const work = { ...(await firstWork(door, "harbour")), startsAt: "2026-11-26T14:00:00.000Z" };
      await acceptFulfilment(door.onedoor, TOWN, worker("harbour"), work);
      for (const [closed, kept] of [
        [one, other],
        [other, one],
      ] as const)
        expect(await close(door, closed, kept, { seen: before })).toEqual({
          kind: "changed",
          by: "Sam of harbour",
        });
      expect(await listed(door)).toHaveLength(1);
    });

    it("never when the other is over, is for somebody else’s care, or is not there", async () => {
      const { door, one, other } = await askedTwice();
      await cancelRequest(door.onedoor, TOWN, { reference: other, note: "" }, rosa);
      expect(await close(door, one, other)).toMatchObject({ kind: "refused" });
      const eyes = await submitted(door, { serviceId: "eye-test", choice: "eye-test-hill", slot: ELEVEN });
      expect(await close(door, one, eyes)).toMatchObject({ kind: "refused" });
      expect(await close(door, one, one)).toEqual({ kind: "not-found" });
      expect(await close(door, one, "K7PM-3QXR")).toEqual({ kind: "not-found" });
      expect((await standing(door, one)).part.status).toBe("open");
    });
  });

  describe("somebody says that two are not the same", () => {
    const say = (door: FrontDoor, one: string, other: string, key: string | null = null) =>
      sayNotAskedTwice(door.onedoor, TOWN, nadia, { references: [one, other], key });

    it("and they are listed no more; who said it is kept, and audited for both", async () => {
      const { door, one, other } = await askedTwice();
      expect(await say(door, other, one, KEY)).toEqual({ kind: "done" });
      expect(await say(door, other, one, KEY)).toEqual({ kind: "done" });
      expect(await say(door, one, other)).toEqual({ kind: "done" });
      expect(await listed(door)).toEqual([]);
      const rows = await door.onedoor.db.kysely.selectFrom("not_asked_twice").selectAll().execute();
      expect(rows.map(({ said_by, at }) => [JSON.parse(said_by).name, at])).toEqual([
        ["Nadia Rashid", "2026-11-23T09:30:00.000Z"],
      ]);
      for (const reference of [one, other]) {
        const { request, part } = await standing(door, reference);
        expect(part.status).toBe("open");
        const audited = await auditOf(door.onedoor.db.kysely, TOWN, request.id);
        expect(audited.filter(({ action }) => action === "said-not-asked-twice")).toHaveLength(1);
      }
    });

    it("and neither can be closed for the other any more; a third one is still looked at", async () => {
      const { door, one, other } = await askedTwice();
      await say(door, one, other);
      expect(await close(door, one, other)).toMatchObject({ kind: "refused" });
      const third = await submitted(door, { visitor: "c".repeat(64) });
      expect(await listed(door)).toHaveLength(2);
      expect(await say(door, one, "K7PM-3QXR")).toEqual({ kind: "not-found" });
      expect(await say(door, third, third)).toEqual({ kind: "not-found" });
    });
  });
});

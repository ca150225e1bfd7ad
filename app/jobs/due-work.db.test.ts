import type { KyselyPlugin } from "kysely";
import { describe, expect, test } from "vitest";
import { chooseAgain, judgeAgain } from "~/usecases/choose-again";
import { copyBrand } from "~/usecases/copy-brand";
import { declineFulfilment } from "~/usecases/respond-to-fulfilment";
import { closeAtDesk, type DeskActor, judgeAtDesk, rerouteFromDesk } from "~/usecases/work-at-desk";
import type { Database } from "~db/connect";
import { insertCommand, readCommand } from "~db/queries/commands";
import { deskList } from "~db/queries/desk";
import { readMessages } from "~db/queries/messages";
import { onEachDatabase } from "~tests/support/databases";
import {
  answeredDraft,
  type FrontDoor,
  firstWork,
  openFrontDoor,
  standing,
  submitted,
  TOWN,
  threePartners,
  VISITOR,
  worker,
} from "~tests/support/front-door";
import { postOffice } from "~tests/support/post-office";
import { brand } from "~tests/support/small-town";
import { startClock } from "./clock";
import { runDueWork } from "./due-work";
import { slotsAhead } from "./slots-ahead";

const rosa = { kind: "patient" as const, name: "Rosa Marchetti" };
const desk: DeskActor = { kind: "desk", accountId: "account-desk", name: "Nadia at the front desk" };

const decline = async (door: FrontDoor, organisationId: string) =>
  declineFulfilment(door.onedoor, TOWN, worker(organisationId), {
    ...(await firstWork(door, organisationId)),
    reason: "22",
    note: "",
  });

/** Lets time pass until the part is due, and does what is due then. */
async function untilDue(door: FrontDoor, reference: string): Promise<number> {
  const { part } = await standing(door, reference);
  door.at(part.dueAt ?? "");
  return (await runDueWork(door.onedoor)).handled;
}

/** Rosa, whose turn it is, lets the front desk help her. */
async function askDesk(door: FrontDoor, reference: string) {
  const { part } = await standing(door, reference);
  const about = { reference, partId: part.id, version: part.version };
  return chooseAgain(door.onedoor, TOWN, { ...about, offerId: "desk" }, rosa);
}

onEachDatabase((open) => {
  describe("silence", () => {
    test("of a partner asks the next one, in different words from a refusal, and keeps the promise", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const { part: before } = await standing(door, reference);
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
      expect(await untilDue(door, reference)).toBe(1);
      const { asked, part, fulfilments, happened } = await standing(door, reference);
      expect(asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(fulfilments[0]?.ended?.reason).toBe("silent");
      expect(happened.slice(2)).toEqual(["fulfilment-unanswered", "part-routed", "box-changed"]);
      expect(part.promise).toEqual(before.promise);
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
    });

    test("of everybody ends at the front desk, and then with the manager, where it stays", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      for (let partners = 0; partners < 3; partners += 1) await untilDue(door, reference);
      expect((await standing(door, reference)).part.owner).toEqual({ kind: "desk" });
      await untilDue(door, reference);
      const { part, request, happened } = await standing(door, reference);
      expect(part.owner).toEqual({ kind: "manager" });
      expect(happened.at(-1)).toBe("handed-to-manager");
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.at(-1)).toMatchObject({ recipient: "patient", template: "with-manager" });
      expect(await untilDue(door, reference)).toBe(0);
    });

    test("that nobody watched is caught up with at the next start, in one pass a step", async () => {
      const door = await openFrontDoor(await open());
      const references = [await submitted(door), await submitted(door, { visitor: "b".repeat(64) })];
      door.at("2027-03-01T09:00:00.000Z");
      expect((await runDueWork(door.onedoor)).handled).toBeGreaterThanOrEqual(2);
      for (const reference of references) {
        const { part } = await standing(door, reference);
        expect((part.dueAt ?? "") > "2027-03-01T09:00:00.000Z").toBe(true);
      }
    });

    test("is handled once, however many processes look at the same moment", async () => {
      const door = await openFrontDoor(await open());
      const references: string[] = [];
      for (const visitor of ["1", "2", "3", "4"]) {
        references.push(await submitted(door, { visitor: visitor.repeat(64) }));
      }
      door.at((await standing(door, references[0] ?? "")).part.dueAt ?? "");
      const passes = await Promise.all([1, 2, 3, 4].map(() => runDueWork(door.onedoor)));
      expect(passes.reduce((sum, { handled }) => sum + handled, 0)).toBe(4);
      for (const reference of references) {
        expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
      }
    });
  });

  describe("what cannot be moved on", () => {
    test("is logged and tried again later, and keeps nothing else waiting", async () => {
      const door = await openFrontDoor(await open());
      const broken = await submitted(door);
      const sound = await submitted(door, { visitor: "b".repeat(64) });
      const { part } = await standing(door, broken);
      await door.onedoor.db.kysely
        .updateTable("parts")
        .set({ promise: "{" })
        .where("brand_id", "=", TOWN)
        .where("id", "=", part.id)
        .execute();
      door.at(part.dueAt ?? "");
      const logged: object[] = [];
      const log = { ...door.onedoor.log, error: (fields: object) => void logged.push(fields) };
      const onedoor = { ...door.onedoor, log };
      expect((await runDueWork(onedoor)).handled).toBe(1);
      expect((await standing(door, sound)).asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(logged).toMatchObject([{ brandId: TOWN, partId: part.id }]);
      expect((await runDueWork(onedoor)).handled).toBe(0);
      expect(logged).toHaveLength(2);
    });

    test("in one brand does not stop another's", async () => {
      const db = await open();
      const door = await openFrontDoor(db);
      await openFrontDoor(db, threePartners({ brand: brand({ id: "broken-town", name: "Broken Town" }) }));
      const reference = await submitted(door);
      await db.kysely.updateTable("brands").set({ body: "{" }).where("id", "=", "broken-town").execute();
      door.at((await standing(door, reference)).part.dueAt ?? "");
      await expect(runDueWork(door.onedoor)).rejects.toThrow(AggregateError);
      expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
    });
  });

  describe("without consent to pass on", () => {
    test("a refusal comes back to the patient, who chooses, and that partner is asked", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { consent: "no" });
      await decline(door, "harbour");
      expect((await standing(door, reference)).part.owner).toEqual({ kind: "patient" });

      const { part } = await standing(door, reference);
      const again = await judgeAgain(door.onedoor, TOWN, part.id);
      const eligible = again?.candidates.filter((candidate) => candidate.eligible);
      expect(eligible?.map(({ offerId }) => offerId)).toEqual(["physiotherapy-hill", "physiotherapy-mead"]);

      const choose = (offerId: string, version = part.version) =>
        chooseAgain(door.onedoor, TOWN, { reference, partId: part.id, version, offerId }, rosa);
      expect(await choose("physiotherapy-mead", part.version - 1)).toMatchObject({ kind: "changed" });
      expect(await choose("physiotherapy-harbour")).toMatchObject({ kind: "refused" });
      expect(await choose("physiotherapy-mead")).toEqual({ kind: "done" });
      expect(await choose("physiotherapy-hill")).toMatchObject({ kind: "changed" });
      const { asked, happened } = await standing(door, reference);
      expect(asked).toEqual(["harbour rejected", "mead requested"]);
      expect(happened.slice(2)).toEqual([
        "fulfilment-rejected",
        "returned-to-patient",
        "part-routed",
        "box-changed",
      ]);
      expect(await judgeAgain(door.onedoor, TOWN, part.id)).toBeNull();
    });

    test("the patient can ask the front desk instead", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { consent: "no" });
      await decline(door, "harbour");
      expect(await askDesk(door, reference)).toEqual({ kind: "done" });
      const { events } = await standing(door, reference);
      expect(events.at(-1)?.event).toMatchObject({ because: "asked-by-patient" });
    });

    test("a patient who does not choose in time is helped by the front desk", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { consent: "no" });
      await untilDue(door, reference);
      expect((await standing(door, reference)).part.owner).toEqual({ kind: "patient" });
      await untilDue(door, reference);
      const { part, events } = await standing(door, reference);
      expect(part.owner).toEqual({ kind: "desk" });
      const happened = events.map(({ event }) => event);
      expect(happened).toContainEqual(expect.objectContaining({ because: "patient-silent" }));
    });
  });

  describe("the front desk", () => {
    async function atTheDesk() {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door, { consent: "no" });
      await decline(door, "harbour");
      await askDesk(door, reference);
      const { items } = await deskList(door.onedoor.db.kysely, TOWN);
      const [item] = items;
      if (!item) throw new Error("The desk has no work");
      return { door, reference, item, on: { partId: item.part.id, version: item.part.version } };
    }

    test("sees what it owns and why, and asks a partner", async () => {
      const { door, reference, item, on } = await atTheDesk();
      expect(item).toMatchObject({
        reference,
        because: "asked-by-patient",
        person: { name: "Rosa Marchetti" },
      });
      const decision = await judgeAtDesk(door.onedoor, TOWN, on.partId);
      expect(decision?.chosen).toBe("physiotherapy-hill");
      const send = { ...on, offerId: "physiotherapy-hill", note: "Spoke to them" };
      expect(await rerouteFromDesk(door.onedoor, TOWN, desk, send)).toEqual({ kind: "done" });
      expect((await standing(door, reference)).asked).toEqual(["harbour rejected", "hill requested"]);
      expect(await rerouteFromDesk(door.onedoor, TOWN, desk, send)).toEqual({
        kind: "changed",
        by: "Nadia at the front desk",
      });
      expect((await deskList(door.onedoor.db.kysely, TOWN)).total).toBe(0);
    });

    test("closes with a reason that the patient is told", async () => {
      const { door, reference, on } = await atTheDesk();
      expect(await closeAtDesk(door.onedoor, TOWN, desk, { ...on, reason: "" })).toMatchObject({
        kind: "refused",
      });
      expect(
        await closeAtDesk(door.onedoor, TOWN, desk, { ...on, reason: "Seen by the walk-in centre" }),
      ).toEqual({ kind: "done" });
      const { part, events, request } = await standing(door, reference);
      expect(part).toMatchObject({ status: "closed", dueAt: null });
      expect(events.at(-1)).toMatchObject({
        actor: { name: "Nadia at the front desk" },
        event: { type: "part-closed", reason: "Seen by the walk-in centre" },
      });
      const messages = await readMessages(door.onedoor.db.kysely, TOWN, request.id);
      expect(messages.at(-1)).toMatchObject({ recipient: "patient", template: "request-closed" });
    });

    test("of another brand sees and touches nothing of it", async () => {
      const { door, on } = await atTheDesk();
      expect((await deskList(door.onedoor.db.kysely, "other-town")).items).toEqual([]);
      const reason = "Not mine";
      const elsewhere = { ...on, partId: "made-up", reason };
      expect(await closeAtDesk(door.onedoor, TOWN, desk, elsewhere)).toEqual({ kind: "not-found" });
    });
  });

  test("drafts and holds that are over are forgotten", async () => {
    const door = await openFrontDoor(await open());
    const draftId = await answeredDraft(door, {
      serviceId: "eye-test",
      choice: "eye-test-harbour",
      slot: "eye-test-harbour.20261123T1000Z",
    });
    const held = () =>
      door.onedoor.db.kysely.selectFrom("slots").select("id").where("held_by", "=", draftId).execute();
    expect(await held()).toHaveLength(1);
    door.at("2026-11-23T09:30:00.000Z");
    await runDueWork(door.onedoor);
    expect(await held()).toEqual([]);
    door.at("2026-11-24T10:00:00.000Z");
    await runDueWork(door.onedoor);
    const drafts = door.onedoor.db.kysely.selectFrom("drafts").select("id").where("visitor", "=", VISITOR);
    expect(await drafts.execute()).toEqual([]);
  });

  test("a pass in which nothing is due asks the database no more, however many brands there are", async () => {
    const door = await openFrontDoor(await open());
    await submitted(door);
    const { db } = door.onedoor;
    let asked = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const heard: Database = {
      ...db,
      kysely: db.kysely.withPlugin(counting),
      write: (work) => db.write((tx) => work(tx.withPlugin(counting))),
    };
    const pass = async () => {
      asked = 0;
      await runDueWork({ ...door.onedoor, db: heard });
      return asked;
    };
    await pass();
    const alone = await pass();
    for (const id of ["second-town", "third-town"]) {
      const to = { id, name: id, area: id };
      expect(await copyBrand(door.onedoor, { from: TOWN, to, openWork: true, who: desk })).toMatchObject({
        kind: "copied",
      });
    }
    // The first pass after they are made seals what is written down of it.
    expect(await pass()).toBeGreaterThan(alone);
    expect(await pass()).toBe(alone);
  });

  test("the clock does what is due at its start, and stops when it is asked to", async () => {
    const door = await openFrontDoor(await open());
    const reference = await submitted(door);
    door.at((await standing(door, reference)).part.dueAt ?? "");
    const { db } = door.onedoor;
    const old = {
      key: "a-key-of-long-ago",
      digest: "",
      requestId: null,
      answer: "{}",
      at: "2026-11-01T09:00:00.000Z",
    };
    await db.write((tx) => insertCommand(tx, TOWN, old));
    const stop = startClock(door.onedoor, 60_000, postOffice());
    await stop();
    expect(await readCommand(db.kysely, TOWN, old.key)).toBeUndefined();
    expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
    expect(stop.lastBeat()).toBe(door.onedoor.clock());
  });

  test("diaries are kept weeks ahead, and looked at once a day", async () => {
    const door = await openFrontDoor(await open());
    const topUp = slotsAhead(door.onedoor);
    const mondays = 6;
    expect(await topUp()).toBeGreaterThanOrEqual(2 * 3 * (mondays - 1));
    expect(await topUp()).toBe(0);
    door.at("2026-12-07T09:00:00.000Z");
    expect(await topUp()).toBe(2 * 3 * 2);
  });
});

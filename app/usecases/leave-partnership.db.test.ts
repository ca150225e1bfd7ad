import { describe, expect, test, vi } from "vitest";
import { openPart } from "~/domain/fulfilment/open-part";
import { runDueWork } from "~/jobs/due-work";
import type { Database } from "~db/connect";
import { upsertAccount } from "~db/queries/accounts";
import { readDecisions } from "~db/queries/decisions";
import { readDirectoryVersion } from "~db/queries/directory";
import { insertPart } from "~db/queries/part-states";
import { readFulfilment } from "~db/queries/partner-view";
import { readTracking } from "~db/queries/tracking";
import { worklist } from "~db/queries/worklist";
import { runs } from "~tests/support/counts";
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
import { box, next, setting } from "~tests/support/fulfilment";
import { askedAlike, fulfilmentsIn, toldOfLeaving } from "~tests/support/leaving";
import { offer, organisation, partnership } from "~tests/support/small-town";
import { unsound } from "~tests/support/sound";
import { createDirectories } from "./directories";
import { joinPartnership } from "./join-partnership";
import { leavePartnership } from "./leave-partnership";
import { completeFulfilment, startFulfilment } from "./progress-fulfilment";
import { acceptFulfilment } from "./respond-to-fulfilment";
import { resumePartnership } from "./resume-partnership";
import { suspendPartnership } from "./suspend-partnership";

const FULFILMENTS = runs(60, 1_000);
const WEDNESDAY = "2026-11-25T09:00:00.000Z";

const leave = (
  { onedoor }: FrontDoor,
  organisationId: string,
  {
    on = null,
    openWork = "reroute",
    dryRun = false,
  }: {
    readonly on?: string | null;
    readonly openWork?: "reroute" | "finish";
    readonly dryRun?: boolean;
  } = {},
) => leavePartnership(onedoor, TOWN, { organisationId, on, openWork }, { dryRun });

const accept = async (door: FrontDoor, organisationId: string, startsAt: string) =>
  acceptFulfilment(door.onedoor, TOWN, worker(organisationId), {
    ...(await firstWork(door, organisationId)),
    startsAt,
  });

/** The same front door as a process sees it that has just started. */
const afresh = (door: FrontDoor): FrontDoor => {
  const { db, clock } = door.onedoor;
  return { ...door, onedoor: { ...door.onedoor, directories: createDirectories(db, { clock }) } };
};

const busySlots = async ({ onedoor }: FrontDoor) =>
  (
    await onedoor.db.kysely.selectFrom("slots").select(["offer_id"]).where("status", "=", "busy").execute()
  ).map((slot) => slot.offer_id);

const everything = async ({ kysely }: Database) =>
  Promise.all(
    (
      ["brands", "partnerships", "parts", "fulfilments", "decisions", "events", "messages", "slots"] as const
    ).map((table) => kysely.selectFrom(table).selectAll().execute()),
  );

onEachDatabase((open) => {
  describe("a partner that leaves today", () => {
    vi.setConfig({ testTimeout: 120_000 });

    test(`with ${FULFILMENTS} open fulfilments has none left, and every patient is told once`, async () => {
      const db = await open();
      const door = await openFrontDoor(db);
      await askedAlike(door, FULFILMENTS, { serviceId: "physiotherapy" });
      const version = await readDirectoryVersion(db.kysely, TOWN);

      const before = await everything(db);
      const tried = await leave(door, "harbour", { dryRun: true });
      expect(await everything(db)).toEqual(before);

      const result = await leave(door, "harbour");
      expect(result).toMatchObject({
        kind: "done",
        handedOn: {
          fulfilments: FULFILMENTS,
          toPartners: { hill: FULFILMENTS },
          toDesk: 0,
          toPatients: 0,
          kept: 0,
          told: FULFILMENTS,
        },
      });
      expect(tried).toEqual(result);
      expect(await unsound(db, TOWN, MONDAY_9AM)).toEqual([]);
      expect(await fulfilmentsIn(db)).toBe(2 * FULFILMENTS);
      const harbour = { brandId: TOWN, organisationId: "harbour", now: MONDAY_9AM };
      expect((await worklist(db.kysely, harbour)).counts).toMatchObject({ "to-do": 0, ended: FULFILMENTS });
      const told = await toldOfLeaving(door.onedoor);
      expect(new Set(told.map(({ requestId }) => requestId)).size).toBe(FULFILMENTS);
      expect(told).toHaveLength(FULFILMENTS);
      const others = await db.kysely
        .selectFrom("messages")
        .select("template")
        .where("recipient", "=", "patient")
        .where("template", "not in", ["partner-left", "request-received"])
        .execute();
      expect(others).toEqual([]);
      expect(await readDirectoryVersion(db.kysely, TOWN)).toBe(version + 1);
      expect(await leave(door, "harbour")).toMatchObject({ kind: "refused" });
    });

    test("keeps every promise, and the past can be read", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      const done = await submitted(door, { visitor: "b".repeat(64) });
      const { part: before, request } = await standing(door, reference);
      await accept(door, "harbour", "2026-11-24T10:00:00.000Z");
      await startFulfilment(
        door.onedoor,
        TOWN,
        worker("harbour"),
        await firstWork(door, "harbour", "booked"),
      );
      const { fulfilmentId, version } = await firstWork(door, "harbour", "in-progress");
      const started = { fulfilmentId, version, code: "treated", outcome: "Exercises" } as const;
      await completeFulfilment(door.onedoor, TOWN, worker("harbour"), started);
      await leave(door, "harbour");

      const moved = (await standing(door, reference)).asked.length === 2 ? reference : done;
      const { part, asked, happened, fulfilments } = await standing(door, moved);
      expect(asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(happened.slice(-3)).toEqual(["partner-left", "part-routed", "box-changed"]);
      expect(part.promise).toEqual(before.promise);
      expect(fulfilments[0]?.ended?.reason).toBe("partner-left");

      const { kysely } = door.onedoor.db;
      const { items, counts } = await worklist(
        kysely,
        { brandId: TOWN, organisationId: "harbour", now: MONDAY_9AM },
        { view: "done" },
      );
      expect(counts).toMatchObject({ done: 1, ended: 1 });
      expect(items[0]?.person?.name).toBe("Rosa Marchetti");
      expect((await readFulfilment(kysely, TOWN, "harbour", fulfilmentId))?.detail).not.toBeNull();
      const gone = fulfilments[0]?.id ?? "";
      expect((await readFulfilment(kysely, TOWN, "harbour", gone))?.detail).toBeNull();
      expect((await readTracking(kysely, TOWN, moved))?.parts[0]?.fulfilments[0]?.box).toBeDefined();
      const decisions = await readDecisions(kysely, TOWN, request.id);
      expect(decisions[0]?.decision.chosen).toBe("physiotherapy-harbour");
    });

    test("frees the times that were booked with it, and finishes what it may", async () => {
      const door = await openFrontDoor(await open());
      const slot = { serviceId: "eye-test", choice: "eye-test-harbour", slot: "soonest" };
      const booked = await submitted(door, slot);
      const waiting = await submitted(door, { visitor: "b".repeat(64) });
      expect(await busySlots(door)).toEqual(["eye-test-harbour"]);
      expect(await leave(door, "harbour", { openWork: "finish", dryRun: true })).toMatchObject({
        handedOn: { fulfilments: 1, kept: 1 },
      });
      await leave(door, "harbour", { openWork: "finish" });
      expect((await standing(door, booked)).asked).toEqual(["harbour accepted"]);
      expect((await standing(door, waiting)).asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(await busySlots(door)).toEqual(["eye-test-harbour"]);
      expect((await runDueWork(door.onedoor)).handled).toBe(0);

      const away = await openFrontDoor(await open());
      const lost = await submitted(away, slot);
      await leave(away, "harbour");
      expect((await standing(away, lost)).asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(await busySlots(away)).toEqual([]);
    });

    test("tells a person once of all that is theirs, and says by when they must choose", async () => {
      const door = await openFrontDoor(await open());
      const rosa = { id: "rosa", issuer: "https://id.example", subject: "rosa", name: "Rosa Marchetti" };
      await door.onedoor.db.write((tx) =>
        upsertAccount(tx, { ...rosa, email: null, claims: {} }, door.onedoor.clock()),
      );
      const account = { accountId: "rosa", visitor: "r".repeat(64) };
      const first = await submitted(door, account);
      const second = await submitted(door, { ...account, consent: "no" });
      const guest = await submitted(door, { visitor: "g".repeat(64) });
      // Another part of the first request, with the same partner.
      const { request } = await standing(door, first);
      const partner = { ...next("harbour", 2), offerId: "physiotherapy-harbour", box: box("harbour") };
      const { after } = openPart(
        request,
        {
          id: "second-part",
          position: 2,
          serviceId: "physiotherapy",
          priority: "routine",
          after: [],
          shortlist: [],
          next: partner,
          appointment: null,
        },
        setting(),
      );
      await door.onedoor.db.write((tx) => insertPart(tx, after));

      expect(await leave(door, "harbour")).toMatchObject({
        handedOn: { fulfilments: 4, toPartners: { hill: 3 }, toPatients: 1, told: 2 },
      });
      const told = await toldOfLeaving(door.onedoor);
      expect(told).toHaveLength(2);
      const { part, request: chosen } = await standing(door, second);
      expect(part.owner).toEqual({ kind: "patient" });
      const both = told.find(({ also }) => also !== undefined);
      expect([both.reference, ...both.also].sort()).toEqual([first, chosen.reference].sort());
      expect(both.by).toBe(part.dueAt);
      expect(told.find(({ reference }) => reference === guest)).toMatchObject({ by: null });
    });

    test("and is a lead provider takes the work of those it answers for along, to the desk when nobody is left", async () => {
      const contents = threePartners({
        partnerships: [
          partnership("harbour", { arrangement: "subcontract", leadOrganisationId: "mead" }),
          partnership("hill", { arrangement: "subcontract", leadOrganisationId: "mead" }),
          partnership("mead"),
        ],
        offers: [
          offer("physiotherapy", "harbour", { booking: "partner", slots: null }),
          offer("physiotherapy", "hill", { booking: "partner", slots: null }),
        ],
      });
      const door = await openFrontDoor(await open(), contents);
      const reference = await submitted(door);
      expect(await leave(door, "mead")).toMatchObject({ handedOn: { fulfilments: 1, toDesk: 1 } });
      const { part, asked, events } = await standing(door, reference);
      expect(asked).toEqual(["harbour cancelled"]);
      expect(part.owner).toEqual({ kind: "desk" });
      expect(events.at(-1)?.event).toMatchObject({ because: "no-eligible-offer" });
    });

    test("of another brand is not touched", async () => {
      const door = await openFrontDoor(await open());
      await submitted(door);
      await expect(
        leavePartnership(door.onedoor, "nowhere", {
          organisationId: "harbour",
          on: null,
          openWork: "reroute",
        }),
      ).rejects.toThrow(/nowhere/);
      expect(await leave(door, "nobody")).toMatchObject({ kind: "refused" });
    });
  });

  describe("a partner that leaves on a day to come", () => {
    test("works until then, and on the day the clock hands its work on, once", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      expect(await leave(door, "harbour", { on: "2026-11-25" })).toMatchObject({
        handedOn: { fulfilments: 0, kept: 1 },
      });
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
      const later = await submitted(door, { visitor: "b".repeat(64) });
      expect((await standing(door, later)).asked).toEqual(["harbour requested"]);

      door.at("2026-11-25T00:00:00.000Z");
      const passes = await Promise.all([1, 2, 3, 4].map(() => runDueWork(door.onedoor)));
      expect(passes.reduce((sum, { handled }) => sum + handled, 0)).toBe(2);
      for (const each of [reference, later])
        expect((await standing(door, each)).asked).toEqual(["harbour cancelled", "hill requested"]);
      expect(await toldOfLeaving(door.onedoor)).toHaveLength(2);
      expect((await runDueWork(door.onedoor)).handled).toBe(0);
    });

    test("and whose day was missed loses its work at the next start", async () => {
      const door = await openFrontDoor(await open());
      const reference = await submitted(door);
      await accept(door, "harbour", "2026-12-03T10:00:00.000Z");
      await leave(door, "harbour", { on: "2026-11-25" });
      door.at("2026-11-28T09:00:00.000Z");
      expect((await runDueWork(afresh(door).onedoor)).handled).toBe(1);
      expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
    });
  });

  test("what reaches a partner that has left, from a process that had not heard of it, goes on too", async () => {
    const door = await openFrontDoor(await open());
    const { directories } = door.onedoor;
    const old = await directories.current(TOWN);
    await leave(door, "harbour");
    const stale = { ...door.onedoor, directories: { ...directories, current: async () => old } };
    const reference = await submitted({ ...door, onedoor: stale });
    expect((await standing(door, reference)).asked).toEqual(["harbour requested"]);
    await directories.current(TOWN);
    await vi.waitFor(async () => expect((await directories.current(TOWN)).version).not.toBe(old.version));
    expect((await runDueWork(door.onedoor)).handled).toBe(1);
    expect((await standing(door, reference)).asked).toEqual(["harbour cancelled", "hill requested"]);
  });

  describe("a partner that is suspended", () => {
    test("loses what it has not answered, keeps what it took on, gets nothing new, and comes back", async () => {
      const door = await openFrontDoor(await open());
      const taken = await submitted(door);
      await accept(door, "harbour", WEDNESDAY);
      const unanswered = await submitted(door, { visitor: "b".repeat(64) });
      expect(
        await suspendPartnership(door.onedoor, TOWN, { organisationId: "harbour", openWork: "finish" }),
      ).toMatchObject({ handedOn: { fulfilments: 1, kept: 1 } });
      expect((await standing(door, taken)).asked).toEqual(["harbour accepted"]);
      expect((await standing(door, unanswered)).asked).toEqual(["harbour cancelled", "hill requested"]);

      const fresh = afresh(door);
      const during = await submitted(fresh, { visitor: "c".repeat(64) });
      expect((await standing(door, during)).asked).toEqual(["hill requested"]);
      expect(await resumePartnership(door.onedoor, TOWN, { organisationId: "harbour" })).toMatchObject({
        kind: "done",
      });
      const back = afresh(door);
      const after = await submitted(back, { visitor: "d".repeat(64) });
      expect((await standing(door, after)).asked).toEqual(["harbour requested"]);
    });

    test("can be said to lose what it took on as well", async () => {
      const door = await openFrontDoor(await open());
      const taken = await submitted(door);
      await accept(door, "harbour", WEDNESDAY);
      await suspendPartnership(door.onedoor, TOWN, { organisationId: "harbour", openWork: "reroute" });
      expect((await standing(door, taken)).asked).toEqual(["harbour cancelled", "hill requested"]);
    });
  });

  test("an organisation joins, with its places and its diary, and can be asked from its first day", async () => {
    const door = await openFrontDoor(await open());
    const newcomer = {
      organisation: organisation("van", { name: "The physio van" }),
      locations: [],
      offers: [offer("physiotherapy", "van", { locationId: null, modes: ["home-visit"] })],
    };
    const joined = await joinPartnership(door.onedoor, TOWN, {
      organisationId: "van",
      newcomer,
      on: null,
      arrangement: "own-contract",
      leadOrganisationId: null,
      returnTicket: "Its van.",
    });
    expect(joined).toMatchObject({ kind: "done", handedOn: { fulfilments: 0 } });
    const fresh = afresh(door);
    const choice = { serviceId: "physiotherapy", choice: "physiotherapy-van", slot: "soonest" };
    const reference = await submitted(fresh, choice);
    expect((await standing(door, reference)).asked).toEqual(["van accepted"]);
  });
});

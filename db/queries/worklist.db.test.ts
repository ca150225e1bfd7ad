import fc from "fast-check";
import { expect, test } from "vitest";
import { HELD_STATUSES } from "~/domain/fulfilment/transitions";
import { FULFILMENT_STATUSES } from "~/domain/fulfilment/types";
import { ALL_TO_DO, isInView, isLate, WORK_SORTS, WORK_VIEWS } from "~/domain/fulfilment/work-views";
import { onEachDatabase } from "~tests/support/databases";
import { type FrontDoor, MONDAY_9AM, openFrontDoor, submitted, TOWN } from "~tests/support/front-door";
import { workIds, workItems, worklist } from "./worklist";

const HARBOUR = { brandId: TOWN, organisationId: "harbour", now: MONDAY_9AM };

const MOMENTS = [
  "2026-11-20T09:00:00.000Z",
  "2026-11-23T08:59:59.999Z",
  MONDAY_9AM,
  "2026-12-01T09:00:00.000Z",
];
const moment = fc.constantFrom(...MOMENTS);
/** How a row may stand: every status, with a time or without, before, at and after each deadline. */
const Row = fc.record({
  status: fc.constantFrom(...FULFILMENT_STATUSES),
  answerBy: moment,
  dueAt: fc.option(moment),
  appointmentAt: fc.option(moment),
  owner: fc.constantFrom("partner" as const, "patient" as const, "desk" as const, "manager" as const),
});

/** Six requests of harbour's, whose rows a property may set as it likes. */
async function sixRequests(door: FrontDoor) {
  const references: string[] = [];
  for (const visitor of "abcdef") references.push(await submitted(door, { visitor: visitor.repeat(64) }));
  return references;
}

onEachDatabase((open) => {
  test("every view lists and counts just what the domain says is in it, in every order", async () => {
    const door = await openFrontDoor(await open());
    const { db } = door.onedoor;
    await sixRequests(door);
    const ids = await workIds(db.kysely, HARBOUR, ALL_TO_DO);
    expect(ids).toHaveLength(6);
    const offers = new Set(
      (await workItems(db.kysely, HARBOUR, ids)).map(({ fulfilment }) => fulfilment.offerId),
    );
    const rows = fc.array(Row, { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (given, diaryFull) => {
        for (const [place, id] of ids.entries()) {
          const row = given[place] as (typeof given)[number];
          const { part_id } = await db.kysely
            .updateTable("fulfilments")
            .set({ status: row.status, answer_by: row.answerBy, appointment_at: row.appointmentAt })
            .where("id", "=", id)
            .returning("part_id")
            .executeTakeFirstOrThrow();
          await db.kysely
            .updateTable("parts")
            .set({
              due_at: row.dueAt,
              status: row.dueAt === null ? "closed" : "open",
              owner_kind: row.owner,
              owner_organisation_id: row.owner === "partner" ? "harbour" : null,
            })
            .where("id", "=", part_id)
            .execute();
        }
        const work = { ...HARBOUR, fullDiaries: diaryFull ? [...offers] : [] };
        for (const view of WORK_VIEWS) {
          const expected = ids.filter((_, place) => {
            const { status, appointmentAt, ...row } = given[place] as (typeof given)[number];
            const late = isLate({ status, ...row }, MONDAY_9AM);
            return isInView(view, { status, hasTime: appointmentAt !== null, late, diaryFull });
          });
          for (const sort of WORK_SORTS) {
            const listed = await workIds(db.kysely, work, { ...ALL_TO_DO, view, sort });
            expect([...listed].sort()).toEqual([...expected].sort());
          }
          const { counts } = await worklist(db.kysely, work, { view: "all" });
          expect([view, counts[view]]).toEqual([view, expected.length]);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("a search finds a reference by its beginning and a name by any part of it, and takes signs as they are", async () => {
    const door = await openFrontDoor(await open());
    const { db } = door.onedoor;
    const [first = ""] = await sixRequests(door);
    const found = async (search: string) =>
      (await worklist(db.kysely, HARBOUR, { view: "all", search })).items.map(({ reference }) => reference);
    expect(await found(first)).toEqual([first]);
    expect(await found(first.toLowerCase().replace("-", " "))).toEqual([first]);
    expect(await found(first.slice(0, 5))).toContain(first);
    expect(await found("marchetti")).toHaveLength(6);
    expect(await found("sa Mar")).toHaveLength(6);
    expect(await found("%")).toEqual([]);
    expect(await found("_")).toEqual([]);
    expect(await found("\\")).toEqual([]);
    expect(await found("Nobody")).toEqual([]);
    expect((await worklist(db.kysely, HARBOUR, { search: "Nobody" })).counts.all).toBe(0);
  });

  test("nobody is found by name, or put in order by it, once the partner let them go", async () => {
    const door = await openFrontDoor(await open());
    const { db } = door.onedoor;
    await sixRequests(door);
    await db.kysely.updateTable("fulfilments").set({ status: "rejected" }).execute();
    expect((await worklist(db.kysely, HARBOUR, { view: "all", search: "Rosa" })).items).toEqual([]);
    const { items } = await worklist(db.kysely, HARBOUR, { view: "declined", sort: "name" });
    const references = items.map(({ reference }) => reference);
    expect(items.map(({ person }) => person)).toEqual(Array(6).fill(null));
    expect(references).toEqual([...references].sort());
  });

  test("what is open comes with the earliest deadline first, and by service or urgency alone when asked", async () => {
    const door = await openFrontDoor(await open());
    const { db } = door.onedoor;
    await sixRequests(door);
    const ids = await workIds(db.kysely, HARBOUR, ALL_TO_DO);
    const days = ["2026-11-27", "2026-11-24", "2026-11-30", "2026-11-25", "2026-11-26", "2026-11-23"];
    for (const [place, id] of ids.entries())
      await db.kysely
        .updateTable("fulfilments")
        .set({ answer_by: `${days[place]}T17:00:00.000Z` })
        .where("id", "=", id)
        .execute();
    const { items } = await worklist(db.kysely, HARBOUR);
    expect(items.map(({ fulfilment }) => fulfilment.answerBy.slice(0, 10))).toEqual([...days].sort());
    expect(HELD_STATUSES).toContain(items[0]?.fulfilment.status);
    const counts = async (asked: object) => (await worklist(db.kysely, HARBOUR, asked)).counts["to-do"];
    expect(await counts({ serviceId: "physiotherapy" })).toBe(6);
    expect(await counts({ serviceId: "eye-test" })).toBe(0);
    expect(await counts({ urgentOnly: true })).toBe(0);
    const [of] = items;
    await db.kysely
      .updateTable("parts")
      .set({ priority: "urgent" })
      .where("id", "=", of?.fulfilment.partId ?? "")
      .execute();
    expect(await counts({ urgentOnly: true })).toBe(1);
  });
});

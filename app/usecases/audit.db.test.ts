import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { auditOf } from "~db/queries/audit";
import { onEachDatabase } from "~tests/support/databases";
import { firstWork, openFrontDoor, standing, submitted, TOWN, worker } from "~tests/support/front-door";
import { auditRead, sealAudit, verifyAudit } from "./audit";
import { declineFulfilment } from "./respond-to-fulfilment";

onEachDatabase((open) => {
  /** A request that was declined once and looked at once, its trail sealed. */
  async function trail() {
    const db = await open();
    const door = await openFrontDoor(db);
    const reference = await submitted(door);
    const work = await firstWork(door, "harbour");
    await declineFulfilment(door.onedoor, TOWN, worker("harbour"), { ...work, reason: "22", note: "" });
    const { request } = await standing(door, reference);
    const read = { who: worker("hill"), action: "opened" as const, subject: request.id };
    await auditRead(door.onedoor, TOWN, read);
    const sealed = await sealAudit(door.onedoor);
    return { db, door, request, sealed, verify: () => verifyAudit(door.onedoor, TOWN) };
  }

  it("says who changed what and who looked, and vouches for every event", async () => {
    const { db, request, sealed, verify } = await trail();
    const entries = await auditOf(db.kysely, TOWN, request.id);
    const told = entries.map(({ action, actor }) => `${action} by ${JSON.parse(actor).name}`);
    expect(told).toEqual(["changed by Rosa Marchetti", "changed by Sam of harbour", "opened by Sam of hill"]);
    expect(sealed).toBe(3);
    const found = await verify();
    expect(found).toMatchObject({ entries: 3, unsealed: 0, faults: [] });
    expect(found.events).toBeGreaterThan(3);
  });

  it("seals once, and what is not sealed yet is vouched for too", async () => {
    const { door, verify } = await trail();
    expect(await sealAudit(door.onedoor)).toBe(0);
    await submitted(door, { visitor: "b".repeat(64) });
    expect(await verify()).toMatchObject({ entries: 4, unsealed: 1, faults: [] });
  });

  it("keeps the head that was written down before, as it grows", async () => {
    const { door, verify } = await trail();
    const { head } = await verify();
    await submitted(door, { visitor: "b".repeat(64) });
    await sealAudit(door.onedoor);
    expect((await verifyAudit(door.onedoor, TOWN, head)).faults).toEqual([]);
    expect((await verifyAudit(door.onedoor, TOWN, "0".repeat(64))).faults).toEqual([
      "The head that was written down before is in the chain no more",
    ]);
  });

  describe("a trail that was tampered with", () => {
    it("refuses to be changed or removed, but for the end of its brand", async () => {
      const { db } = await trail();
      const change = db.kysely.updateTable("audit").set({ actor: "{}" }).where("position", "=", 2);
      await expect(change.execute()).rejects.toThrow(/kept as they were written/);
      const remove = db.kysely.deleteFrom("audit").where("position", "=", 2);
      await expect(remove.execute()).rejects.toThrow(/kept as they were written/);
      await db.kysely.deleteFrom("brands").where("id", "=", TOWN).execute();
      expect(await db.kysely.selectFrom("audit").select("seq").execute()).toEqual([]);
    });

    it("shows an event that was changed, one that was removed, and one that was put in", async () => {
      const { db, verify } = await trail();
      const events = await db.kysely.selectFrom("events").select("seq").orderBy("seq").execute();
      const [first, second] = events.map(({ seq }) => seq);
      await db.kysely
        .updateTable("events")
        .set({ at: "2020-01-01" })
        .where("seq", "=", first ?? 0)
        .execute();
      await db.kysely
        .deleteFrom("events")
        .where("seq", "=", second ?? 0)
        .execute();
      const copied = await db.kysely
        .selectFrom("events")
        .selectAll()
        .orderBy("seq", "desc")
        .executeTakeFirst();
      const { seq: _, ...event } = copied ?? { seq: 0 };
      await db.kysely
        .insertInto("events")
        .values(event as never)
        .execute();
      const { faults } = await verify();
      expect(faults).toEqual([
        `Event ${first} is not as it was written`,
        expect.stringMatching(/^Event \d+ is vouched for by no entry$/),
        `Event ${second} is gone`,
      ]);
    });

    it("shows an entry that was changed behind the database's back, and one that is missing", async () => {
      const { db, verify } = await trail();
      await withoutGuards(db.kysely, db.dialect);
      await db.kysely
        .updateTable("audit")
        .set({ actor: '{"name":"Nobody"}' })
        .where("position", "=", 1)
        .execute();
      await db.kysely.deleteFrom("audit").where("position", "=", 2).execute();
      const { faults } = await verify();
      expect(faults).toContain("Entry 1 is not as it was written");
      expect(faults).toContain("Entries 2 to 2 are missing");
    });
  });
});

async function withoutGuards(kysely: Parameters<ReturnType<typeof sql>["execute"]>[0], dialect: string) {
  if (dialect === "postgres") await sql`drop trigger audit_kept on audit`.execute(kysely);
  else {
    await sql`drop trigger audit_kept`.execute(kysely);
    await sql`drop trigger audit_not_removed`.execute(kysely);
  }
}
